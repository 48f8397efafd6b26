// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.ArticleCare;
import dev.portalblocks.kb.ArticleFeedback;
import dev.portalblocks.kb.ArticleViews;
import dev.portalblocks.kb.CategoryEditor;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.AskForNeedy;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CompareContents;
import dev.portalblocks.kb.model.CountViews;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.FeedbackText;
import dev.portalblocks.kb.model.HealthMeasures;
import dev.portalblocks.kb.model.MoveCategory;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.kb.model.RelateArticle;
import dev.portalblocks.kb.model.ReleaseSlug;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RenameArticle;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.model.VoteOnArticle;
import dev.portalblocks.kb.model.WithdrawVote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What a {@link Visit} does with categories, and with what is said of articles beside their texts. */
final class EditorVisit {
    /** How many kinds of steps there are. */
    static final int KINDS = 5;

    private static final UUID UNKNOWN = new UUID(0x7000, Long.MIN_VALUE);
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    private final House house;
    private final TenantId tenant;
    private final SplittableRandom random;
    private final Actor editor;
    private final List<ArticleId> articles = new ArrayList<>(List.of(ArticleId.of(UNKNOWN)));
    private final List<CategoryId> categories = new ArrayList<>(List.of(CategoryId.of(UNKNOWN)));

    EditorVisit(House house, TenantId tenant, SplittableRandom random) {
        this.house = house;
        this.tenant = tenant;
        this.random = random;
        editor = Actor.agent(tenant, "edda", "editor");
    }

    /** Lets it speak of what is another's. */
    void learn(EditorVisit other) {
        articles.addAll(other.articles);
        categories.addAll(other.categories);
    }

    Object take(int step) {
        return switch (step) {
            case 0 -> shaped();
            case 1 -> random.nextBoolean() ? written() : caredFor();
            case 2 -> spokenOf();
            case 3 -> seen();
            default -> looked();
        };
    }

    private Object shaped() {
        CategoryEditor tree = house.knowledge.categoryEditor();
        return switch (random.nextInt(3)) {
            case 0 -> {
                CategoryId made = tree.create(
                                editor, CreateCategory.of(slug(), LocalizedText.german(SearchVisit.word(random))))
                        .id();
                categories.add(made);
                yield made;
            }
            case 1 -> tree.move(editor, MoveCategory.of(one(categories), one(categories)));
            default -> {
                tree.remove(editor, RemoveCategory.of(one(categories)));
                yield "removed";
            }
        };
    }

    private Object written() {
        ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, SearchVisit.word(random), "Text")
                .in(categories.size() > 1 ? new CategoryId[] {categories.get(1)} : new CategoryId[0]);
        ArticleId id = house.knowledge
                .editor()
                .create(editor, CreateArticle.of(content))
                .id();
        articles.add(id);
        return house.knowledge.editor().publish(editor, PublishArticle.of(id));
    }

    private Object caredFor() {
        ArticleCare care = house.knowledge.care();
        ArticleId article = one(articles);
        return switch (random.nextInt(4)) {
            case 0 -> care.assign(editor, AssignArticle.of(article, SearchVisit.word(random), DAY));
            case 1 -> care.rename(editor, RenameArticle.of(article, LanguageTag.GERMAN, slug()));
            case 2 -> care.release(editor, ReleaseSlug.of(article, LanguageTag.GERMAN, slug()));
            default -> care.relate(editor, RelateArticle.of(article, one(articles)));
        };
    }

    /** By two customers, whose numbers both tenants know. */
    private Object spokenOf() {
        ArticleFeedback feedback = house.knowledge.feedback();
        CustomerId customer = CustomerId.of(random.nextBoolean() ? "4711" : "4712");
        Actor reader = Actor.customer(tenant, customer);
        PageRequest page = PageRequest.first(1 + random.nextInt(3));
        ArticleId article = one(articles);
        return switch (random.nextInt(7)) {
            case 0, 1 -> {
                feedback.vote(
                        reader,
                        new VoteOnArticle(
                                article, 1, LanguageTag.GERMAN, random.nextBoolean(), SearchVisit.word(random)));
                yield "voted"; // at an instant of its world
            }
            case 2 -> feedback.withdraw(reader, new WithdrawVote(article, 1));
            case 3 -> feedback.given(reader, customer, page).items().size();
            case 4 -> feedback.counts(editor, article);
            case 5 ->
                feedback.texts(editor, null, page).items().stream()
                        .map(FeedbackText::text)
                        .toList();
            default -> feedback.erase(reader, customer);
        };
    }

    /** By readers whose names both tenants know. */
    private Object seen() {
        ArticleViews views = house.knowledge.views();
        RecordView view = RecordView.of(one(articles)).by("besuch");
        ViewPeriod ever = new ViewPeriod(LocalDate.MIN, LocalDate.MAX);
        return switch (random.nextInt(7)) {
            case 5 ->
                house.knowledge.health().owners(editor, HealthMeasures.usual().helpingFewerThan(60, 1));
            case 6 ->
                house.knowledge
                        .health()
                        .needy(
                                editor,
                                AskForNeedy.ofAll(HealthMeasures.usual().helpingFewerThan(60, 1)),
                                PageRequest.first(2))
                        .items();
            case 0 -> {
                views.record(Actor.anonymous(tenant), view);
                yield "visited";
            }
            case 1 -> {
                views.record(Actor.customer(tenant, CustomerId.of("4711")), view);
                yield "seen";
            }
            case 2 -> views.counts(editor, new CountViews(one(articles), ever));
            case 3 ->
                views.most(editor, ever, PageRequest.first(1 + random.nextInt(3)))
                        .items();
            default -> views.keep(Actor.system(tenant, "program"));
        };
    }

    private Object looked() {
        ArticleCare care = house.knowledge.care();
        Actor reader = Actor.anonymous(tenant);
        PageRequest page = PageRequest.first(1 + random.nextInt(3));
        return switch (random.nextInt(8)) {
            case 0, 1 -> house.knowledge.readBySlug(reader, LanguageTag.GERMAN, slug());
            case 2 -> house.knowledge.related(reader, one(articles), null);
            case 3 -> house.knowledge.editor().compare(editor, CompareContents.of(one(articles), 1, 1));
            case 4 -> care.slugs(editor, one(articles));
            case 5 -> care.owned(editor, SearchVisit.word(random), page).items();
            case 6 -> house.knowledge.downloads().read(reader, one(articles), null);
            default -> care.due(editor, DAY, null, page).items();
        };
    }

    /** Words that are titles as well, so that tenants would take them from each other. */
    private String slug() {
        return SearchVisit.word(random).replace(' ', '-');
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
