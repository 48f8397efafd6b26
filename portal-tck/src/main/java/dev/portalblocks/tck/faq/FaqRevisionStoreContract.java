// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.tck.publishing.RevisionStoreContract;
import java.util.Set;
import java.util.SplittableRandom;

/** The promises of a store of entries' revisions: implement it in a test class and return the store to be tested. */
public interface FaqRevisionStoreContract extends RevisionStoreContract<FaqContent> {
    @Override
    default FaqContent content(String text, Set<Audience> audiences) {
        return FaqContent.of(LanguageTag.GERMAN, text, "Antwort auf " + text)
                .forAudiences(audiences.toArray(Audience[]::new));
    }

    @Override
    default FaqContent full(String text, SplittableRandom random) {
        return FaqRows.full(text);
    }
}
