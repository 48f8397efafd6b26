// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.jdbc.JdbcFaqStorage;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntry;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CategorySummary;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.UploadAsset;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.tck.jdbc.Databases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is for a segment, or for those who own something, is there for them, on each path, and for nobody else. */
class AudiencesOfCustomersTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    private static final Actor INDEX = Actor.system(ACME, "index");
    private static final CustomerId ERIKAS = CustomerId.of("4711");
    private static final CustomerId OTTOS = CustomerId.of("4712");
    private static final Actor ERIKA = Actor.customer(ACME, ERIKAS);
    private static final Actor OTTO = Actor.customer(ACME, OTTOS);
    private static final ObjectRef CONTENTS = ObjectRef.of("product", "hausrat");
    private static final Set<String> EVERYBODYS = Set.of("Adresse");

    /** Where it is kept. */
    enum Shelf {
        MEMORY {
            @Override
            Office open() {
                Memory memory = new Memory();
                return new Office(
                        MemoryCoreStorage.in(memory, new MemoryContentStore()),
                        MemoryKnowledgeStorage.in(memory),
                        MemoryFaqStorage.in(memory));
            }
        },
        H2 {
            @Override
            Office open() {
                return in(Databases.H2.database());
            }
        },
        POSTGRESQL {
            @Override
            Office open() {
                return in(Databases.POSTGRESQL.database());
            }
        };

        abstract Office open();

        private static Office in(Database db) {
            return new Office(
                    JdbcCoreStorage.on(db, new MemoryContentStore()),
                    JdbcKnowledgeStorage.on(db),
                    JdbcFaqStorage.on(db));
        }
    }

    /** A company with a CRM, and an article and a question for each audience. */
    private static final class Office implements AutoCloseable {
        final Map<CustomerId, Set<String>> segments = new ConcurrentHashMap<>();
        final Map<CustomerId, Set<ObjectRef>> holdings = new ConcurrentHashMap<>();
        final Portal portal;
        final KnowledgeBase knowledge;
        final Faq faq;
        final Search search;
        private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
        private final Map<ArticleId, String> articles = new ConcurrentHashMap<>();
        private final Map<FaqEntryId, String> questions = new ConcurrentHashMap<>();

        Office(CoreStorage core, KnowledgeStorage articles, FaqStorage questions) {
            portal = Portal.builder(core)
                    .segments((tx, tenant, customer) -> segments.getOrDefault(customer, Set.of()))
                    .holdings((tx, tenant, customer) -> holdings.getOrDefault(customer, Set.of()))
                    .build();
            knowledge = KnowledgeBase.of(portal, articles);
            faq = Faq.of(portal, questions);
            search = Search.of(portal, index, knowledge.searchSource(), faq.searchSource());
            Asset picture = knowledge
                    .editor()
                    .upload(LENA, new UploadAsset("bild.txt", "text/plain"), new ByteArrayInputStream(new byte[] {'x'
                    }));
            FaqSectionId section = faq.outline()
                    .add(LENA, AddFaqSection.of(LocalizedText.of(LanguageTag.GERMAN, "Fragen")))
                    .id();
            publish(picture, section, "Adresse", Audience.PUBLIC);
            publish(picture, section, "Bonus", Audience.segment("premium"));
            publish(picture, section, "Glasbruch", Audience.owners(CONTENTS));
            publish(picture, section, "Vorteile", Audience.segment("premium"), Audience.owners(CONTENTS));
            search.follow(INDEX);
        }

        private void publish(Asset picture, FaqSectionId section, String title, Audience... audiences) {
            CategoryId category = knowledge
                    .categoryEditor()
                    .create(LENA, CreateCategory.of(title, LocalizedText.of(LanguageTag.GERMAN, title)))
                    .id();
            ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, title, "Hagel")
                    .in(category)
                    .withAssets(List.of(picture))
                    .forAudiences(audiences);
            ArticleId article =
                    knowledge.editor().create(LENA, CreateArticle.of(content)).id();
            knowledge.editor().publish(LENA, PublishArticle.of(article));
            articles.put(article, title);
            FaqContent question = FaqContent.of(LanguageTag.GERMAN, title, "Hagel");
            FaqEntryId entry = faq.editor()
                    .add(
                            LENA,
                            AddFaqEntry.of(
                                    section, new FaqContent(question.language(), question.texts(), Set.of(audiences))))
                    .id();
            faq.editor().publish(LENA, PublishFaqEntry.of(entry));
            questions.put(entry, title);
        }

        /** Returns the titles that the actor meets, by path. */
        Map<String, Set<String>> met(Actor actor) {
            PageRequest all = PageRequest.first(50);
            return Map.of(
                    "read",
                            found(
                                    articles,
                                    id -> knowledge.read(actor, id, null).text().title()),
                    "list", titles(knowledge.list(actor, null, null, all).items(), ArticleSummary::title),
                    "categories", titles(knowledge.categories(actor, null), CategorySummary::name),
                    "pictures", found(articles, id -> opened(actor, id)),
                    "question", found(questions, id -> faq.read(actor, id, null).question()),
                    "sections",
                            titles(
                                    faq.sections(actor, null).stream()
                                            .flatMap(section -> section.entries().stream())
                                            .toList(),
                                    FaqEntry::question),
                    "search",
                            titles(
                                    search.find(actor, SearchQuery.of("Hagel"), all)
                                            .hits()
                                            .items(),
                                    hit -> hit.title().text()));
        }

        private String opened(Actor actor, ArticleId article) {
            try (InputStream bytes = knowledge.openAsset(actor, article, "bild.txt")) {
                assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("x");
                return Objects.requireNonNull(articles.get(article));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Returns what is found of these; what is not there for somebody is as absent as what is not there at all. */
        private static <I> Set<String> found(Map<I, String> all, Function<I, String> read) {
            Set<String> titles = new TreeSet<>();
            all.forEach((id, title) -> {
                try {
                    titles.add(read.apply(id));
                } catch (PortalException.NotFound e) {
                    assertThat(e.code()).endsWith(".not-found");
                }
            });
            return titles;
        }

        private static <T> Set<String> titles(List<T> all, Function<T, String> title) {
            return all.stream().map(title).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public void close() {
            portal.close();
            index.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachPathObeysSegmentsAndHoldings(Shelf shelf) {
        try (Office office = shelf.open()) {
            assertThat(office.met(ERIKA).values()).containsOnly(EVERYBODYS);

            office.segments.put(ERIKAS, Set.of("premium"));
            assertThat(office.met(ERIKA).values()).containsOnly(with("Bonus", "Vorteile"));
            assertThat(office.met(OTTO).values()).containsOnly(EVERYBODYS);

            office.holdings.put(ERIKAS, Set.of(CONTENTS, ObjectRef.of("contract", "1")));
            assertThat(office.met(ERIKA).values()).containsOnly(with("Bonus", "Vorteile", "Glasbruch"));

            office.segments.put(ERIKAS, Set.of("Premium"));
            assertThat(office.met(ERIKA).values()).containsOnly(with("Vorteile", "Glasbruch"));

            office.holdings.put(ERIKAS, Set.of(ObjectRef.of("contract", "hausrat")));
            assertThat(office.met(ERIKA).values()).containsOnly(EVERYBODYS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoActsForAnotherReadsWhatIsForThatOne(Shelf shelf) {
        try (Office office = shelf.open()) {
            office.segments.put(ERIKAS, Set.of("premium"));
            office.holdings.put(OTTOS, Set.of(CONTENTS));
            Actor forOtto = ERIKA.actingFor(OTTOS);
            assertThatThrownBy(() -> office.met(forOtto)).isInstanceOf(PortalException.AccessDenied.class);

            office.portal.mandates().grant(INDEX, GrantMandate.everything(OTTOS, ERIKAS, Mandate.Kind.HOUSEHOLD));
            assertThat(office.met(forOtto).values()).containsOnly(with("Vorteile", "Glasbruch"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoseNumberOrRoleLooksLikeASegmentIsInNone(Shelf shelf) {
        try (Office office = shelf.open()) {
            office.segments.put(ERIKAS, Set.of("premium"));
            office.holdings.put(ERIKAS, Set.of(CONTENTS));
            List<Actor> others = List.of(
                    Actor.anonymous(ACME).withRoles("premium"),
                    Actor.agent(ACME, ERIKAS.value(), "premium", "segment:premium"),
                    Actor.customer(ACME, CustomerId.of("segment:premium")).withRoles("owns:product:hausrat"));
            assertThat(others)
                    .allSatisfy(other -> assertThat(office.met(other).values()).containsOnly(EVERYBODYS));
        }
    }

    private static Set<String> with(String... more) {
        Set<String> all = new HashSet<>(EVERYBODYS);
        all.addAll(List.of(more));
        return all;
    }
}
