// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.faq.model.ChangeFaqEntry;
import dev.portalblocks.faq.model.ConfirmFaqTranslation;
import dev.portalblocks.faq.model.KeepFaqEntry;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqSection;
import dev.portalblocks.faq.model.RenameFaqSection;
import dev.portalblocks.faq.model.RestoreFaqRevision;
import dev.portalblocks.faq.model.ReturnFaqEntry;
import dev.portalblocks.faq.model.SubmitFaqEntry;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import java.util.Map;
import java.util.TreeMap;

/** The writes of the FAQ that name a version. */
final class FaqWrites {
    private FaqWrites() {}

    /** Returns each by the name of its command. */
    static Map<String, StaleVersionsTest.Write> of(SampleWorld world) {
        Map<String, StaleVersionsTest.Write> writes = new TreeMap<>(ofEntries(world));
        writes.putAll(onTheirWay(world));
        return writes;
    }

    private static Map<String, StaleVersionsTest.Write> onTheirWay(SampleWorld world) {
        var workflow = world.portal.faq.workflow();
        return Map.of(
                "SubmitFaqEntry",
                (target, version) -> workflow.submit(
                        world.program(),
                        SubmitFaqEntry.of(target.entries().draft(), LanguageTag.GERMAN)
                                .expecting(version)),
                "ReturnFaqEntry",
                (target, version) -> workflow.sendBack(
                        world.program(),
                        ReturnFaqEntry.of(target.entries().inWork(), "Anders", LanguageTag.GERMAN)
                                .expecting(version)),
                "ConfirmFaqTranslation",
                (target, version) -> workflow.confirm(
                        world.program(),
                        ConfirmFaqTranslation.of(target.entries().inWork(), LanguageTag.ENGLISH)
                                .expecting(version)),
                "RestoreFaqRevision",
                (target, version) -> workflow.restore(
                        world.program(),
                        RestoreFaqRevision.of(target.entries().inWork(), 1).expecting(version)),
                "KeepFaqEntry",
                (target, version) -> workflow.keep(
                        world.program(),
                        KeepFaqEntry.of(target.entries().inWork()).expecting(version)));
    }

    private static Map<String, StaleVersionsTest.Write> ofEntries(SampleWorld world) {
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
                        RenameFaqSection.of(target.entries().section(), LocalizedText.german("Anders"))
                                .expecting(version)),
                "RemoveFaqSection",
                (target, version) -> {
                    outline.remove(
                            world.program(),
                            RemoveFaqSection.of(target.entries().empty()).expecting(version));
                    return true;
                });
    }
}
