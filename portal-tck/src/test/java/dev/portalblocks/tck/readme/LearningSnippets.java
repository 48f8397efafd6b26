// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.event.ContactFollowedSearch;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.SearchToken;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.jdbc.JdbcFaqStorage;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.learning.SearchLearning;
import dev.portalblocks.search.learning.jdbc.JdbcLearningStorage;
import dev.portalblocks.search.learning.model.AskForGaps;
import dev.portalblocks.search.learning.model.GapReport;
import dev.portalblocks.search.spi.SearchIndex;

/** The lines that the guide to learning shows: a portal whose searches are learned of, with a form to write to the company. */
final class LearningSnippets {
    static final Operation WRITE =
            Operation.writing("contact-form.write", Permission.forCustomers("contact-form.write"));

    final Portal portal;
    final KnowledgeBase knowledge;
    final SearchLearning learning;
    final Search search;

    private LearningSnippets(Portal portal, KnowledgeBase knowledge, SearchLearning learning, Search search) {
        this.portal = portal;
        this.knowledge = knowledge;
        this.learning = learning;
        this.search = search;
    }

    static LearningSnippets compose(Database db, SearchIndex index) {
        // guide begins
        Schemas.migrate(
                db,
                JdbcCoreStorage.SCHEMA,
                JdbcKnowledgeStorage.SCHEMA,
                JdbcFaqStorage.SCHEMA,
                JdbcLearningStorage.SCHEMA);
        Portal portal = Portal.of(db);
        KnowledgeBase knowledge = KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db));
        Faq faq = Faq.of(portal, JdbcFaqStorage.on(db));

        SearchLearning learning = SearchLearning.of(portal, JdbcLearningStorage.on(db), index);
        Search search = Search.builder(portal, index, knowledge.searchSource(), faq.searchSource())
                .recordedBy(learning.recorder())
                .build();
        // guide ends
        return new LearningSnippets(portal, knowledge, learning, search);
    }

    void open(Actor reader, SearchToken token) {
        // guide begins
        learning.opened(reader, token); // the reader opens a hit, of this page or a later one
        // guide ends
    }

    void takeMessages() {
        // guide begins
        portal.register(BlockContribution.of("contact-form", WRITE).emitting(ContactFollowedSearch.TYPE));
        // guide ends
    }

    static void written(OperationContext context, SearchToken token) {
        // guide begins
        ContactFollowedSearch followed = ContactFollowedSearch.of(token);
        context.emit(ContactFollowedSearch.TYPE, followed.lane(), followed); // never for the customer or the message
        // guide ends
    }

    GapReport report(Actor lena) {
        // guide begins
        GapReport report = learning.gaps(lena, AskForGaps.ofAll());
        // guide ends
        return report;
    }
}
