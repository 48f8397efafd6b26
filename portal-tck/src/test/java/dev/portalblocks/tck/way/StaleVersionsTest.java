// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.docs.model.AddVersion;
import dev.portalblocks.docs.model.MoveDocument;
import dev.portalblocks.docs.model.MoveFolder;
import dev.portalblocks.docs.model.RemoveDocument;
import dev.portalblocks.docs.model.RemoveFolder;
import dev.portalblocks.docs.model.RenameDocument;
import dev.portalblocks.docs.model.RenameFolder;
import dev.portalblocks.docs.model.RestoreVersion;
import dev.portalblocks.kb.model.MoveCategory;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RenameCategory;
import dev.portalblocks.messaging.model.HandOver;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.search.model.ChangeSynonymRule;
import dev.portalblocks.search.model.RemoveSynonymRule;
import dev.portalblocks.search.model.SynonymTerms;
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
    interface Write {
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
        writes.put(
                "HandOver",
                (target, version) -> world.portal
                        .inbox
                        .desk()
                        .handOver(
                                world.program(),
                                HandOver.of(target.letters().conversation(), "claims")
                                        .expecting(version)));
        writes.put(
                "RevokeMandate",
                (target, version) -> world.portal
                        .portal
                        .mandates()
                        .revoke(
                                world.program(),
                                RevokeMandate.of(target.mandate()).expecting(version)));
        writes.putAll(ArticleWrites.of(world));
        writes.putAll(CareWrites.of(world));
        writes.putAll(categories());
        writes.putAll(FaqWrites.of(world));
        writes.putAll(synonyms());
        writes.putAll(documents());
        writes.putAll(folders());
        return writes;
    }

    private static Map<String, Write> categories() {
        var editor = world.portal.knowledge.categoryEditor();
        return Map.of(
                "RenameCategory",
                (target, version) -> editor.rename(
                        world.program(),
                        RenameCategory.of(target.articles().category(), NAME).expecting(version)),
                "MoveCategory",
                (target, version) -> editor.move(
                        world.program(),
                        MoveCategory.of(target.articles().empty(), null).expecting(version)),
                "RemoveCategory",
                (target, version) -> {
                    editor.remove(
                            world.program(),
                            RemoveCategory.of(target.articles().empty()).expecting(version));
                    return true;
                });
    }

    private static Map<String, Write> synonyms() {
        return Map.of(
                "ChangeSynonymRule",
                (target, version) -> world.portal.synonyms.change(
                        world.program(),
                        ChangeSynonymRule.of(
                                        target.synonyms(), SynonymTerms.of(LanguageTag.GERMAN, "Hausrat", "Mobiliar"))
                                .expecting(version)),
                "RemoveSynonymRule",
                (target, version) -> {
                    world.portal.synonyms.remove(
                            world.program(),
                            RemoveSynonymRule.of(target.synonyms()).expecting(version));
                    return true;
                });
    }

    private static Map<String, Write> documents() {
        var vault = world.portal.vault;
        return Map.of(
                "AddVersion",
                (target, version) -> vault.addVersion(
                        world.program(),
                        AddVersion.of(target.papers().document()).expecting(version),
                        SampleWorld.picture()),
                "RestoreVersion",
                (target, version) -> vault.restore(
                        world.program(),
                        RestoreVersion.of(target.papers().document(), 1).expecting(version)),
                "RenameDocument",
                (target, version) -> vault.rename(
                        world.program(),
                        RenameDocument.of(target.papers().document(), "anders").expecting(version)),
                "MoveDocument",
                (target, version) -> vault.move(
                        world.program(),
                        MoveDocument.of(target.papers().document(), null).expecting(version)),
                "RemoveDocument",
                (target, version) -> {
                    vault.remove(
                            world.program(),
                            RemoveDocument.of(target.papers().document()).expecting(version));
                    return true;
                });
    }

    private static Map<String, Write> folders() {
        var folders = world.portal.vault.folders();
        return Map.of(
                "RenameFolder",
                (target, version) -> folders.rename(
                        world.program(),
                        RenameFolder.of(target.papers().folder(), "anders").expecting(version)),
                "MoveFolder",
                (target, version) -> folders.move(
                        world.program(),
                        MoveFolder.of(target.papers().empty(), target.papers().folder())
                                .expecting(version)),
                "RemoveFolder",
                (target, version) -> {
                    folders.remove(
                            world.program(),
                            RemoveFolder.of(target.papers().empty()).expecting(version));
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
        long current = Set.of(
                                "ReturnArticle",
                                "ConfirmTranslation",
                                "RestoreRevision",
                                "KeepArticle",
                                "ReturnFaqEntry",
                                "ConfirmFaqTranslation",
                                "RestoreFaqRevision",
                                "KeepFaqEntry")
                        .contains(command)
                ? 4
                : Set.of("ChangeProfile", "WithdrawFaqEntry", "HandOver").contains(command)
                        ? 2
                        : ofTheCaredFor(command);
        assertThat(writes().get(command).with(world.target, current)).isNotNull();
        world = fresh;
    }

    /** A draft was changed four times after it was made; what is published, twice more before. */
    private static long ofTheCaredFor(String command) {
        boolean isOfTheDraft =
                Set.of("EditArticle", "PublishArticle", "SubmitArticle").contains(command);
        boolean isOfThePublished =
                command.equals("ArchiveArticle") || CareWrites.of(world).containsKey(command);
        return isOfTheDraft ? 5 : isOfThePublished ? 7 : 1;
    }

    static Stream<String> commands() {
        return writes().keySet().stream();
    }
}
