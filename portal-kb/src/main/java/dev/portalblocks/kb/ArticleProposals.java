// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Transcript;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.publishing.Proposal;
import java.util.Collection;
import java.util.Optional;

/** What conversations propose to write in a knowledge base. Nothing is stored: {@link KnowledgeEditor#create} makes a draft of it. */
public final class ArticleProposals {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 500_000;

    private ArticleProposals() {}

    /**
     * Returns the question of a conversation as a title and what the company answered as its text, for everybody, without what {@link
     * Transcript#redacted} takes away; empty where one of them said nothing. An editor reads it before it is published: a name that nobody told
     * stays in it.
     *
     * @param names of whom it was, such as the customer and the agent
     */
    public static Optional<ArticleContent> of(Transcript transcript, LanguageTag language, Collection<String> names) {
        return Proposal.of(transcript.redacted(names), LONGEST_TITLE, LONGEST_BODY)
                .map(proposal -> ArticleContent.of(language, proposal.question(), proposal.answer()));
    }
}
