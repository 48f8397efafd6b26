// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The index under test, filled with the golden sets once for all tests of a class; tests that write have tenants of their own.
 * That it is public serves JUnit, which hands it to the tests.
 */
public final class GoldenIndex implements AutoCloseable {
    static final TenantId GERMANS = TenantId.of("golden-de");
    static final TenantId BRITONS = TenantId.of("golden-en");
    /** What was removed behind the state that is searched. */
    static final ObjectRef WITHDRAWN = ObjectRef.of(GoldenSet.TYPE, "withdrawn");

    private final SearchIndex index;
    private final GoldenSet german = GoldenSet.german();
    private final GoldenSet english = GoldenSet.english();

    GoldenIndex(SearchIndex index) {
        this.index = index;
        write(GERMANS, german.changes(), 1);
        write(BRITONS, english.changes(), 1);
    }

    GoldenSet german() {
        return german;
    }

    GoldenSet english() {
        return english;
    }

    void write(TenantId tenant, List<SearchChange> changes, long commit) {
        index.update(tenant, changes, Articles.at(commit));
    }

    /** Returns what is found for questions in German; with {@code typing} while they are being typed. */
    GoldenResult german(boolean typing, String... groups) {
        return asked(GERMANS, german, typing, groups);
    }

    /** Returns what is found for questions in English. */
    GoldenResult english(boolean typing, String... groups) {
        return asked(BRITONS, english, typing, groups);
    }

    GoldenResult asked(TenantId tenant, GoldenSet set, boolean typing, String... groups) {
        return new GoldenResult(set.of(groups).stream()
                .map(question ->
                        new GoldenResult.Answered(question, top(tenant, set.language(), question.text(), typing)))
                .toList());
    }

    /** Returns the first ten hits of a visitor. */
    List<ObjectRef> top(TenantId tenant, LanguageTag language, String text, boolean typing) {
        IndexQuery query = query(tenant, language, text);
        return index.search(tenant, typing ? query.beingTyped() : query, null, GoldenResult.LOOKED_AT).hits().stream()
                .map(hit -> hit.hit().object())
                .toList();
    }

    /** Returns all that a visitor is told on the first page: hits with scores, correction, counts. */
    IndexAnswer answer(TenantId tenant, LanguageTag language, String text) {
        return index.search(
                tenant, query(tenant, language, text).counting(Facet.values()), null, GoldenResult.LOOKED_AT);
    }

    private static IndexQuery query(TenantId tenant, LanguageTag language, String text) {
        Scope visitors = new Scope(
                tenant,
                Bound.only(Set.of()),
                Bound.all(),
                Bound.only(Set.of(Audience.PUBLIC)),
                Bound.only(Set.of(Permission.PUBLISHED)));
        Visibility visible =
                new Visibility(Map.of(GoldenSet.TYPE, visitors), Articles.NOON, position -> Set.of(WITHDRAWN));
        return new IndexQuery(text, List.of(language), visible, IndexQuery.Filter.none(), Set.of());
    }

    @Override
    public void close() {
        index.close();
    }
}
