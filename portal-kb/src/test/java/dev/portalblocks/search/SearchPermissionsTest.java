// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static dev.portalblocks.kb.Editorial.ACME;
import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchQuery;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may not read where something comes from does not find it either. */
class SearchPermissionsTest {
    private static final String KB = "kb.read";
    private static final String FAQ = "faq.read";

    private volatile AccessPolicy host = everything();
    private final Editorial editorial = new Editorial(
            RolePolicy.standard().narrowedBy((tx, actor, permission) -> host.decide(tx, actor, permission)));
    private final Faq faq = Faq.of(editorial.portal, MemoryFaqStorage.in(editorial.memory));
    private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
    private final Search search =
            Search.of(editorial.portal, index, editorial.knowledge.searchSource(), faq.searchSource());

    @BeforeEach
    void publish() {
        editorial.publish(editorial.german("Offen", "Beitrag"));
        editorial.publish(editorial.german("Kunden", "Beitrag").forAudiences(Audience.SIGNED_IN));
        ask(Audience.PUBLIC);
        ask(Audience.SIGNED_IN);
        search.follow(PROGRAM);
    }

    @AfterEach
    void close() {
        editorial.close();
        index.close();
    }

    @Test
    void whatMayBeReadIsFound() {
        assertThat(found(NOBODY)).containsExactlyInAnyOrder("article", "faq");
        assertThat(found(ERIKA)).containsExactlyInAnyOrder("article", "article", "faq", "faq");
    }

    @Test
    void aSourceThatMayNotBeReadIsNotSearchedAndLeavesNoTraceOfADenial() {
        Map<String, List<Object>> before = editorial.memory.contents();
        host = only(KB, Decision.deny());
        assertThat(found(ERIKA)).containsExactlyInAnyOrder("faq", "faq");
        host = only(FAQ, Decision.deny());
        assertThat(found(ERIKA)).containsExactlyInAnyOrder("article", "article");
        assertThat(editorial.memory.contents()).isEqualTo(before);
    }

    @Test
    void eachSourceIsSearchedAsFarAsItsOwnPermissionReaches() {
        Scope signedIn = Scope.wholeTenant(ACME).ofAudiences(Bound.only(Set.of(Audience.SIGNED_IN)));
        host = only(KB, Decision.allow(signedIn));

        assertThat(found(ERIKA)).containsExactlyInAnyOrder("article", "faq", "faq");
        assertThat(found(NOBODY)).containsExactly("faq");
    }

    @Test
    void noSourceIsSearchedFurtherThanThePermissionToSearchReaches() {
        Scope open = Scope.wholeTenant(ACME).ofAudiences(Bound.only(Set.of(Audience.PUBLIC)));
        host = only("search.find", Decision.allow(open));

        assertThat(found(ERIKA)).containsExactlyInAnyOrder("article", "faq");
    }

    @Test
    void anExceptionOfThePolicyAndTheScopeOfAnotherTenantAreDenials() {
        host = (tx, actor, permission) -> {
            if (permission.name().equals(KB)) {
                throw new IllegalStateException("on purpose");
            }
            return Decision.allow(Scope.wholeTenant(actor.tenant()));
        };
        assertThat(found(ERIKA)).containsExactlyInAnyOrder("faq", "faq");

        host = only(FAQ, Decision.allow(Scope.wholeTenant(TenantId.of("other"))));
        assertThat(found(ERIKA)).containsExactlyInAnyOrder("article", "article");
    }

    private static AccessPolicy everything() {
        return (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(actor.tenant()));
    }

    private static AccessPolicy only(String name, Decision decision) {
        return (tx, actor, permission) ->
                permission.name().equals(name) ? decision : Decision.allow(Scope.wholeTenant(actor.tenant()));
    }

    private List<String> found(Actor reader) {
        return search.find(reader, SearchQuery.of("Beitrag"), PageRequest.first(10)).hits().items().stream()
                .map(hit -> hit.object().type())
                .toList();
    }

    private void ask(Audience audience) {
        var section = faq.outline()
                .add(LENA, AddFaqSection.of(LocalizedText.german("Allgemeines")))
                .id();
        FaqContent content = FaqContent.of(LanguageTag.GERMAN, "Was kostet es?", "Den Beitrag.");
        FaqEntryId id = faq.editor()
                .add(LENA, AddFaqEntry.of(section, content.forAudiences(audience)))
                .id();
        faq.editor().publish(LENA, PublishFaqEntry.of(id));
    }
}
