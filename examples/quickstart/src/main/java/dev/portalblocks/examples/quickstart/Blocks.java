// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.Portal;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.search.Search;

/** What this application is composed of. */
record Blocks(
        Portal portal,
        Profiles profiles,
        Inbox inbox,
        Vault vault,
        KnowledgeBase knowledge,
        Faq faq,
        Search search) {}
