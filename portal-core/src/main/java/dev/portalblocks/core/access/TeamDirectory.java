// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.util.Set;

/**
 * Says which teams a company has, and which of its staff is in which. It is asked anew in every operation.
 *
 * <ol>
 *   <li>{@code teamsOf} returns the teams that an agent is in, all of them and no other, the names as they were given; none
 *       for somebody who is unknown. Names and logins that differ in any character are different.
 *   <li>{@code isTeam} tells whether the company has a team of exactly this name, also one that nobody is in.
 *   <li>Whatever changed counts for every transaction that begins afterwards, and in a writing one that has begun before
 *       from its next question on.
 *   <li>Tenants never meet: equal names of two tenants are two teams, and equal logins two agents.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface TeamDirectory {
    /** Returns the names of the teams that the agent of this login is in. */
    Set<String> teamsOf(Tx tx, TenantId tenant, String agent);

    /** Returns whether there is a team of this name. */
    boolean isTeam(Tx tx, TenantId tenant, String team);
}
