// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.spi;

import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.publishing.spi.RevisionStore;

/** What the FAQ stores, as one bundle. */
public interface FaqStorage {
    /** Returns where this storage's transactions come from. */
    TransactionDomain domain();

    /** Returns the store of sections. */
    FaqSectionStore sections();

    /** Returns entries as editors see them. */
    FaqEntryStore entries();

    /** Returns entries as readers see them; a view of the same rows. */
    PublishedFaqEntryStore published();

    /** Returns what was published. */
    RevisionStore<FaqContent> revisions();
}
