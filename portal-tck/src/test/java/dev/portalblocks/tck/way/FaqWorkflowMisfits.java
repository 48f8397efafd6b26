// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.model.ConfirmFaqTranslation;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.KeepFaqEntry;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RestoreFaqRevision;
import dev.portalblocks.faq.model.ReturnFaqEntry;
import dev.portalblocks.faq.model.SubmitFaqEntry;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Commands about an entry's way that break one rule each. */
final class FaqWorkflowMisfits {
    private static final Set<LanguageTag> GERMAN = Set.of(LanguageTag.GERMAN);

    private FaqWorkflowMisfits() {}

    static List<Misfit> all() {
        return List.of(
                published("languages", Set.of()),
                published("languages", tooMany()),
                withdrawn("languages", Set.of()),
                withdrawn("languages", tooMany()),
                kept("entry", "not-null", null, null),
                kept("languages", "size", draft(), Set.of()),
                kept("languages", "size", draft(), tooMany()),
                submitted("entry", "not-null", null, GERMAN),
                submitted("languages", "not-empty", draft(), Set.of()),
                submitted("languages", "size", draft(), tooMany()),
                returned("entry", "not-null", new ReturnFaqEntry(null, GERMAN, null, null)),
                returned("languages", "not-empty", new ReturnFaqEntry(draft(), Set.of(), null, null)),
                returned("languages", "size", new ReturnFaqEntry(draft(), tooMany(), null, null)),
                returned("note", "size", new ReturnFaqEntry(draft(), GERMAN, Misfit.text(2_001), null)),
                returned("note", "pattern", new ReturnFaqEntry(draft(), GERMAN, "a\u0000b", null)),
                of(
                        "ConfirmFaqTranslation.entry",
                        "not-null",
                        (faq, actor) ->
                                faq.workflow().confirm(actor, ConfirmFaqTranslation.of(null, LanguageTag.ENGLISH))),
                of(
                        "ConfirmFaqTranslation.language",
                        "not-null",
                        (faq, actor) -> faq.workflow().confirm(actor, ConfirmFaqTranslation.of(draft(), null))),
                of(
                        "RestoreFaqRevision.entry",
                        "not-null",
                        (faq, actor) -> faq.workflow().restore(actor, RestoreFaqRevision.of(null, 1))),
                of(
                        "RestoreFaqRevision.revision",
                        "positive",
                        (faq, actor) -> faq.workflow().restore(actor, RestoreFaqRevision.of(draft(), 0))));
    }

    /** Whichever: the command is refused before anybody looks for it. */
    private static FaqEntryId draft() {
        return Target.absent().entries().draft();
    }

    private static Set<LanguageTag> tooMany() {
        return IntStream.range(0, 51)
                .mapToObj(i -> LanguageTag.of("de-x-a" + i))
                .collect(Collectors.toSet());
    }

    private interface Use {
        Object of(Faq faq, Actor actor);
    }

    private static Misfit of(String field, String code, Use use) {
        String path = field.substring(field.indexOf('.') + 1);
        return new Misfit(field, path, code, (portal, actor, target) -> use.of(portal.faq, actor) != null);
    }

    private static Misfit published(String field, Set<LanguageTag> languages) {
        return of(
                "PublishFaqEntry." + field,
                "size",
                (faq, actor) -> faq.editor().publish(actor, new PublishFaqEntry(draft(), languages, null, null, null)));
    }

    private static Misfit withdrawn(String field, Set<LanguageTag> languages) {
        return of(
                "WithdrawFaqEntry." + field,
                "size",
                (faq, actor) -> faq.editor().withdraw(actor, new WithdrawFaqEntry(draft(), languages, null, null)));
    }

    private static Misfit kept(
            String field, String code, @Nullable FaqEntryId entry, @Nullable Set<LanguageTag> languages) {
        return of(
                "KeepFaqEntry." + field,
                code,
                (faq, actor) -> faq.workflow().keep(actor, new KeepFaqEntry(entry, languages, null)));
    }

    private static Misfit submitted(String field, String code, @Nullable FaqEntryId entry, Set<LanguageTag> languages) {
        return of(
                "SubmitFaqEntry." + field,
                code,
                (faq, actor) -> faq.workflow().submit(actor, new SubmitFaqEntry(entry, languages, null)));
    }

    private static Misfit returned(String field, String code, ReturnFaqEntry command) {
        return of(
                "ReturnFaqEntry." + field, code, (faq, actor) -> faq.workflow().sendBack(actor, command));
    }
}
