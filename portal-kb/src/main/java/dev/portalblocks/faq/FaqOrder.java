// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.FaqSectionOrdered;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqPlace;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqSection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Puts sections, and the entries of one, into the order that an editor wants. */
final class FaqOrder {
    private final FaqSectionStore sections;
    private final FaqEntryStore entries;

    FaqOrder(FaqStorage storage) {
        sections = storage.sections();
        entries = storage.entries();
    }

    List<StoredFaqSection> sections(OperationContext context, List<FaqSectionId> wanted) {
        List<StoredFaqSection> there = locked(
                sections.list(context.tx(), context.scope()).stream()
                        .map(StoredFaqSection::id)
                        .toList(),
                id -> sections.findForUpdate(context.tx(), context.scope(), id));
        List<StoredFaqSection> ordered = arranged(there, StoredFaqSection::id, wanted);
        List<StoredFaqSection> result = new ArrayList<>();
        for (StoredFaqSection before : ordered) {
            StoredFaqSection after = before.at(result.size());
            if (!after.equals(before)) {
                require(sections.update(context.tx(), after, before.version()));
                report(context, after.id());
            }
            result.add(after);
        }
        if (result.equals(ordered)) {
            context.unchanged();
        }
        return result;
    }

    /** Deals the positions that the entries have out again, so that entries out of the editor's reach keep theirs. */
    List<StoredFaqEntry> entries(OperationContext context, FaqSectionId section, List<FaqEntryId> wanted) {
        List<StoredFaqEntry> there = locked(
                        entries.inSections(context.tx(), context.scope(), Set.of(section)).stream()
                                .map(StoredFaqEntry::id)
                                .toList(),
                        id -> entries.findForUpdate(context.tx(), context.scope(), id))
                .stream()
                .filter(entry -> entry.place().section().equals(section)) // another editor may just have moved one
                .toList();
        List<FaqPlace> places = there.stream()
                .map(StoredFaqEntry::place)
                .sorted(Comparator.comparing(FaqPlace::position))
                .toList();
        List<StoredFaqEntry> ordered = arranged(there, StoredFaqEntry::id, wanted);
        List<StoredFaqEntry> result = new ArrayList<>();
        for (StoredFaqEntry before : ordered) {
            StoredFaqEntry after = before.at(places.get(result.size()));
            if (!after.equals(before)) {
                require(entries.update(context.tx(), after, before.version()));
            }
            result.add(after);
        }
        if (result.equals(ordered)) {
            context.unchanged();
        } else {
            report(context, section);
        }
        return result;
    }

    /** Everybody locks in the order of the ids' text; what vanished meanwhile is left out. */
    private static <I, T> List<T> locked(List<I> ids, Function<I, Optional<T>> lock) {
        return ids.stream()
                .sorted(Comparator.comparing(Object::toString))
                .map(lock)
                .flatMap(Optional::stream)
                .toList();
    }

    private static <I, T> List<T> arranged(List<T> there, Function<T, I> id, List<I> wanted) {
        Set<I> distinct = new HashSet<>(wanted);
        if (distinct.size() != wanted.size()) {
            throw new PortalException.InvalidInput("faq-order.duplicate");
        }
        List<T> arranged = wanted.stream()
                .flatMap(next -> there.stream().filter(one -> id.apply(one).equals(next)))
                .toList();
        require(arranged.size() == there.size() && arranged.size() == wanted.size());
        return arranged;
    }

    private static void require(boolean asTheEditorSaw) {
        if (!asTheEditorSaw) {
            throw new PortalException.Conflict("faq-order.conflict");
        }
    }

    private static void report(OperationContext context, FaqSectionId section) {
        context.emit(FaqSectionOrdered.TYPE, FaqViews.ref(section), new FaqSectionOrdered(section));
    }
}
