// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search.speed;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.SourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Articles and what is asked of them, each by its number: the same seed makes the same. An article has a title of two to six words,
 * 60 to 240 words in three sections, one of 40 categories, up to three of 200 tags; of ten articles eight are for everybody, one
 * for customers, one for partners, which no reader here is.
 */
final class GeneratedArticles {
    private static final int VOCABULARY = 60_000;
    private static final int CATEGORIES = 40;
    private static final int TAGS = 200;
    private static final int SHORTEST = 60;
    private static final int LONGEST = 240;
    private static final int SECTIONS = 3;
    private static final long QUESTIONS = 1L << 40;

    private final long seed;
    private final Vocabulary vocabulary;

    GeneratedArticles(long seed) {
        this.seed = seed;
        vocabulary = Vocabulary.of(VOCABULARY, seed);
    }

    /** Returns an article as it is brought in. */
    ImportArticle article(int number) {
        Random random = random(number);
        String title = title(random);
        StringBuilder body = new StringBuilder();
        for (int section = 0; section < SECTIONS; section++) {
            body.append("## ").append(title(random)).append("\n\n");
            sentences(random, (SHORTEST + random.nextInt(LONGEST - SHORTEST)) / SECTIONS, body);
        }
        List<String> tags = new ArrayList<>();
        for (int tag = random.nextInt(4); tag > 0; tag--) {
            tags.add("Thema " + random.nextInt(TAGS));
        }
        int reader = random.nextInt(10);
        Audience audience = reader < 8 ? Audience.PUBLIC : reader == 8 ? Audience.SIGNED_IN : Audience.role("partner");
        ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, title, body.toString())
                .tagged(tags.stream().distinct().toArray(String[]::new))
                .forAudiences(audience);
        return new ImportArticle(
                new SourceKey("generated", Integer.toString(number)),
                List.of("Bereich " + random.nextInt(CATEGORIES)),
                content);
    }

    /**
     * Returns what somebody asks who has one of so many articles in mind: one to four of its words that are about something; one of
     * ten with a slip, one of five among function words.
     */
    String question(int number, int articles) {
        Random random = random(QUESTIONS + number);
        List<String> topics = topics(article(random.nextInt(articles)), random);
        List<String> asked = new ArrayList<>(topics.subList(0, Math.min(topics.size(), 1 + random.nextInt(4))));
        if (random.nextInt(10) == 0) {
            asked.set(0, mistyped(asked.get(0), random));
        }
        if (random.nextInt(5) == 0) {
            asked.add(0, "wie kann ich");
        }
        return String.join(" ", asked);
    }

    /** Returns what somebody has typed of the title of one of so many articles: one to three words, the last as far as it goes. */
    String typed(int number, int articles) {
        Random random = random(2 * QUESTIONS + number);
        String title = content(article(random.nextInt(articles))).title();
        int from = random.nextInt(3) == 0 && title.indexOf(' ') > 0 ? title.indexOf(' ') + 1 : 0;
        String rest = title.substring(from);
        int letters = 1 + random.nextInt(Math.min(24, rest.length()));
        return rest.substring(0, letters);
    }

    /** Returns a text of words as they are used. */
    String text(int number, int length) {
        Random random = random(3 * QUESTIONS + number);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            sentences(random, 20, text);
        }
        return text.substring(0, length);
    }

    /** Returns words that are about something, one after the other until the text is as long. */
    String topics(int number, int length, boolean mistyped) {
        Random random = random(4 * QUESTIONS + number);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            String word = vocabulary.topic(random);
            text.append(mistyped ? mistyped(word, random) : word).append(' ');
        }
        return text.substring(0, length);
    }

    Random random(long number) {
        return new Random(seed * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L);
    }

    private static ArticleText content(ImportArticle article) {
        return Figures.german(article.content());
    }

    private static List<String> topics(ImportArticle article, Random random) {
        List<String> topics = new ArrayList<>();
        for (String word : (content(article).title() + " " + content(article).body()).split("[\\s.#]+", -1)) {
            if (Vocabulary.isTopic(word)) {
                topics.add(word);
            }
        }
        List<String> some = new ArrayList<>();
        while (some.size() < 4) {
            int most = random.nextBoolean() ? Math.min(4, topics.size()) : topics.size();
            some.add(topics.get(random.nextInt(most)));
        }
        return List.copyOf(Set.copyOf(some).stream().sorted().toList());
    }

    private static String mistyped(String word, Random random) {
        int at = 1 + random.nextInt(Math.max(1, word.length() - 2));
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(Math.min(word.length(), at + 1));
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            default -> word.substring(0, at) + letter + word.substring(Math.min(word.length(), at + 1));
        };
    }

    private String title(Random random) {
        List<String> words = new ArrayList<>();
        for (int left = 2 + random.nextInt(5); left > 0; left--) {
            words.add(left % 3 == 0 ? vocabulary.any(random) : vocabulary.topic(random));
        }
        return String.join(" ", words);
    }

    private void sentences(Random random, int words, StringBuilder into) {
        for (int word = 1; word <= words; word++) {
            into.append(vocabulary.any(random)).append(word == words ? ".\n\n" : word % 12 == 0 ? ". " : " ");
        }
    }
}
