// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.tx.JoinableDomain;
import dev.portalblocks.tck.ContractOf;

/**
 * The promises of {@link JoinableDomain}: implement it in a test class, beside {@link TransactionDomainContract} in
 * another one, and return the domain to be tested with an application to join.
 *
 * @param <H> as what the application hands over its transaction
 */
@ContractOf(JoinableDomain.class)
public interface JoiningContract<H> extends JoinedPartContract<H>, JoinedThreadContract<H> {
    /** Returns a domain, a store of it without keys and a host; asked once, at the beginning of each test. */
    @Override
    JoiningFixture<H> fixture();
}
