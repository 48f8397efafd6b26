// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.LanguageCoverage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists articles for those who answer for them, as {@link ArticleStore} keeps them and within the scopes that it admits.
 *
 * <ol>
 *   <li>{@code listOwned} returns the articles of one owner, those of equal characters only, in ascending order of the text of their ids,
 *       behind {@code after}, {@code limit} at most.
 *   <li>{@code listDue} returns the articles that somebody has to look at until this day or an earlier one, of one owner or of all, in
 *       ascending order of that day and then of the text of their ids, behind {@code after}, {@code limit} at most.
 *   <li>{@code countByLanguage} counts the published articles of which readers see something at {@code since} or later, in all and by
 *       language: those in which they see a text in the language at {@code since} or later, and those of them of which the last such
 *       text is {@linkplain dev.portalblocks.publishing.model.Revision#isOutdated outdated}; at one moment, in the order of the languages. A language
 *       without a text is left out.
 *   <li>{@code listUntranslated} returns the articles that {@code countByLanguage} counts in all and not as translated into this language,
 *       or as outdated, in ascending order of the text of their ids, behind {@code after}, {@code limit} at most.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface ArticleCareStore {
    /** Returns the articles of an owner; the place of one is its id. */
    List<StoredArticle> listOwned(Tx tx, Scope scope, String owner, @Nullable Keyset after, int limit);

    /** Returns the articles that are due; the place of one is {@link #place}. */
    List<StoredArticle> listDue(
            Tx tx, Scope scope, LocalDate until, @Nullable String owner, @Nullable Keyset after, int limit);

    /** Returns how many articles are, and will be, translated into which languages; empty when there is none to be. */
    List<LanguageCoverage> countByLanguage(Tx tx, Scope scope, Instant since);

    /** Returns the articles without a text in this language that says what the first says; the place of one is its id. */
    List<StoredArticle> listUntranslated(
            Tx tx, Scope scope, LanguageTag language, Instant since, @Nullable Keyset after, int limit);

    /** Returns where an article stands in the list of those that are due: one that has a day. */
    static Keyset place(StoredArticle article) {
        LocalDate day = article.settings().reviewBy();
        if (day == null) {
            throw new IllegalArgumentException("Nobody has to look at this article");
        }
        return new Keyset(day.toString(), article.id().toString());
    }
}
