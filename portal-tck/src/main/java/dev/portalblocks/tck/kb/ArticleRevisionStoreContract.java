// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.tck.publishing.RevisionStoreContract;
import java.util.Set;
import java.util.SplittableRandom;

/** The promises of a store of articles' revisions: implement it in a test class and return the store to be tested. */
public interface ArticleRevisionStoreContract extends RevisionStoreContract<ArticleContent> {
    @Override
    default ArticleContent content(String text, Set<Audience> audiences) {
        return Articles.content(text).forAudiences(audiences.toArray(Audience[]::new));
    }

    @Override
    default ArticleContent full(String text, SplittableRandom random) {
        return Articles.full(text, random);
    }
}
