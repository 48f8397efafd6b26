// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.ArticleCare;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.model.FeedbackText;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.kb.model.RelateArticle;
import dev.portalblocks.kb.model.RenameArticle;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.model.SubmitArticle;
import dev.portalblocks.kb.model.UploadAsset;
import dev.portalblocks.kb.model.VoteOnArticle;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** The sample articles of one tenant, in each of their states; made through the operations. */
final class SampleArticles {
    static final SourceKey SOURCE = new SourceKey("handbuch", "kfz/hagel.md");
    static final String PICTURE = "bild.png";
    /** Answers for the articles. */
    static final String OWNER = "lena";
    /** Until when somebody has to look at them. */
    static final LocalDate DUE = LocalDate.of(2030, 1, 1);
    /** What the published article was called at first. */
    static final String SLUG = "hagelschlag";

    private final KnowledgeBase knowledge;
    private final Actor host;

    SampleArticles(KnowledgeBase knowledge, Actor host) {
        this.knowledge = knowledge;
        this.host = host;
    }

    Target.Articles make() {
        var editor = knowledge.editor();
        CategoryId category = knowledge
                .categoryEditor()
                .create(
                        host,
                        new CreateCategory(
                                null, "kfz", LocalizedText.german(SampleWorld.WORD), IdempotencyKey.of("kfz")))
                .id();
        CategoryId empty = knowledge
                .categoryEditor()
                .create(
                        host,
                        CreateCategory.of("leer", LocalizedText.german("Leer")).under(category))
                .id();
        Asset picture = editor.upload(host, new UploadAsset(PICTURE, "image/png"), SampleWorld.picture());
        ArticleContent content = article(SampleWorld.WORD).in(category).withAssets(List.of(picture));
        ArticleId published = editor.create(host, CreateArticle.of(content)).id();
        editor.publish(host, PublishArticle.of(published));
        ArticleId draft =
                editor.create(host, CreateArticle.of(article("Entwurf"))).id();
        ArticleId pictured = editor.create(host, CreateArticle.of(content)).id();
        ArticleId archived = editor.create(host, CreateArticle.of(content)).id();
        editor.publish(host, PublishArticle.of(archived));
        List.of(published, archived)
                .forEach(article -> List.of(SampleWorld.ERIKA, SampleWorld.OTTO).forEach(who -> say(who, article)));
        List.of(published, archived)
                .forEach(article -> knowledge
                        .views()
                        .record(
                                Actor.anonymous(host.tenant()),
                                RecordView.of(article).by("zuvor")));
        editor.archive(host, ArchiveArticle.of(archived));
        knowledge.intake().put(host, new ImportArticle(SOURCE, List.of("import"), article("Import")));
        knowledge.care().rename(host, RenameArticle.of(published, LanguageTag.GERMAN, SLUG));
        List.of(published, draft, pictured, archived).forEach(this::careFor);
        return new Target.Articles(
                published,
                draft,
                category,
                empty,
                SOURCE,
                inWork(),
                said(published),
                Map.of("published", published, "draft", pictured, "archived", archived));
    }

    private void say(CustomerId customer, ArticleId article) {
        Actor reader = Actor.customer(host.tenant(), customer);
        knowledge
                .feedback()
                .vote(
                        reader,
                        VoteOnArticle.helpful(knowledge.read(reader, article, null))
                                .saying(SampleWorld.WORD + "!"));
    }

    /** The first who said something is the last of the list. */
    private FeedbackId said(ArticleId article) {
        List<FeedbackText> all =
                knowledge.feedback().texts(host, article, PageRequest.first(10)).items();
        return all.get(all.size() - 1).id();
    }

    private void careFor(ArticleId article) {
        ArticleCare care = knowledge.care();
        care.assign(host, AssignArticle.of(article, OWNER, DUE));
        care.rename(host, RenameArticle.of(article, LanguageTag.GERMAN, oldSlug(article)));
        care.rename(host, RenameArticle.of(article, LanguageTag.GERMAN, slug(article)));
        knowledge
                .intake()
                .find(host, SOURCE)
                .ifPresent(other -> care.relate(host, RelateArticle.of(article, other.id())));
    }

    /** Returns what an article is called. */
    static String slug(ArticleId article) {
        return "artikel-" + article;
    }

    /** Returns what an article was called before. */
    static String oldSlug(ArticleId article) {
        return "alt-" + article;
    }

    private ArticleId inWork() {
        var editor = knowledge.editor();
        ArticleContent content = article("In Arbeit").with(LanguageTag.ENGLISH, "In work", "Soon.");
        ArticleId inWork = editor.create(host, CreateArticle.of(content)).id();
        editor.publish(host, PublishArticle.of(inWork).shown(LocalDateTime.of(2099, 1, 1, 0, 0), null));
        editor.edit(host, EditArticle.of(inWork, content.with(LanguageTag.GERMAN, "In Arbeit", "Anders.")));
        knowledge.workflow().submit(host, SubmitArticle.of(inWork, LanguageTag.GERMAN));
        return inWork;
    }

    static ArticleContent article(String title) {
        return ArticleContent.of(LanguageTag.GERMAN, title, "# " + title + "\n\n" + SampleWorld.WORD + " melden.");
    }
}
