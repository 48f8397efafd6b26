// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.search.model.AddSynonymRule;
import dev.portalblocks.search.model.ChangeSynonymRule;
import dev.portalblocks.search.model.RemoveSynonymRule;
import dev.portalblocks.search.model.SynonymTerms;
import java.util.List;

/** How to call what editors do with synonyms. */
final class SynonymInvokers {
    private static final SynonymTerms TERMS = SynonymTerms.of(LanguageTag.GERMAN, "Hausrat", "Wohnungseinrichtung");

    private SynonymInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker(
                        "Synonyms.add(Actor, AddSynonymRule)",
                        "synonyms.rule.add",
                        (portal, actor, target) -> portal.synonyms
                                        .add(actor, AddSynonymRule.of(TERMS).once(IdempotencyKey.of("new")))
                                        .version()
                                == 1),
                new Invoker(
                        "Synonyms.change(Actor, ChangeSynonymRule)",
                        "synonyms.rule.change",
                        (portal, actor, target) -> portal.synonyms
                                .change(actor, ChangeSynonymRule.of(target.synonyms(), TERMS))
                                .id()
                                .equals(target.synonyms())),
                new Invoker(
                        "Synonyms.remove(Actor, RemoveSynonymRule)",
                        "synonyms.rule.remove",
                        (portal, actor, target) -> {
                            portal.synonyms.remove(actor, RemoveSynonymRule.of(target.synonyms()));
                            return true;
                        }),
                new Invoker(
                        "Synonyms.read(Actor, SynonymRuleId)",
                        "synonyms.rule.read",
                        (portal, actor, target) -> portal.synonyms
                                .read(actor, target.synonyms())
                                .id()
                                .equals(target.synonyms())),
                new Invoker(
                        "Synonyms.list(Actor, PageRequest)",
                        "synonyms.rule.list",
                        (portal, actor, target) -> portal.synonyms.list(actor, PageRequest.first(100)).items().stream()
                                .anyMatch(rule -> rule.id().equals(target.synonyms()))));
    }
}
