// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.faq.model.ChangeFaqEntry;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqSection;
import dev.portalblocks.faq.model.RenameFaqSection;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RenameCategory;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A write that names a version that is not the current one is a conflict and changes nothing. */
class StaleVersionsTest {
    private static final LocalizedText NAME = LocalizedText.german("Anders");
    private static SampleWorld world;

    @BeforeAll
    static void compose() {
        world = new SampleWorld(Composition.fresh());
    }

    @AfterAll
    static void close() {
        world.portal.close();
    }

    /** Calls with the version that the caller claims to have seen. */
    private interface Write {
        Object with(Target target, long version);
    }

    private static Map<String, Write> writes() {
        Map<String, Write> writes = new TreeMap<>();
        writes.put(
                "ChangeProfile",
                (target, version) -> world.portal.profiles.change(
                        world.program(),
                        ChangeProfile.of(
                                        target.customer(),
                                        ProfilePatch.builder().city("1", "A").build())
                                .expecting(version)));
        writes.putAll(articles());
        writes.putAll(entries());
        return writes;
    }

    private static Map<String, Write> articles() {
        var editor = world.portal.knowledge.editor();
        return Map.of(
                "EditArticle",
                (target, version) -> editor.edit(
                        world.program(),
                        EditArticle.of(target.articles().draft(), SampleWorld.article("Anders"))
                                .expecting(version)),
                "PublishArticle",
                (target, version) -> editor.publish(
                        world.program(),
                        PublishArticle.of(target.articles().draft()).expecting(version)),
                "ArchiveArticle",
                (target, version) -> editor.archive(
                        world.program(),
                        ArchiveArticle.of(target.articles().published()).expecting(version)),
                "RenameCategory",
                (target, version) -> world.portal
                        .knowledge
                        .categoryEditor()
                        .rename(
                                world.program(),
                                new RenameCategory(target.articles().category(), NAME, version)));
    }

    private static Map<String, Write> entries() {
        var editor = world.portal.faq.editor();
        var outline = world.portal.faq.outline();
        return Map.of(
                "ChangeFaqEntry",
                (target, version) -> editor.change(
                        world.program(),
                        ChangeFaqEntry.of(target.entries().draft(), SampleWorld.entry("Anders?"))
                                .expecting(version)),
                "PublishFaqEntry",
                (target, version) -> editor.publish(
                        world.program(),
                        PublishFaqEntry.of(target.entries().draft()).expecting(version)),
                "WithdrawFaqEntry",
                (target, version) -> editor.withdraw(
                        world.program(),
                        WithdrawFaqEntry.of(target.entries().published()).expecting(version)),
                "RemoveFaqEntry",
                (target, version) -> {
                    editor.remove(
                            world.program(),
                            RemoveFaqEntry.of(target.entries().draft()).expecting(version));
                    return true;
                },
                "RenameFaqSection",
                (target, version) -> outline.rename(
                        world.program(),
                        RenameFaqSection.of(target.entries().section(), NAME).expecting(version)),
                "RemoveFaqSection",
                (target, version) -> {
                    outline.remove(
                            world.program(),
                            RemoveFaqSection.of(target.entries().empty()).expecting(version));
                    return true;
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 99, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void aStaleVersionIsAConflictAndChangesNothing(long version) {
        writes().forEach((command, write) -> {
            Invoker invoker = new Invoker("", command, (portal, actor, target) -> write.with(target, version) != null);
            Trial trial = Trial.of(world, invoker, world.program(), world.target);
            assertThat(trial.failure())
                    .as("%s with version %s", command, version)
                    .isInstanceOf(PortalException.Conflict.class);
            assertThat(trial.refusal()).endsWith(".version-conflict");
            assertThat(trial.isNothingLeft()).as(command).isTrue();
        });
    }

    @Test
    void everyCommandThatNamesAVersionIsTried() {
        Set<String> commands = Ways.services().stream()
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .filter(type -> type.isRecord()
                        && Stream.of(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .anyMatch("expectedVersion"::equals))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        assertThat(commands).isEqualTo(writes().keySet());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCurrentVersionPasses(String command) {
        SampleWorld fresh = world;
        world = new SampleWorld(world.portal);
        long current =
                Set.of("ChangeProfile", "WithdrawFaqEntry", "ArchiveArticle").contains(command) ? 2 : 1;
        assertThat(writes().get(command).with(world.target, current)).isNotNull();
        world = fresh;
    }

    static Stream<String> commands() {
        return writes().keySet().stream();
    }
}
