// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.Snippet;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.Visibility;
import dev.portalblocks.tck.search.Likeness.Ability;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An engine without Lucene that reads every text for every question, to prove that the floors of {@link SearchRelevanceContract}
 * can be reached on another way. It counts no facets and suggests nothing; each broken one lacks one ability.
 */
class SmallEngine implements SearchIndex {
    private final Map<TenantId, Map<String, Text>> tenants = new HashMap<>();
    private final Likeness likeness;

    SmallEngine() {
        this(EnumSet.allOf(Ability.class));
    }

    SmallEngine(Set<Ability> abilities) {
        likeness = new Likeness(abilities);
    }

    static SmallEngine without(Ability missing) {
        return new SmallEngine(EnumSet.complementOf(EnumSet.of(missing)));
    }

    /** A document and its words. */
    static final class Text {
        final SearchDocument document;
        final List<String> title;
        final Set<String> body;

        Text(SearchDocument document) {
            this.document = document;
            title = Likeness.words(document.title());
            body = new LinkedHashSet<>(Likeness.words(document.text().body()));
        }
    }

    @Override
    public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
        for (SearchChange change : changes) {
            String key = change.object().toString();
            texts(tenant).remove(key);
            change.documents().forEach(document -> texts(tenant).put(key, new Text(document)));
        }
    }

    Map<String, Text> texts(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, any -> new TreeMap<>());
    }

    @Override
    public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
        List<Text> seen = texts(tenant).values().stream()
                .filter(text -> isSeen(text.document, tenant, query.visible()))
                .toList();
        List<RankedHit> hits = new Ranking(likeness, query)
                .of(seen, counted(tenant, seen)).entrySet().stream()
                        .filter(hit -> hit.getValue() > 0)
                        .map(hit -> hit(hit.getKey().document, hit.getValue()))
                        .sorted(order(tenant))
                        .limit(limit)
                        .toList();
        return new IndexAnswer(hits, null, Map.of());
    }

    /** Returns the texts by which words are rare or frequent. */
    List<Text> counted(TenantId tenant, List<Text> seen) {
        return seen;
    }

    /** Returns what comes first. */
    Comparator<RankedHit> order(TenantId tenant) {
        return Comparator.comparing(RankedHit::place);
    }

    private static boolean isSeen(SearchDocument document, TenantId tenant, Visibility visible) {
        Scope scope = visible.scopes().get(document.object().type());
        SearchFacts facts = document.facts();
        AccessLabel published =
                AccessLabel.of(tenant).forAudiences(document.audiences()).inState(Permission.PUBLISHED);
        return scope != null
                && scope.covers(facts.owner() == null ? published : published.ownedBy(facts.owner()))
                && (facts.from() == null || !visible.now().isBefore(facts.from()))
                && (facts.until() == null || visible.now().isBefore(facts.until()))
                && !visible.withdrawn().since(Articles.at(1).position()).contains(document.object());
    }

    private static RankedHit hit(SearchDocument document, double score) {
        ObjectRef object = document.object();
        String worst = Keyset.digits(Math.round(1e6 * (1_000 - score)), 12);
        Snippet none = Snippet.plain("");
        return new RankedHit(
                new SearchHit(object, document.language(), Snippet.plain(document.title()), none, null, score),
                new Keyset(worst, object.toString()));
    }

    @Override
    public Optional<IndexProgress> progress(TenantId tenant) {
        return Optional.empty();
    }

    @Override
    public void rebuild(
            TenantId tenant, Set<String> keeping, Consumer<Consumer<SearchChange>> writer, IndexProgress progress) {
        texts(tenant)
                .values()
                .removeIf(text -> !keeping.contains(text.document.object().type()));
        writer.accept(change -> update(tenant, List.of(change), progress));
    }

    @Override
    public List<Suggestion> suggest(TenantId tenant, IndexQuery query, int limit) {
        return List.of();
    }

    @Override
    public void close() {
        tenants.clear();
    }
}
