// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.SearchToken;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.learning.model.AskForGaps;
import dev.portalblocks.search.learning.model.GapReport;
import dev.portalblocks.search.model.AddSynonymRule;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SearchResults;
import dev.portalblocks.search.model.SuggestQuery;
import dev.portalblocks.search.model.SynonymTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a {@link Visit} does with search, and with what is learned of it. */
final class SearchVisit {
    /** How many kinds of steps there are. */
    static final int KINDS = 8;

    private static final List<String> WORDS = List.of("hagel", "sturm", "beitrag", "hagel sturm");
    private static final List<String> MORE =
            List.of("Beitragsrechnung", "Rechnung", "Kündigung", "Adresse", "Schaden", "Sturmschaden");
    /** By what else the actors are told apart. */
    private static final String SEGMENT = "gold";

    private final House house;
    private final TenantId tenant;
    private final SplittableRandom random;
    private final Actor program;
    private final Actor editor;
    private final List<SearchToken> tokens = new ArrayList<>(List.of(SearchToken.of("nobody-ever-got-this")));
    private final List<ArticleId> articles = new ArrayList<>(List.of(ArticleId.of(new UUID(0x7000, Long.MIN_VALUE))));
    private @Nullable Cursor cursor;

    SearchVisit(House house, TenantId tenant, SplittableRandom random) {
        this.house = house;
        this.tenant = tenant;
        this.random = random;
        program = Actor.system(tenant, "program");
        editor = Actor.agent(tenant, "edda", "editor");
    }

    /** Returns one of a few words that all tenants use. */
    static String word(SplittableRandom random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Lets it speak of what is another's. */
    void learn(SearchVisit other) {
        tokens.addAll(other.tokens);
        articles.addAll(other.articles);
    }

    Object take(int step) {
        return switch (step) {
            case 0 -> written();
            case 1 -> house.knowledge.editor().archive(editor, ArchiveArticle.of(one(articles)));
            case 2 -> found();
            case 3 -> house.search.suggest(reader(), SuggestQuery.of(asked()).first(1 + random.nextInt(8)));
            case 4 -> house.search.answers().suggestAnswers(reader(), message());
            case 5 -> handedBack();
            case 6 -> learned();
            default -> kept();
        };
    }

    /** For one audience or another, with a heading and a tag. */
    private Object written() {
        String text = "# " + one(MORE) + "\n\n" + phrase() + ".\n\n## " + phrase() + "\n\n" + phrase() + ".";
        Audience audience = one(List.of(
                Audience.PUBLIC, Audience.PUBLIC, Audience.SIGNED_IN, Audience.role(SEGMENT), Audience.role("editor")));
        LanguageTag language = random.nextInt(5) == 0 ? LanguageTag.ENGLISH : LanguageTag.GERMAN;
        ArticleContent content = ArticleContent.of(language, phrase(), text)
                .forAudiences(audience)
                .tagged(one(WORDS));
        ArticleId id = house.knowledge
                .editor()
                .create(editor, CreateArticle.of(content))
                .id();
        articles.add(id);
        return house.knowledge.editor().publish(editor, PublishArticle.of(id));
    }

    /** All that a reader is told, with the scores; often before the index has heard of what changed. */
    private Object found() {
        if (random.nextInt(3) != 0) {
            house.search.follow(program);
        }
        return found(asked());
    }

    private Object found(String text) {
        SearchQuery query =
                (random.nextInt(4) == 0 ? SearchQuery.typing(text) : SearchQuery.of(text)).counting(Facet.values());
        SearchQuery narrowed = switch (random.nextInt(5)) {
            case 0 -> query.tagged(one(WORDS));
            case 1 -> query.among("article");
            case 2 -> query.in(LanguageTag.ENGLISH);
            default -> query;
        };
        PageRequest page = new PageRequest(1 + random.nextInt(4), random.nextInt(4) == 0 ? cursor : null);
        SearchResults results = house.search.find(reader(), narrowed, page);
        SearchToken token = results.token();
        cursor = results.hits().next() == null ? cursor : results.hits().next();
        if (token != null) {
            tokens.add(token);
        }
        return results + " " + (token == null ? "" : token.value());
    }

    /** A click, or a message to the company, after a search: its own, another tenant's, or none. */
    private Object handedBack() {
        SearchToken token = random.nextBoolean() ? tokens.get(tokens.size() - 1) : one(tokens);
        if (random.nextBoolean()) {
            return house.write(customer(), token);
        }
        house.learning.opened(reader(), token);
        return "opened";
    }

    /** Several ask the same, and what that came to, mostly after half an hour. */
    private Object learned() {
        house.search.follow(program);
        StringBuilder asked = new StringBuilder();
        for (String text : List.of(asked(), one(WORDS), one(WORDS))) {
            asked.append(found(text));
            if (random.nextBoolean()) {
                asked.append(handedBack());
            }
        }
        boolean more = house.learning.keep(program);
        house.pass(Duration.ofMinutes(random.nextInt(3) == 0 ? 3 : 31));
        more |= house.learning.keep(program);
        GapReport report = house.learning.gaps(editor, AskForGaps.ofAll().atMost(1 + random.nextInt(20)));
        return asked + " " + more + " " + report + " " + (random.nextInt(3) == 0 ? house.learning.purge(program) : "");
    }

    private Object kept() {
        SynonymTerms terms = SynonymTerms.of(LanguageTag.GERMAN, one(MORE), one(WORDS));
        Object added = house.synonyms.add(editor, AddSynonymRule.of(terms));
        return added + " " + house.synonyms.list(editor, PageRequest.first(3));
    }

    private AnswerQuery message() {
        return AnswerQuery.of("Guten Tag, ich habe eine Frage: was ist mit " + asked() + "? Vielen Dank!")
                .atMost(1 + random.nextInt(4));
    }

    private Actor reader() {
        return switch (random.nextInt(5)) {
            case 0 -> Actor.anonymous(tenant);
            case 1 -> customer();
            case 2 -> customer().withRoles(SEGMENT);
            case 3 -> editor;
            default -> program;
        };
    }

    private Actor customer() {
        return Actor.customer(tenant, CustomerId.of("471" + random.nextInt(3)));
    }

    /** What a reader types: words, mistyped, in quotation marks, excluded, not typed to the end, or of nothing there is. */
    private String asked() {
        String text = phrase();
        return switch (random.nextInt(8)) {
            case 0, 7 -> text.substring(0, 2) + text.charAt(3) + text.charAt(2) + text.substring(4);
            case 1 -> "\"" + text + "\"";
            case 2 -> text + " -" + one(WORDS);
            case 3 -> text.substring(0, 3);
            case 4 -> "Zauberei";
            default -> text;
        };
    }

    private String phrase() {
        String first = random.nextBoolean() ? one(MORE) : word(random);
        return random.nextBoolean() ? first : first + " " + one(MORE);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
