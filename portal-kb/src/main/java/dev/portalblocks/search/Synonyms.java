// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.search.model.AddSynonymRule;
import dev.portalblocks.search.model.ChangeSynonymRule;
import dev.portalblocks.search.model.RemoveSynonymRule;
import dev.portalblocks.search.model.SynonymRule;
import dev.portalblocks.search.model.SynonymRuleAdded;
import dev.portalblocks.search.model.SynonymRuleChanged;
import dev.portalblocks.search.model.SynonymRuleId;
import dev.portalblocks.search.model.SynonymRuleRemoved;
import dev.portalblocks.search.spi.StoredSynonymRule;
import dev.portalblocks.search.spi.SynonymKeys;
import dev.portalblocks.search.spi.SynonymStorage;

/**
 * Which terms mean the same, as editors know it: staff with the role {@code editor}, and programs. Others are refused with
 * {@link PortalException.AccessDenied}. What is committed counts for every search that begins after it, on every node that is
 * composed {@linkplain Search#of(Portal, dev.portalblocks.search.spi.SearchIndex, Synonyms,
 * dev.portalblocks.search.spi.SearchSource...) with these}; no text is indexed again for it.
 *
 * <p>A rule is one step: what a term finds does not lead on to what that is a term of, so rules that name each other in a circle
 * are no mistake. A term that is in a rule twice is one: {@link PortalException.InvalidInput} {@code command.invalid} with
 * {@code same-term} at its field. Further codes beside the constraints of the commands: {@code no-synonym} where a term stands
 * alone, {@code no-word} where it has neither letter nor digit, {@code words} where it has more than
 * {@value SynonymKeys#MAX_WORDS} words.
 *
 * <p>Every method throws {@link PortalException.NotFound} {@code synonym-rule.not-found}, {@link PortalException.Conflict} {@code
 * synonym-rule.version-conflict} where the command names a version that is not the current one, and {@link
 * PortalException.InvalidInput} with every violated field. What changes nothing makes no version and no event.
 *
 * <p>Thread-safe.
 */
public final class Synonyms {
    /** To change synonym rules, and to read them. */
    public static final Permission EDIT = Permission.forStaff("synonyms.edit", "editor");
    /** How many rules a tenant has at most; additions at the same moment may pass it, for nothing depends on it. */
    public static final int MAX_RULES = EditableSynonyms.MAX_RULES;

    private static final Operation ADD = Operation.writing("synonyms.rule.add", EDIT);
    private static final Operation CHANGE = Operation.writing("synonyms.rule.change", EDIT);
    private static final Operation REMOVE = Operation.writing("synonyms.rule.remove", EDIT);
    private static final Operation FIND = Operation.reading("synonyms.rule.read", EDIT);
    private static final Operation LIST = Operation.reading("synonyms.rule.list", EDIT);

    private final Operations operations;
    private final EditableSynonyms rules;
    private final AskedSynonyms asked;

    private Synonyms(Operations operations, SynonymStorage storage) {
        this.operations = operations;
        this.rules = new EditableSynonyms(storage.rules());
        this.asked = new AskedSynonyms(storage.rules());
    }

    /** Returns the synonyms of this portal, kept in this storage. */
    public static Synonyms of(Portal portal, SynonymStorage storage) {
        portal.requireDomain(storage.domain(), "synonyms");
        portal.register(BlockContribution.of("synonyms", ADD, CHANGE, REMOVE, FIND, LIST)
                .emitting(SynonymRuleAdded.TYPE, SynonymRuleChanged.TYPE, SynonymRuleRemoved.TYPE));
        return new Synonyms(portal.operations(), storage);
    }

    /**
     * Adds a rule.
     *
     * @throws PortalException.LimitExceeded {@code synonym-rule.limit} when {@value #MAX_RULES} rules are there
     */
    public SynonymRule add(Actor actor, AddSynonymRule command) {
        return operations.create(
                ADD,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> begin(context, SynonymRuleId.of(id), command),
                        (context, id) -> EditableSynonyms.shown(rules.find(context, SynonymRuleId.of(id)))));
    }

    /** Replaces the terms of a rule. */
    public SynonymRule change(Actor actor, ChangeSynonymRule command) {
        return operations.perform(CHANGE, actor, command, context -> {
            SynonymChecks.require(command.content());
            StoredSynonymRule before = rules.lock(context, command.rule(), command.expectedVersion());
            if (before.content().equals(command.content())) {
                context.unchanged();
                return EditableSynonyms.shown(before);
            }
            StoredSynonymRule after = rules.replace(context, before, before.saying(command.content(), context.now()));
            context.emit(
                    SynonymRuleChanged.TYPE,
                    EditableSynonyms.ref(after.id()),
                    new SynonymRuleChanged(after.id(), after.version()));
            return EditableSynonyms.shown(after);
        });
    }

    /** Removes a rule for good. */
    public void remove(Actor actor, RemoveSynonymRule command) {
        operations.perform(REMOVE, actor, command, context -> {
            StoredSynonymRule rule = rules.lock(context, command.rule(), command.expectedVersion());
            context.emit(SynonymRuleRemoved.TYPE, EditableSynonyms.ref(rule.id()), new SynonymRuleRemoved(rule.id()));
            return rules.remove(context, rule.id());
        });
    }

    /** Returns one rule. */
    public SynonymRule read(Actor actor, SynonymRuleId id) {
        return operations.perform(FIND, actor, id, context -> EditableSynonyms.shown(rules.find(context, id)));
    }

    /** Returns all rules, the oldest first. */
    public Page<SynonymRule> list(Actor actor, PageRequest page) {
        return operations
                .list(LIST, actor, new Listing<>(page, "", rules::list, rule -> Keyset.ofId(rule.id())))
                .map(EditableSynonyms::shown);
    }

    /** Returns how the rules are looked up in the transaction of a search. */
    AskedSynonyms asked() {
        return asked;
    }

    private SynonymRule begin(OperationContext context, SynonymRuleId id, AddSynonymRule command) {
        SynonymChecks.require(command.content());
        StoredSynonymRule rule =
                new StoredSynonymRule(context.scope().tenant(), id, command.content(), 1, context.now());
        rules.add(context, rule);
        context.emit(SynonymRuleAdded.TYPE, EditableSynonyms.ref(id), new SynonymRuleAdded(id, rule.version()));
        return EditableSynonyms.shown(rule);
    }
}
