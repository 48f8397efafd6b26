// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** One tenant as it is to be, in ordinary maps: knows nothing of stores, transactions or SQL. */
final class Model {
    final Ledger ledger;
    final ProfileModel profiles;
    final MandateModel mandates;
    final MailModel mail;
    final VaultModel vault;
    final KnowledgeModel knowledge;
    final FaqModel faq;

    Model(Names names, Map<String, Set<String>> teams) {
        ledger = new Ledger(names, teams);
        profiles = new ProfileModel(ledger);
        mandates = new MandateModel(ledger);
        mail = new MailModel(ledger);
        vault = new VaultModel(ledger);
        knowledge = new KnowledgeModel(ledger);
        faq = new FaqModel(ledger);
        ledger.actingBy(mandates::allows);
    }

    /** Returns what the portal is to answer at this moment. */
    String tell(Step step, Instant now) {
        ledger.at(now);
        try {
            return step.told().to(this);
        } catch (Refused refused) {
            return "! " + refused.code();
        }
    }

    /** Returns the operation that was told last. */
    String operation() {
        return ledger.operation();
    }

    /** Returns all that the audit trail and the outbox are to hold. */
    String record() {
        return Lines.list(ledger.audit()) + "\n" + ledger.lanes();
    }
}
