// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static dev.portalblocks.faq.FaqHouse.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.ChangeFaqEntry;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.MoveFaqEntry;
import dev.portalblocks.faq.model.OrderFaqEntries;
import dev.portalblocks.faq.model.OrderFaqSections;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqSection;
import dev.portalblocks.faq.model.RenameFaqSection;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FaqFaultsTest {
    private static final FaqContent NEW = FaqContent.of(GERMAN, "Neu?", "Nein.");

    private final Faults faults = new Faults();
    private final FaqHouse house = new FaqHouse(RolePolicy.standard(), faults::within);
    private final FaqEditor editor = house.faq.editor();
    private final FaqOutline outline = house.faq.outline();
    private final FaqSectionId full = house.section("Voll");
    private final FaqSectionId empty = house.section("Leer");
    private final FaqEntryId published = house.published(full, "Eins?");
    private final FaqEntryId draft = house.draft(full, "Zwei?");

    /** Each operation that changes something, in an order in which each finds something to do. */
    private Map<String, Runnable> operations() {
        LocalizedText title = LocalizedText.german("Anders");
        return new TreeMap<>(Map.ofEntries(
                Map.entry("01 add", () -> editor.add(EDITOR, AddFaqEntry.of(full, NEW))),
                Map.entry("02 change", () -> editor.change(EDITOR, ChangeFaqEntry.of(published, NEW))),
                Map.entry("03 publish", () -> editor.publish(EDITOR, PublishFaqEntry.of(draft))),
                Map.entry("04 withdraw", () -> editor.withdraw(EDITOR, WithdrawFaqEntry.of(published))),
                Map.entry("05 order sections", () -> outline.order(EDITOR, OrderFaqSections.of(empty, full))),
                Map.entry("06 move", () -> editor.move(EDITOR, new MoveFaqEntry(draft, empty))),
                Map.entry("07 move back", () -> editor.move(EDITOR, new MoveFaqEntry(draft, full))),
                Map.entry("08 remove section", () -> outline.remove(EDITOR, RemoveFaqSection.of(empty))),
                Map.entry("09 add section", () -> outline.add(EDITOR, AddFaqSection.of(title))),
                Map.entry("10 rename section", () -> outline.rename(EDITOR, RenameFaqSection.of(full, title))),
                Map.entry("11 remove", () -> editor.remove(EDITOR, RemoveFaqEntry.of(draft)))));
    }

    @Test
    void workThatThrowsAfterAnyStepLeavesNothing() {
        operations().forEach((name, operation) -> {
            int steps = 0;
            for (boolean failed = true; failed; ) {
                Map<String, List<Object>> before = house.memory.contents();
                faults.failAfter(++steps);
                failed = catchThrowable(operation::run) instanceof Faults.Planned;
                assertThat(house.memory.contents().equals(before))
                        .as("%s unchanged after a fault at step %d", name, steps)
                        .isEqualTo(failed);
            }
            assertThat(steps).as("steps of %s", name).isGreaterThan(2);
        });
    }

    @Test
    void anOrderThatThrowsHalfwayLeavesTheOldOne() {
        FaqEntryId third = house.draft(full, "Drei?");
        for (int step = 1; step <= 7; step++) {
            Map<String, List<Object>> before = house.memory.contents();
            faults.failAfter(step);

            assertThatThrownBy(() -> outline.orderEntries(EDITOR, OrderFaqEntries.of(full, third, published, draft)))
                    .isInstanceOf(Faults.Planned.class);

            assertThat(house.memory.contents()).isEqualTo(before);
        }
    }

    @Test
    void aSectionIsNotRemovedWhileAnEntryIsAdded() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?>[] removal = new Future<?>[1];
            faults.afterCall(name -> {
                if (name.equals("inSections") && removal[0] == null) {
                    removal[0] = other.submit(() -> outline.remove(EDITOR, RemoveFaqSection.of(empty)));
                    comeAsFarAsItCan(removal[0]);
                }
            });

            FaqEntryId added = editor.add(EDITOR, AddFaqEntry.of(empty, NEW)).id();

            assertThatThrownBy(() -> removal[0].get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(PortalException.Conflict.class)
                    .hasMessageContaining("faq-section.not-empty");
            assertThat(outline.entries(EDITOR, empty))
                    .extracting(entry -> entry.id())
                    .containsExactly(added);
        } finally {
            other.shutdownNow();
        }
    }

    private static void comeAsFarAsItCan(Future<?> begun) {
        try {
            begun.get(200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // it waits, or it is through: the test judges what came out at last
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
