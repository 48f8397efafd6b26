// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.RelateArticle;
import dev.portalblocks.kb.model.SourceKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of imported articles beside their texts; what is related waits until all of them are there. */
final class ImportedCare {
    private final KnowledgeBase knowledge;
    private final Actor actor;
    private final Map<ArticleId, ArticleId> ids = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();

    ImportedCare(KnowledgeBase knowledge, Actor actor) {
        this.knowledge = knowledge;
        this.actor = actor;
    }

    /** Returns the article of this source, else of this id, if there is one. */
    Optional<EditedArticle> find(SourceKey source, @Nullable ArticleId id) {
        Optional<ArticleId> named = knowledge.intake().find(actor, source).map(found -> found.id());
        return named.or(() -> Optional.ofNullable(id)).flatMap(this::find);
    }

    private Optional<EditedArticle> find(ArticleId id) {
        try {
            return Optional.of(knowledge.editor().find(actor, id));
        } catch (PortalException.NotFound e) {
            return Optional.empty();
        }
    }

    /** Says of an article that has just been put what its file says; what can't be said becomes a note. */
    void take(
            SourceKey source,
            Reading.Settings settings,
            Map<LanguageTag, List<String>> slugs,
            List<Reading.Note> notes) {
        EditedArticle article = find(source, settings.id()).orElseThrow();
        ArticleSettings current = article.settings();
        ArticleId id = settings.id();
        if (id != null && !id.equals(article.id())) {
            ids.put(id, article.id());
            notes.add(new Reading.Note(0, "id-ignored", "The file's article has another id already."));
        }
        slugs.forEach((language, names) -> {
            if (!names.get(0).equals(current.slugs().get(language))) {
                String reason = "Another article has or had this address: " + names.get(0);
                notes.add(new Reading.Note(0, "slug-taken", reason));
            }
        });
        assign(article, settings, notes);
        if (settings.related() != null) {
            waiting.add(new Waiting(source.path(), article.id(), settings.related()));
        }
    }

    private void assign(EditedArticle article, Reading.Settings settings, List<Reading.Note> notes) {
        ArticleSettings current = article.settings();
        String owner = settings.owner() == null ? current.owner() : settings.owner();
        LocalDate day = settings.reviewBy() == null ? current.reviewBy() : settings.reviewBy();
        if (Objects.equals(owner, current.owner()) && Objects.equals(day, current.reviewBy())) {
            return;
        }
        try {
            knowledge.care().assign(actor, AssignArticle.of(article.id(), owner, day));
        } catch (PortalException.InvalidInput e) {
            notes.add(new Reading.Note(0, "owner-ignored", String.valueOf(e.getMessage())));
        }
    }

    /** Relates what waited; returns what can't be related. */
    List<ImportReport.Remark> relateAll() {
        List<ImportReport.Remark> remarks = new ArrayList<>();
        for (Waiting article : waiting) {
            List<ArticleId> others = article.related().stream()
                    .map(other -> ids.getOrDefault(other, other))
                    .distinct()
                    .filter(other -> !other.equals(article.id()) && find(other).isPresent())
                    .toList();
            if (others.size() < article.related().size()) {
                Reading.Note note = new Reading.Note(0, "related-ignored", "A related article is not there.");
                remarks.add(new ImportReport.Remark(article.path(), note));
            }
            boolean isNew = find(article.id())
                    .filter(found -> !found.settings().related().equals(others))
                    .isPresent();
            if (isNew) {
                knowledge.care().relate(actor, new RelateArticle(article.id(), others, null));
            }
        }
        return remarks;
    }

    private record Waiting(String path, ArticleId id, List<ArticleId> related) {}
}
