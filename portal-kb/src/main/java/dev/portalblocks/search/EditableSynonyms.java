// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.search.model.SynonymRule;
import dev.portalblocks.search.model.SynonymRuleId;
import dev.portalblocks.search.spi.StoredSynonymRule;
import dev.portalblocks.search.spi.SynonymStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The synonym rules within an editor's reach. */
final class EditableSynonyms {
    /** How many rules a tenant has at most. */
    static final int MAX_RULES = 5_000;

    private final SynonymStore store;

    EditableSynonyms(SynonymStore store) {
        this.store = store;
    }

    static ObjectRef ref(SynonymRuleId id) {
        return ObjectRef.of("synonym-rule", id);
    }

    static SynonymRule shown(StoredSynonymRule rule) {
        return new SynonymRule(rule.id(), rule.content(), rule.version(), rule.changedAt());
    }

    List<StoredSynonymRule> list(OperationContext context, @Nullable Keyset after, int limit) {
        return store.list(context.tx(), context.scope(), after, limit);
    }

    StoredSynonymRule find(OperationContext context, SynonymRuleId id) {
        return store.find(context.tx(), context.scope(), id)
                .orElseThrow(() -> new PortalException.NotFound("synonym-rule"));
    }

    StoredSynonymRule lock(OperationContext context, SynonymRuleId id, @Nullable Long expectedVersion) {
        StoredSynonymRule rule = store.findForUpdate(context.tx(), context.scope(), id)
                .orElseThrow(() -> new PortalException.NotFound("synonym-rule"));
        if (expectedVersion != null && expectedVersion != rule.version()) {
            throw new PortalException.Conflict("synonym-rule.version-conflict");
        }
        context.about(ref(id));
        return rule;
    }

    void add(OperationContext context, StoredSynonymRule rule) {
        if (store.count(context.tx(), context.scope()) >= MAX_RULES) {
            throw new PortalException.LimitExceeded("synonym-rule.limit", MAX_RULES);
        }
        if (!store.insert(context.tx(), rule)) {
            throw new PortalException.Conflict("synonym-rule.duplicate");
        }
        context.about(ref(rule.id()));
    }

    StoredSynonymRule replace(OperationContext context, StoredSynonymRule before, StoredSynonymRule after) {
        if (!store.update(context.tx(), after, before.version())) {
            throw new PortalException.Conflict("synonym-rule.version-conflict");
        }
        return after;
    }

    boolean remove(OperationContext context, SynonymRuleId id) {
        return store.delete(context.tx(), context.scope(), id);
    }
}
