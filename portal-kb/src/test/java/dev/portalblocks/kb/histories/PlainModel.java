// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.histories;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.histories.Happened.Archived;
import dev.portalblocks.kb.histories.Happened.Confirmed;
import dev.portalblocks.kb.histories.Happened.Kept;
import dev.portalblocks.kb.histories.Happened.Published;
import dev.portalblocks.kb.histories.Happened.Wrote;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.CategoryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an article looks like: it keeps the list of what happened, and answers each question from its beginning. */
final class PlainModel {
    private final List<Happened> happened = new ArrayList<>();

    /**
     * What readers see.
     *
     * @param texts by language, with the number of what wrote or confirmed it last
     * @param first the language that it was written in first
     * @param audiences for whom
     * @param categories where
     */
    record Seen(Map<LanguageTag, Text> texts, LanguageTag first, Set<Audience> audiences, Set<CategoryId> categories) {
        /** Returns what a reader of a language gets: that, else German, else the first. */
        LanguageTag served(@Nullable LanguageTag wanted) {
            LanguageTag asked = wanted == null ? LanguageTag.GERMAN : wanted;
            return texts.containsKey(asked)
                    ? asked
                    : texts.containsKey(LanguageTag.GERMAN) ? LanguageTag.GERMAN : first;
        }

        Text text(LanguageTag language) {
            return Objects.requireNonNull(texts.get(language), "a text in that language");
        }

        boolean isOutdated(LanguageTag language) {
            return text(language).written() < text(first).written();
        }

        /** Returns the same with no number. */
        ArticleContent content() {
            Map<LanguageTag, ArticleText> bare = new TreeMap<>();
            texts.forEach((language, text) -> bare.put(language, text.text()));
            return new ArticleContent(first, bare, categories, List.of(), audiences, List.of());
        }
    }

    /** A text, and what wrote or confirmed it last. */
    record Text(ArticleText text, int written) {}

    void add(Happened event) {
        happened.add(event);
    }

    /** Returns what readers see at a moment. */
    @Nullable
    Seen shownAt(Instant moment) {
        return shown(happened.size(), moment, true);
    }

    /** Returns what the first of what happened made of a moment, with numbers or without. */
    private @Nullable Seen shown(int count, Instant moment, boolean numbered) {
        if (count == 0) {
            return null;
        }
        Happened last = happened.get(count - 1);
        Seen before = shown(count - 1, moment, numbered);
        if (last instanceof Published published) {
            return after(published, numbered ? count : 0, before, moment);
        }
        if (last instanceof Archived archived) {
            return moment.isBefore(archived.from()) ? before : without(before, archived.languages());
        }
        if (last instanceof Kept kept && !moment.isBefore(kept.at())) {
            return with(without(before, kept.languages()), shown(count - 1, kept.at(), numbered), kept.languages());
        }
        return last instanceof Confirmed confirmed && before != null && !moment.isBefore(confirmed.at())
                ? confirmed(before, confirmed.language(), count)
                : before;
    }

    private @Nullable Seen after(Published published, int count, @Nullable Seen before, Instant moment) {
        Seen placed = before == null || moment.isBefore(published.at()) ? before : placed(before, published.content());
        if (moment.isBefore(published.from())) {
            return placed;
        }
        Seen rest = without(placed, published.languages());
        return published.until() != null && !moment.isBefore(published.until())
                ? rest
                : with(rest, seen(published.content(), count), published.languages());
    }

    private static Seen placed(Seen seen, ArticleContent like) {
        return new Seen(seen.texts(), seen.first(), like.audiences(), like.categories());
    }

    private Seen seen(ArticleContent content, int count) {
        Map<LanguageTag, Text> texts = new TreeMap<>();
        content.texts().forEach((language, text) -> texts.put(language, new Text(text, written(language, count - 1))));
        return new Seen(texts, content.language(), content.audiences(), content.categories());
    }

    private static @Nullable Seen without(@Nullable Seen seen, @Nullable Set<LanguageTag> languages) {
        if (seen == null || languages == null) {
            return null;
        }
        Map<LanguageTag, Text> left = new TreeMap<>(seen.texts());
        left.keySet().removeAll(languages);
        return left.isEmpty() ? null : new Seen(left, first(left, seen.first()), seen.audiences(), seen.categories());
    }

    private static LanguageTag first(Map<LanguageTag, Text> texts, LanguageTag wanted) {
        return texts.containsKey(wanted) ? wanted : texts.keySet().iterator().next();
    }

    /** Returns this with the texts of the other in these languages; no languages stand for the other as a whole. */
    private static @Nullable Seen with(
            @Nullable Seen seen, @Nullable Seen other, @Nullable Set<LanguageTag> languages) {
        if (languages == null) {
            return other;
        }
        if (other == null) {
            return seen;
        }
        Map<LanguageTag, Text> all = seen == null ? new TreeMap<>() : new TreeMap<>(seen.texts());
        other.texts().forEach((language, text) -> {
            if (languages.contains(language)) {
                all.put(language, text);
            }
        });
        return all.isEmpty() ? null : new Seen(all, first(all, other.first()), other.audiences(), other.categories());
    }

    private static Seen confirmed(Seen seen, LanguageTag language, int number) {
        Map<LanguageTag, Text> texts = new TreeMap<>(seen.texts());
        texts.computeIfPresent(language, (same, text) -> new Text(text.text(), number));
        return new Seen(texts, seen.first(), seen.audiences(), seen.categories());
    }

    /** Returns what of the first of what happened wrote a text last, or confirmed it. */
    int written(LanguageTag language, int count) {
        int written = 0;
        ArticleContent newest = null;
        for (int i = 1; i <= count; i++) {
            Happened event = happened.get(i - 1);
            if (event instanceof Confirmed confirmed && confirmed.language().equals(language)) {
                written = i;
            }
            if (event instanceof Wrote wrote) {
                ArticleText text = wrote.content().texts().get(language);
                boolean isSame = newest != null
                        && text != null
                        && text.equals(newest.texts().get(language));
                written = text == null || isSame ? written : i;
            }
            newest = i < count ? newest(i) : null;
        }
        return written;
    }

    int count() {
        return happened.size();
    }

    /** Returns what the draft says; null where all of it was published. */
    @Nullable
    ArticleContent draft() {
        return draft(happened.size());
    }

    private @Nullable ArticleContent draft(int count) {
        ArticleContent draft = null;
        for (int i = 1; i <= count; i++) {
            Happened event = happened.get(i - 1);
            if (event instanceof Wrote wrote) {
                draft = wrote.content();
            } else if (event instanceof Published && revision(i).equals(draft)) {
                draft = null;
            }
        }
        return draft;
    }

    /** Returns what was written last: the draft, else what was published last. */
    @Nullable
    ArticleContent newest() {
        return newest(happened.size());
    }

    private @Nullable ArticleContent newest(int count) {
        ArticleContent draft = draft(count);
        return draft != null ? draft : published(count);
    }

    /** Returns the revision that was published last; null before the first. */
    @Nullable
    ArticleContent published() {
        return published(happened.size());
    }

    private @Nullable ArticleContent published(int count) {
        for (int i = count; i > 0; i--) {
            if (happened.get(i - 1) instanceof Published) {
                return revision(i);
            }
        }
        return null;
    }

    /** Returns each revision that was published, in order. */
    List<ArticleContent> revisions() {
        List<ArticleContent> revisions = new ArrayList<>();
        for (int i = 1; i <= happened.size(); i++) {
            if (happened.get(i - 1) instanceof Published) {
                revisions.add(revision(i));
            }
        }
        return revisions;
    }

    private ArticleContent revision(int count) {
        Published published = (Published) happened.get(count - 1);
        Seen seen = shown(count, published.from(), false);
        if (seen == null) {
            throw new IllegalStateException("A publication shows nothing");
        }
        return seen.content();
    }

    /** Returns the moments from one on at which something may begin or end, that one among them. */
    Set<Instant> moments(Instant since) {
        Set<Instant> moments = new TreeSet<>(Set.of(since));
        for (Happened event : happened) {
            if (event instanceof Published published) {
                moments.add(published.from());
                if (published.until() != null) {
                    moments.add(published.until());
                }
            } else if (event instanceof Archived archived) {
                moments.add(archived.from());
            }
        }
        moments.removeIf(moment -> moment.isBefore(since));
        return moments;
    }

    /** Returns whether something is shown at this moment or a later one. */
    boolean isShownSince(Instant since) {
        return moments(since).stream().anyMatch(moment -> shownAt(moment) != null);
    }

    /** Returns at how many times something would be shown from its moment on, with nothing between them. */
    int timesAfter(Happened event) {
        PlainModel after = new PlainModel();
        after.happened.addAll(happened);
        after.add(event);
        int times = 0;
        boolean wasShown = false;
        for (Instant moment : after.moments(event.at())) {
            boolean isShown = after.shownAt(moment) != null;
            times += isShown && !wasShown ? 1 : 0;
            wasShown = isShown;
        }
        return times;
    }

    /** Returns whether this would change what anybody sees, from its moment on. */
    boolean changes(Happened event) {
        PlainModel after = new PlainModel();
        after.happened.addAll(happened);
        after.add(event);
        return after.moments(event.at()).stream()
                .anyMatch(moment -> !Objects.equals(shownAt(moment), after.shownAt(moment)));
    }
}
