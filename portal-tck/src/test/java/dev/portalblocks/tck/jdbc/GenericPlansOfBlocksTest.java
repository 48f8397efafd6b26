// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.jdbc.JdbcVaultStorage;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.PublishArticle;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As {@link GenericPlansTest}, for vault and knowledge base: who has little reads little, beside somebody who has much. */
class GenericPlansOfBlocksTest {
    private static final int MANY = 5_000;
    private static final int RUNS = 8;
    private static final TenantId SMALL = TenantId.of("small");
    private static final CustomerId MAX = CustomerId.of("4712");
    private static final CustomerId ERIKA = CustomerId.of("4711");
    private static final PageRequest NEWEST = PageRequest.first(50);

    private final GenericPlans plans = new GenericPlans();
    private final Portal portal = Portal.of(plans.db(), new MemoryContentStore());
    private final Vault vault = Vault.of(portal, JdbcVaultStorage.on(plans.db()));
    private final KnowledgeBase knowledge = KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(plans.db()));

    @AfterEach
    void end() {
        portal.close();
        plans.close();
    }

    @Test
    void aVaultReadsLittleMoreThanItsPageWhoeverHasHowMuch() throws SQLException {
        Shelf hers = shelf(ERIKA);
        Shelf his = shelf(MAX);
        List<String> copies = new ArrayList<>();
        String many = ", generate_series(1, " + MANY + ") n";
        Map<String, String> others = new HashMap<>(Map.of("id", "gen_random_uuid()", "place", "t.place + n"));
        copies.add(plans.copy("portal_document", many, others) + " WHERE t.customer = '4711'");
        others.put("customer", "'c' || n");
        others.put("shelf", "'c' || n || '/'");
        copies.add(plans.copy("portal_document", ", generate_series(1, 400) n", others)
                + " WHERE t.customer = '4712' AND t.folder IS NULL");
        copies.add(plans.copy(
                        "portal_folder",
                        many,
                        Map.of(
                                "id",
                                "gen_random_uuid()",
                                "name_hash",
                                "decode(md5(n::text), 'hex')",
                                "customer",
                                "'c' || n"))
                + " WHERE t.customer = '4711'");
        copies.add(plans.copy("portal_document_version", many, Map.of("number", "t.number + n"))
                + " WHERE t.customer = '4711'");
        prepare(copies);

        for (Shelf each : List.of(his, hers)) {
            Map<String, Long> rows = rowsRead(() -> {
                pages(each.equals(hers), after -> vault.list(each.owner(), each.customer(), after));
                pages(each.equals(hers), after -> vault.inFolder(each.owner(), each.customer(), null, after));
                pages(each.equals(hers), after -> vault.inFolder(each.owner(), each.customer(), each.folder(), after));
                pages(
                        false,
                        after -> vault.versions(each.owner(), each.document().id(), after));
                assertThat(vault.folders().list(each.owner(), each.customer())).hasSize(1);
            });
            assertLittle(rows, 4);
        }

        plans.run("DROP INDEX portal_document_of_customer, portal_document_on_shelf");
        assertThat(rowsRead(() -> {
                            vault.list(his.owner(), MAX, NEWEST);
                            vault.inFolder(his.owner(), MAX, null, NEWEST);
                        })
                        .values())
                .as("without an index")
                .allMatch(count -> count >= MANY);
    }

    @Test
    void aKnowledgeBaseReadsLittleBesideALargeOne() throws SQLException {
        TenantId large = TenantId.of("large");
        CategoryId here = articles(SMALL);
        CategoryId there = articles(large);
        List<String> copies = new ArrayList<>();
        String copied = ", generate_series(1, " + MANY + ") n";
        String larges = " WHERE t.tenant = 'large'";
        for (String table : List.of(
                "portal_kb_article", "portal_kb_article_category", "portal_kb_revision", "portal_kb_category")) {
            copies.add(plans.copy(table, ", generate_series(1, 400) n", Map.of("tenant", "'t' || n"))
                    + " WHERE t.tenant = 'small'");
        }
        copies.add(plans.copy("portal_kb_article", copied, Map.of("id", "gen_random_uuid()")) + larges);
        copies.add(
                "INSERT INTO portal_kb_article_category (tenant, category, article) SELECT c.tenant, c.category, a.id"
                        + " FROM portal_kb_article a JOIN portal_kb_article_category c ON c.tenant = a.tenant"
                        + " WHERE a.tenant = 'large' ON CONFLICT DO NOTHING");
        copies.add(plans.copy("portal_kb_revision", copied, Map.of("number", "t.number + n")) + larges);
        copies.add(plans.copy("portal_kb_category", copied, Map.of("id", "gen_random_uuid()", "slug", "t.slug || n"))
                + larges);
        prepare(copies);

        Actor reader = Actor.anonymous(SMALL);
        Actor editor = Actor.agent(SMALL, "lena", "editor");
        ArticleId article =
                knowledge.editor().list(editor, NEWEST).items().get(0).id();
        Map<String, Long> small = rowsRead(() -> {
            assertThat(knowledge.list(reader, null, null, NEWEST).items()).hasSize(1);
            assertThat(knowledge.list(reader, here, null, NEWEST).items()).hasSize(1);
            assertThat(knowledge.categories(reader, null)).hasSize(1);
            assertThat(knowledge.editor().list(editor, NEWEST).items()).hasSize(1);
            assertThat(knowledge.editor().revisions(editor, article, NEWEST).items())
                    .hasSize(1);
        });
        assertLittle(small, 5);
        Actor many = Actor.agent(large, "lena", "editor");
        assertLittle(
                rowsRead(() -> {
                    pages(true, after -> knowledge.list(Actor.anonymous(large), null, null, after));
                    pages(true, after -> knowledge.list(Actor.anonymous(large), there, null, after));
                    pages(true, after -> knowledge.editor().list(many, after));
                }),
                3);

        plans.run("ALTER TABLE portal_kb_article_category DROP CONSTRAINT portal_kb_article_category_pkey");
        plans.run("ALTER TABLE portal_kb_revision DROP CONSTRAINT portal_kb_revision_pkey");
        assertThat(rowsRead(() -> {
                            knowledge.editor().revisions(editor, article, NEWEST);
                            knowledge.list(reader, here, null, NEWEST);
                        })
                        .values())
                .as("without a key")
                .anyMatch(count -> count >= MANY);
    }

    private void assertLittle(Map<String, Long> rows, int queries) throws SQLException {
        System.out.println("Rows read under generic plans, by " + rows.size() + " queries: " + rows.values());
        assertThat(rows)
                .hasSizeGreaterThan(queries)
                .allSatisfy((query, count) -> assertThat(count).as(query).isLessThanOrEqualTo(250));
        assertThat(plans.preparedForGood())
                .as("statements under a generic plan")
                .isPositive();
    }

    private Map<String, Long> rowsRead(Runnable calls) throws SQLException {
        for (int i = 0; i < RUNS; i++) {
            plans.forget();
            calls.run();
        }
        return plans.explained();
    }

    private void prepare(List<String> copies) throws SQLException {
        for (String each : copies) {
            plans.run(each);
        }
        plans.run("VACUUM ANALYZE");
    }

    private static <T> void pages(boolean full, Function<PageRequest, Page<T>> list) {
        Page<T> first = list.apply(NEWEST);
        assertThat(first.items()).hasSize(full ? 50 : first.items().size()).isNotEmpty();
        if (full) {
            assertThat(list.apply(NEWEST.after(first.next())).items()).hasSize(50);
        }
    }

    /** A folder with a document in it, and one at the top. */
    private Shelf shelf(CustomerId customer) {
        Actor owner = Actor.customer(SMALL, customer);
        FolderId folder = vault.folders()
                .create(owner, CreateFolder.of(customer, "Policen"))
                .id();
        byte[] bytes = {1, 2, 3};
        Document document =
                vault.upload(owner, UploadDocument.of(customer, "oben.bin"), new ByteArrayInputStream(bytes));
        vault.upload(owner, UploadDocument.of(customer, "innen.bin").into(folder), new ByteArrayInputStream(bytes));
        return new Shelf(owner, customer, folder, document);
    }

    /** One article in one category, published once. */
    private CategoryId articles(TenantId tenant) {
        Actor editor = Actor.agent(tenant, "lena", "editor");
        CategoryId category = knowledge
                .categoryEditor()
                .create(editor, CreateCategory.of("schaden", LocalizedText.german("Schaden")))
                .id();
        ArticleId article = knowledge
                .editor()
                .create(
                        editor,
                        CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, "Hagel", "Melden.")
                                .in(category)))
                .id();
        knowledge.editor().publish(editor, PublishArticle.of(article));
        return category;
    }

    /**
     * What a customer has.
     *
     * @param owner the customer, as an actor
     * @param customer their number
     * @param folder their folder
     * @param document the one at the top
     */
    private record Shelf(Actor owner, CustomerId customer, FolderId folder, Document document) {}
}
