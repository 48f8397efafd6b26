// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.histories;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.histories.Happened.Archived;
import dev.portalblocks.kb.histories.Happened.Confirmed;
import dev.portalblocks.kb.histories.Happened.Kept;
import dev.portalblocks.kb.histories.Happened.Published;
import dev.portalblocks.kb.histories.Happened.Wrote;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.ConfirmTranslation;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.KeepArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RestoreRevision;
import dev.portalblocks.publishing.model.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One article that an editor works on, by chance, beside the model of it. */
final class History {
    static final List<LanguageTag> LANGUAGES =
            List.of(LanguageTag.GERMAN, LanguageTag.ENGLISH, LanguageTag.of("fr"), LanguageTag.of("da"));

    /** There the clocks don't change, so that a time on the wall is one instant; and they show neither UTC nor Berlin's time. */
    static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private static final String TOO_MANY_TIMES = "article.too-many-times";

    final PlainModel model = new PlainModel();
    final List<String> steps = new ArrayList<>();
    private final KnowledgeBase knowledge;
    private final Actor editor;
    private final List<CategoryId> categories;
    private final SplittableRandom random;
    private Instant now;
    private int texts;

    final ArticleId article;

    History(House house, SplittableRandom random, Instant now) {
        this.knowledge = house.knowledge();
        this.editor = house.editor();
        this.categories = house.categories();
        this.random = random;
        this.now = now;
        ArticleContent content = content(null);
        article = knowledge.editor().create(editor, CreateArticle.of(content)).id();
        happened("create " + content, new Wrote(now, content));
    }

    /** Does something, as of this moment. */
    void step(Instant moment) {
        now = moment;
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> edit();
            case 3, 4, 5 -> publish();
            case 6 -> archive();
            case 7 -> keep();
            case 8 -> restore();
            default -> confirm();
        }
    }

    private void happened(String step, Happened event) {
        model.add(event);
        steps.add(now + " " + step);
    }

    private void edit() {
        ArticleContent content = content(model.newest());
        knowledge.editor().edit(editor, EditArticle.of(article, content));
        happened("edit " + content, new Wrote(now, content));
    }

    private void publish() {
        ArticleContent newest = model.newest();
        Set<LanguageTag> languages = someOrAll();
        Instant from = random.nextInt(3) > 0 ? now : later(now);
        Instant until = random.nextInt(3) > 0 ? null : random.nextInt(8) == 0 ? from : later(from);
        PublishArticle command = new PublishArticle(
                article,
                languages,
                random.nextBoolean() && from.equals(now) ? null : wall(from),
                until == null ? null : wall(until),
                null);
        String known = refusal(newest, languages, from, until);
        String refusal = known != null || newest == null
                ? known
                : tooManyTimes(new Published(now, newest, languages, from, until));
        String step = "publish " + command;
        expect(refusal, step, () -> knowledge.editor().publish(editor, command))
                .ifPresent(done ->
                        happened(step, new Published(now, Objects.requireNonNull(newest), languages, from, until)));
    }

    private @Nullable String refusal(
            @Nullable ArticleContent newest,
            @Nullable Set<LanguageTag> languages,
            Instant from,
            @Nullable Instant until) {
        boolean isThere = model.draft() != null || languages != null || !isPublished();
        if (newest == null || !isThere) {
            return "article.nothing-to-publish";
        }
        if (languages != null && !newest.texts().keySet().containsAll(languages)) {
            return "article.language-without-text";
        }
        if (until != null && !until.isAfter(from)) {
            return "schedule.ends-before-it-begins";
        }
        ArticleContent published = model.published();
        boolean moves =
                from.isAfter(now) && published != null && model.isShownSince(now) && !newest.isPlacedLike(published);
        return moves ? "article.plan-moves-it" : null;
    }

    private @Nullable String tooManyTimes(Happened event) {
        return model.timesAfter(event) > Schedule.MAX_TIMES ? TOO_MANY_TIMES : null;
    }

    /** It was published, and nobody has taken all of it away since. */
    private boolean isPublished() {
        return knowledge.editor().find(editor, article).state() == ArticleState.PUBLISHED;
    }

    private void archive() {
        Set<LanguageTag> languages = someOrAll();
        Instant from = random.nextBoolean() ? now : later(now);
        Archived event = new Archived(now, languages, from);
        attempt(
                "article.not-published",
                event,
                () -> knowledge.editor().archive(editor, new ArchiveArticle(article, languages, wall(from), null)));
    }

    private void keep() {
        Set<LanguageTag> languages = someOrAll();
        attempt(
                "article.nothing-planned",
                new Kept(now, languages),
                () -> knowledge.workflow().keep(editor, new KeepArticle(article, languages, null)));
    }

    /** What is refused would have changed nothing. */
    private void attempt(String code, Happened event, Runnable work) {
        try {
            work.run();
            happened(event.toString(), event);
        } catch (PortalException.LimitExceeded refused) {
            if (!refused.code().equals(tooManyTimes(event))) {
                throw new AssertionError("Refused, " + refused.code() + ": " + event, refused);
            }
        } catch (PortalException.Conflict refused) {
            if (!refused.code().equals(code) || model.changes(event)) {
                throw new AssertionError("Refused, " + refused.code() + ": " + event, refused);
            }
        }
    }

    private void restore() {
        List<ArticleContent> revisions = model.revisions();
        if (!revisions.isEmpty()) {
            int number = 1 + random.nextInt(revisions.size());
            knowledge.workflow().restore(editor, RestoreRevision.of(article, number));
            happened("restore " + number, new Wrote(now, revisions.get(number - 1)));
        }
    }

    private void confirm() {
        ArticleContent newest = model.newest();
        int count = model.count();
        List<LanguageTag> outdated = LANGUAGES.stream()
                .filter(language -> newest != null
                        && newest.texts().containsKey(language)
                        && model.written(language, count) < model.written(newest.language(), count))
                .toList();
        List<LanguageTag> some = outdated.isEmpty() || random.nextInt(4) == 0 ? LANGUAGES : outdated;
        LanguageTag language = some.get(random.nextInt(some.size()));
        String refusal = newest == null || !newest.texts().containsKey(language)
                ? "article.language-without-text"
                : model.written(language, count) >= model.written(newest.language(), count)
                        ? "article.not-outdated"
                        : null;
        expect(
                        refusal,
                        "confirm " + language,
                        () -> knowledge.workflow().confirm(editor, ConfirmTranslation.of(article, language)))
                .ifPresent(done -> happened("confirm " + language, new Confirmed(now, language)));
    }

    private static Optional<Boolean> expect(@Nullable String refusal, String step, Runnable work) {
        String code = null;
        try {
            work.run();
        } catch (PortalException refused) {
            code = refused.code();
        }
        if (!Objects.equals(code, refusal)) {
            throw new AssertionError(step + " was answered with " + code + " instead of " + refusal);
        }
        return code == null ? Optional.of(true) : Optional.empty();
    }

    private Instant later(Instant than) {
        return than.plus(Duration.ofMinutes(1 + random.nextInt(30)));
    }

    private static LocalDateTime wall(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZONE);
    }

    private @Nullable Set<LanguageTag> someOrAll() {
        Set<LanguageTag> some =
                LANGUAGES.stream().filter(language -> random.nextInt(3) == 0).collect(Collectors.toSet());
        return some.isEmpty() ? null : some;
    }

    /** Returns what was there with some texts written anew, others gone, and now and then for other readers. */
    private ArticleContent content(@Nullable ArticleContent before) {
        ArticleContent content = before == null
                ? ArticleContent.of(LANGUAGES.get(random.nextInt(2)), "Titel " + texts++, "Text")
                : before;
        for (LanguageTag language : LANGUAGES) {
            int chance = random.nextInt(6);
            if (chance < 2) {
                content = content.with(language, "Titel " + texts++, "Text");
            } else if (chance == 2 && content.texts().size() > 1 && !language.equals(content.language())) {
                content = content.only(without(content, language)).orElseThrow();
            }
        }
        if (before == null || random.nextInt(4) == 0) {
            content = content.forAudiences(random.nextBoolean() ? Audience.PUBLIC : Audience.SIGNED_IN)
                    .in(categories.get(random.nextInt(categories.size())));
        }
        return content;
    }

    private static Set<LanguageTag> without(ArticleContent content, LanguageTag language) {
        return content.texts().keySet().stream()
                .filter(other -> !other.equals(language))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "\n" + article + "\n" + String.join("\n", steps);
    }
}
