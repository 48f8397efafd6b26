// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.search.model.SynonymRuleId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What a call is aimed at: of each kind one object that an operation can be carried out on.
 *
 * @param tenant whose objects
 * @param customer whose profile
 * @param articles articles and what belongs to them
 * @param entries FAQ entries and what they stand in
 * @param synonyms a synonym rule
 * @param mail the letters of each customer
 * @param vaults the papers of each customer
 * @param mandates the mandate of each customer under which somebody acts for them
 */
record Target(
        TenantId tenant,
        CustomerId customer,
        Articles articles,
        Entries entries,
        SynonymRuleId synonyms,
        Map<CustomerId, Letters> mail,
        Map<CustomerId, Papers> vaults,
        Map<CustomerId, MandateId> mandates) {
    /**
     * What an editor works on.
     *
     * @param published a public article in the category, with a picture
     * @param draft an article that was never published
     * @param category a category at the top
     * @param empty a category in that one, in which nothing stands
     * @param source where an imported article came from
     * @param inWork an article that is planned to be published in many years, and in review in German, so that its English is outdated
     * @param said what Erika wrote about the published article
     * @param ofState one of each state, each in the category and with the picture; of the published and the archived one the customers
     *     said something
     */
    record Articles(
            ArticleId published,
            ArticleId draft,
            CategoryId category,
            CategoryId empty,
            SourceKey source,
            ArticleId inWork,
            FeedbackId said,
            Map<String, ArticleId> ofState) {}

    /**
     * What an FAQ's editor works on.
     *
     * @param section a section with both entries
     * @param empty a section without any
     * @param published an entry that readers see, on top
     * @param draft an entry that they don't, below
     * @param inWork an entry that is planned to be published in many years, and in review in German, so that its English is outdated, at the end
     * @param ofState one of each state, in the section
     */
    record Entries(
            FaqSectionId section,
            FaqSectionId empty,
            FaqEntryId published,
            FaqEntryId draft,
            FaqEntryId inWork,
            Map<String, FaqEntryId> ofState) {}

    /**
     * What a customer and the company wrote to each other.
     *
     * @param conversation where
     * @param message the first message, the customer's
     * @param attachment what hangs on it
     * @param unread how many messages each side has not read
     */
    record Letters(ConversationId conversation, MessageId message, ContentRef attachment, int unread) {}

    /**
     * What stands in a customer's vault.
     *
     * @param folder a folder with the document and another one
     * @param empty a folder without any
     * @param document a document of one version
     */
    record Papers(FolderId folder, FolderId empty, DocumentId document) {}

    /** Returns what exists nowhere. */
    static Target absent() {
        return new Target(
                TenantId.of("nowhere"),
                CustomerId.of("0000"),
                new Articles(
                        ArticleId.of(nobody(1)),
                        ArticleId.of(nobody(2)),
                        CategoryId.of(nobody(3)),
                        CategoryId.of(nobody(16)),
                        new SourceKey("nowhere", "nothing.md"),
                        ArticleId.of(nobody(8)),
                        FeedbackId.of(nobody(17)),
                        Map.of()),
                new Entries(
                        FaqSectionId.of(nobody(4)),
                        FaqSectionId.of(nobody(5)),
                        FaqEntryId.of(nobody(6)),
                        FaqEntryId.of(nobody(7)),
                        FaqEntryId.of(nobody(18)),
                        Map.of()),
                SynonymRuleId.of(nobody(15)),
                Map.of(),
                Map.of(),
                Map.of());
    }

    /** Returns this with the article and the entry of that state in the place of every other. */
    Target in(String state) {
        ArticleId article = Objects.requireNonNull(articles.ofState().get(state), state);
        FaqEntryId entry = entries.ofState().getOrDefault(state, entries.draft());
        Articles those = new Articles(
                article,
                article,
                articles.category(),
                articles.empty(),
                articles.source(),
                articles.inWork(),
                articles.said(),
                articles.ofState());
        Entries these =
                new Entries(entries.section(), entries.empty(), entry, entry, entries.inWork(), entries.ofState());
        return new Target(tenant, customer, those, these, synonyms, mail, vaults, mandates);
    }

    Target of(CustomerId other) {
        return new Target(tenant, other, articles, entries, synonyms, mail, vaults, mandates);
    }

    /** Returns the letters of the customer. */
    Letters letters() {
        return mail.getOrDefault(
                customer,
                new Letters(ConversationId.of(nobody(8)), MessageId.of(nobody(9)), ContentRef.of(nobody(10)), 1));
    }

    /** Returns the papers of the customer. */
    Papers papers() {
        return vaults.getOrDefault(
                customer, new Papers(FolderId.of(nobody(11)), FolderId.of(nobody(12)), DocumentId.of(nobody(13))));
    }

    /** Returns the mandate under which somebody acts for the customer. */
    MandateId mandate() {
        return mandates.getOrDefault(customer, MandateId.of(nobody(14)));
    }

    private static UUID nobody(long number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }
}
