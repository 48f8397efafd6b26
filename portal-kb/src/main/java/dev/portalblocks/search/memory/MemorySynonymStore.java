// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.search.model.SynonymRuleId;
import dev.portalblocks.search.spi.StoredSynonymRule;
import dev.portalblocks.search.spi.SynonymLookup;
import dev.portalblocks.search.spi.SynonymStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Synonym rules in memory, and beside them who is looked up by which key. */
final class MemorySynonymStore implements SynonymStore {
    private static final Comparator<Key> BY_ID =
            Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::id);
    private static final Comparator<Word> BY_WORD = Comparator.comparing(
                    (Word word) -> word.tenant().value())
            .thenComparing(Word::language)
            .thenComparing(Word::key)
            .thenComparing(Word::id);

    private final MemoryTable<Key, StoredSynonymRule> rules;
    private final MemoryTable<Word, SynonymRuleId> words;

    MemorySynonymStore(Memory memory) {
        rules = memory.table("synonyms.rule", BY_ID);
        words = memory.table("synonyms.key", BY_WORD);
    }

    @Override
    public Optional<StoredSynonymRule> find(Tx tx, Scope scope, SynonymRuleId id) {
        return rules.find(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public Optional<StoredSynonymRule> findForUpdate(Tx tx, Scope scope, SynonymRuleId id) {
        return rules.findForUpdate(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public boolean insert(Tx tx, StoredSynonymRule rule) {
        boolean free = rules.insert(tx, Key.of(rule.tenant(), rule.id()), rule);
        if (free) {
            Word.of(rule).forEach(word -> words.put(tx, word, rule.id()));
        }
        return free;
    }

    @Override
    public boolean update(Tx tx, StoredSynonymRule rule, long expectedVersion) {
        Key key = Key.of(rule.tenant(), rule.id());
        Optional<StoredSynonymRule> before =
                rules.findForUpdate(tx, key).filter(now -> now.version() == expectedVersion);
        before.ifPresent(now -> {
            Word.of(now).forEach(word -> words.delete(tx, word));
            Word.of(rule).forEach(word -> words.put(tx, word, rule.id()));
            rules.put(tx, key, rule);
        });
        return before.isPresent();
    }

    @Override
    public boolean delete(Tx tx, Scope scope, SynonymRuleId id) {
        Optional<StoredSynonymRule> there = findForUpdate(tx, scope, id);
        there.ifPresent(rule -> {
            Word.of(rule).forEach(word -> words.delete(tx, word));
            rules.delete(tx, Key.of(scope.tenant(), id));
        });
        return there.isPresent();
    }

    @Override
    public List<StoredSynonymRule> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
        return behind(tx, scope, after == null ? "" : after.id()).limit(limit).toList();
    }

    @Override
    public int count(Tx tx, Scope scope) {
        return Math.toIntExact(behind(tx, scope, "").count());
    }

    @Override
    public List<StoredSynonymRule> matching(Tx tx, Scope scope, SynonymLookup lookup) {
        return lookup.languages().stream()
                .flatMap(language -> asked(tx, scope.tenant(), language, lookup))
                .distinct()
                .sorted(Comparator.comparing(SynonymRuleId::toString))
                .flatMap(id -> find(tx, scope, id).stream())
                .limit(lookup.limit())
                .toList();
    }

    private Stream<SynonymRuleId> asked(Tx tx, TenantId tenant, LanguageTag language, SynonymLookup lookup) {
        Stream<SynonymRuleId> whole = lookup.keys().stream()
                .flatMap(key -> from(tx, new Word(tenant, language, key, ""), word -> word.equals(key)));
        String beginning = lookup.beginning();
        return beginning == null
                ? whole
                : Stream.concat(
                        whole, from(tx, new Word(tenant, language, beginning, ""), word -> word.startsWith(beginning)));
    }

    private Stream<SynonymRuleId> from(Tx tx, Word first, Predicate<String> fits) {
        return words.from(tx, first)
                .takeWhile(row -> row.getKey().tenant().equals(first.tenant())
                        && row.getKey().language().equals(first.language())
                        && fits.test(row.getKey().key()))
                .map(Map.Entry::getValue);
    }

    private Stream<StoredSynonymRule> behind(Tx tx, Scope scope, String id) {
        return rules.after(tx, new Key(scope.tenant(), id))
                .takeWhile(row -> row.getKey().tenant().equals(scope.tenant()))
                .map(Map.Entry::getValue)
                .filter(rule -> scope.covers(rule.label()));
    }

    private record Key(TenantId tenant, String id) {
        static Key of(TenantId tenant, SynonymRuleId id) {
            return new Key(tenant, id.toString());
        }
    }

    private record Word(TenantId tenant, LanguageTag language, String key, String id) {
        static Stream<Word> of(StoredSynonymRule rule) {
            LanguageTag language = rule.content().language();
            return rule.keys().stream()
                    .map(key -> new Word(rule.tenant(), language, key, rule.id().toString()));
        }
    }
}
