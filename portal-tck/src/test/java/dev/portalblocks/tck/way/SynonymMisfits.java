// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.model.AddSynonymRule;
import dev.portalblocks.search.model.ChangeSynonymRule;
import dev.portalblocks.search.model.RemoveSynonymRule;
import dev.portalblocks.search.model.SynonymTerms;
import java.util.List;
import java.util.stream.IntStream;

/** What the commands of synonyms can't be. */
final class SynonymMisfits {
    private static final String ELEMENT = "[0].<list element>";

    private SynonymMisfits() {}

    static List<Misfit> all() {
        return List.of(
                terms("language", "language", "not-null", new SynonymTerms(null, List.of("a", "b"), List.of())),
                terms("terms", "terms", "not-empty", german().finding("b")),
                terms("terms", "terms", "size", german(many())),
                terms("terms", "terms" + ELEMENT, "not-blank", german(" ", "b")),
                terms("terms", "terms" + ELEMENT, "size", german(Misfit.text(101), "b")),
                terms("terms", "terms" + ELEMENT, "pattern", german(Misfit.PRIVATE + "\n", "b")),
                terms("finds", "finds", "size", german("a").finding(many())),
                terms("finds", "finds" + ELEMENT, "not-blank", german("a").finding(" ")),
                terms("finds", "finds" + ELEMENT, "size", german("a").finding(Misfit.text(101))),
                terms("finds", "finds" + ELEMENT, "pattern", german("a").finding(Misfit.PRIVATE + "\n")),
                new Misfit("AddSynonymRule.content", "content", "not-null", (portal, actor, target) -> {
                    portal.synonyms.add(actor, AddSynonymRule.of(null));
                    return true;
                }),
                new Misfit("ChangeSynonymRule.rule", "rule", "not-null", (portal, actor, target) -> {
                    portal.synonyms.change(actor, ChangeSynonymRule.of(null, german("a", "b")));
                    return true;
                }),
                new Misfit("ChangeSynonymRule.content", "content", "not-null", (portal, actor, target) -> {
                    portal.synonyms.change(actor, ChangeSynonymRule.of(target.synonyms(), null));
                    return true;
                }),
                new Misfit("RemoveSynonymRule.rule", "rule", "not-null", (portal, actor, target) -> {
                    portal.synonyms.remove(actor, RemoveSynonymRule.of(null));
                    return true;
                }));
    }

    private static Misfit terms(String component, String path, String code, SynonymTerms content) {
        return new Misfit(
                "SynonymTerms." + component,
                "content." + path,
                code,
                (portal, actor, target) ->
                        portal.synonyms.add(actor, AddSynonymRule.of(content)).version() == 1);
    }

    private static SynonymTerms german(String... terms) {
        return SynonymTerms.of(LanguageTag.GERMAN, terms);
    }

    private static String[] many() {
        return IntStream.range(0, 21).mapToObj(number -> "wort" + number).toArray(String[]::new);
    }
}
