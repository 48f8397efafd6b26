// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.profile.Profiles;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Every block on a portal that is open.
 *
 * @param portal the portal
 * @param profiles the profiles
 * @param inbox the inbox
 * @param vault the vault
 * @param knowledge the knowledge base
 * @param faq the FAQ
 * @param teams says who is in which team of a tenant
 * @param closing what is closed with the portal
 */
record Blocks(
        Portal portal,
        Profiles profiles,
        Inbox inbox,
        Vault vault,
        KnowledgeBase knowledge,
        Faq faq,
        BiConsumer<TenantId, Map<String, Set<String>>> teams,
        Runnable closing)
        implements AutoCloseable {
    @Override
    public void close() {
        portal.close();
        closing.run();
    }
}
