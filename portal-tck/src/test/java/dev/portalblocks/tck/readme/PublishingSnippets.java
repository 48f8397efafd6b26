// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.CategoryEditor;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.AskForNeedy;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CountViews;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.FeedbackText;
import dev.portalblocks.kb.model.HealthMeasures;
import dev.portalblocks.kb.model.MoveCategory;
import dev.portalblocks.kb.model.NeedyArticle;
import dev.portalblocks.kb.model.OwnerHealth;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RenameArticle;
import dev.portalblocks.kb.model.RestoreRevision;
import dev.portalblocks.kb.model.SubmitArticle;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.model.ViewedArticle;
import dev.portalblocks.kb.model.VoteOnArticle;
import dev.portalblocks.publishing.model.TextStatus;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** The lines that the guide to publishing shows. */
final class PublishingSnippets {
    private PublishingSnippets() {}

    static ArticleId written(KnowledgeBase knowledge, Actor anton, Actor lena) {
        // guide begins
        ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, "Hagelschaden", "Melden Sie ihn **sofort**.")
                .with(LanguageTag.ENGLISH, "Hail damage", "Report it **at once**.");
        ArticleId hail =
                knowledge.editor().create(anton, CreateArticle.of(content)).id(); // an author's draft
        knowledge.workflow().submit(anton, SubmitArticle.of(hail, LanguageTag.GERMAN));
        knowledge.editor().publish(lena, PublishArticle.of(hail).in(LanguageTag.GERMAN)); // English waits
        // guide ends
        return hail;
    }

    static EditedArticle planned(KnowledgeBase knowledge, Actor lena, ArticleId hail) {
        // guide begins
        LocalDateTime monday = LocalDateTime.parse("2026-11-23T08:00"); // by the clock on the tenant's wall
        knowledge
                .editor()
                .publish(lena, PublishArticle.of(hail).in(LanguageTag.ENGLISH).shown(monday, null));
        EditedArticle planned =
                knowledge.editor().archive(lena, ArchiveArticle.of(hail).at(monday.plusMonths(6)));
        for (TextStatus text : planned.texts()) {
            text.shown(); // German: PUBLISHED, English: PLANNED; both until 23 May
        }
        // guide ends
        return planned;
    }

    static Category shaped(
            KnowledgeBase knowledge, Actor lena, CategoryId storm, CategoryId weather, CategoryId frost) {
        // guide begins
        CategoryEditor categories = knowledge.categoryEditor();
        Category moved = categories.move(lena, MoveCategory.of(storm, weather)); // null for the top
        categories.remove(lena, RemoveCategory.of(frost)); // its articles stay
        // guide ends
        return moved;
    }

    static List<String> both(KnowledgeBase knowledge, Actor lena, ArticleId hail, ArticleContent mine) {
        // guide begins
        EditedArticle seen = knowledge.editor().find(lena, hail);
        // … somebody else saves meanwhile …
        try {
            knowledge.editor().edit(lena, EditArticle.of(hail, mine).expecting(seen.version()));
        } catch (PortalException.Conflict conflict) {
            ArticleContent theirs =
                    conflict.findCurrent(EditedArticle.class).orElseThrow().draft();
            return List.of(mine.toString(), String.valueOf(theirs)); // show both
        }
        // guide ends
        return List.of();
    }

    static EditedArticle restored(KnowledgeBase knowledge, Actor lena, ArticleId hail) {
        // guide begins
        knowledge.workflow().restore(lena, RestoreRevision.of(hail, 1)); // the draft says what revision 1 said
        EditedArticle back = knowledge.editor().publish(lena, PublishArticle.of(hail));
        // guide ends
        return back;
    }

    static boolean moved(KnowledgeBase knowledge, Actor lena, Actor visitor, ArticleId hail) {
        // guide begins
        knowledge.care().rename(lena, RenameArticle.of(hail, LanguageTag.GERMAN, "hagelschaden-melden"));
        Article found = knowledge.readBySlug(visitor, LanguageTag.GERMAN, "hagelschaden"); // what it was called before
        boolean moved =
                !found.slug().equals("hagelschaden") || !found.language().equals(LanguageTag.GERMAN);
        // guide ends
        return moved;
    }

    static Page<EditedArticle> due(KnowledgeBase knowledge, Actor lena, ArticleId hail) {
        // guide begins
        knowledge.care().assign(lena, AssignArticle.of(hail, "lena", LocalDate.of(2027, 5, 1)));
        Page<EditedArticle> due = knowledge.care().due(lena, LocalDate.of(2027, 5, 31), null, PageRequest.first(20));
        // guide ends
        return due;
    }

    static List<FeedbackCount> said(KnowledgeBase knowledge, Actor erika, Actor lena, ArticleId hail) {
        // guide begins
        Article read = knowledge.read(erika, hail, null);
        knowledge.feedback().vote(erika, VoteOnArticle.notHelpful(read).saying("Und bei Glasbruch?"));
        knowledge
                .feedback()
                .vote(erika, VoteOnArticle.helpful(read)); // changed her mind: one vote, and the text is gone
        List<FeedbackCount> counts = knowledge.feedback().counts(lena, hail); // by revision and language
        Page<FeedbackText> texts = knowledge.feedback().texts(lena, null, PageRequest.first(20)); // of all articles
        // guide ends
        return texts.items().isEmpty() ? counts : List.of();
    }

    static List<ViewCount> seen(
            KnowledgeBase knowledge,
            Actor erika,
            Actor visitor,
            Actor lena,
            ArticleId hail,
            String session,
            LocalDate today) {
        // guide begins
        knowledge.views().record(erika, RecordView.of(hail)); // when you show it; again today changes nothing
        knowledge
                .views()
                .record(visitor, RecordView.of(hail).by(session)); // a key of your own, for who is not signed in
        List<ViewCount> seen =
                knowledge.views().counts(lena, new CountViews(hail, ViewPeriod.upTo(today, 30))); // by day and revision
        Page<ViewedArticle> most = knowledge.views().most(lena, ViewPeriod.upTo(today, 30), PageRequest.first(20));
        // guide ends
        return most.items().isEmpty() ? List.of() : seen;
    }

    static List<OwnerHealth> needy(KnowledgeBase knowledge, Actor lena) {
        // guide begins
        HealthMeasures measures = HealthMeasures.usual().unchangedFor(180).unseenFor(90);
        List<OwnerHealth> owners =
                knowledge.health().owners(lena, measures); // those that nobody answers for are the last
        Page<NeedyArticle> worst =
                knowledge.health().needy(lena, AskForNeedy.ofAll(measures).of("lena"), PageRequest.first(20));
        // guide ends
        return worst.items().isEmpty() ? owners : List.of();
    }
}
