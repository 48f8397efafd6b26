// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.AuditTrail;
import dev.portalblocks.core.Mandates;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.AccessRule;
import dev.portalblocks.core.access.AccessRule.Condition;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateSource;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.operation.Contents;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.kb.KnowledgeEditor;
import dev.portalblocks.messaging.Desk;
import dev.portalblocks.messaging.Inbox;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The lines that the guide to permissions shows, each piece between two marks. */
final class PermissionsSnippets {
    private PermissionsSnippets() {}

    static List<List<AccessRule>> roles(CoreStorage storage) {
        // guide begins
        RolePolicy policy = RolePolicy.standard()
                .grant(KnowledgeEditor.PUBLISH, "chief-editor") // editors keep it
                .restrict(AuditTrail.READ, "data-protection") // auditors lose it
                .grant(Desk.READ, "berater") // the desk, for the agent's own teams
                .grant(Desk.WRITE, "berater")
                .grant(Contents.READ, "berater") // to attach a customer's files
                .acrossTeams(Desk.READ, "supervisor") // reads of every team
                .without(Mandates.EDIT, Condition.OWN); // customers give no mandates themselves
        Portal portal = Portal.builder(storage).policy(policy).build();
        // guide ends

        // guide begins
        List<AccessRule> rules = policy.rules(portal.permissions());
        RolePolicy same = RolePolicy.of(rules);
        List<AccessRule> useless = same.misfits(portal.permissions()); // a typing error in a name would stand here
        // guide ends
        List<List<AccessRule>> found = List.of(rules, same.rules(portal.permissions()), useless);
        portal.close();
        return found;
    }

    static Portal narrowed(CoreStorage storage) {
        // guide begins
        AccessPolicy ownRegion = (tx, actor, permission) -> actor.kind() != Actor.Kind.AGENT
                ? Decision.allow(Scope.wholeTenant(actor.tenant()))
                : Decision.allow(Scope.wholeTenant(actor.tenant()).ofCustomers(Bound.only(customersOfRegion(actor))));
        Portal portal = Portal.builder(storage)
                .policy(RolePolicy.standard().narrowedBy(ownRegion))
                .build();
        // guide ends
        return portal;
    }

    static List<Page<Document>> mandates(Portal portal, Vault vault, Actor erika, Actor max) {
        CustomerId numberOfErika = erika.findCustomer().orElseThrow();
        CustomerId numberOfMax = max.findCustomer().orElseThrow();
        Instant endOfTheYear = Instant.parse("2999-12-31T23:00:00Z");
        PageRequest page = PageRequest.first(10);
        // guide begins
        Mandate mandate = portal.mandates()
                .grant(
                        max,
                        GrantMandate.everything(numberOfMax, numberOfErika, Mandate.Kind.POWER_OF_ATTORNEY)
                                .until(endOfTheYear));
        Actor erikaForMax = erika.actingFor(numberOfMax);
        Page<Document> ofMax = vault.list(erikaForMax, numberOfMax, page); // Max's, and none of Erika's
        Page<Document> ofErika = vault.list(erika, numberOfErika, page); // hers, and none of Max's
        portal.mandates().revoke(max, RevokeMandate.of(mandate.id())); // counts from the next call on
        // guide ends
        return List.of(ofMax, ofErika);
    }

    static Portal hosted(CoreStorage storage) {
        // guide begins
        MandateSource deeds = (tx, tenant, holder, principal) -> registered(holder, principal)
                ? List.of(Mandate.Terms.only(Mandate.Kind.POWER_OF_ATTORNEY, Instant.EPOCH, Vault.READ, Inbox.READ))
                : List.of();
        Portal portal = Portal.builder(storage).mandates(deeds).build();
        // guide ends
        return portal;
    }

    private static boolean registered(CustomerId holder, CustomerId principal) {
        return holder.value().equals("4711") && principal.value().equals("4712");
    }

    private static Set<CustomerId> customersOfRegion(Actor actor) {
        return Set.of(CustomerId.of("of " + actor.identity()));
    }
}
