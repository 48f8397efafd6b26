// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Transcript;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.publishing.Proposal;
import java.util.Collection;
import java.util.Optional;

/** What conversations propose to write in an FAQ. Nothing is stored: {@link FaqEditor#add} makes a draft of it. */
public final class FaqProposals {
    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_ANSWER = 20_000;

    private FaqProposals() {}

    /**
     * Returns the question of a conversation and what the company answered, for everybody, without what {@link
     * Transcript#redacted} takes away; empty where one of them said nothing. An editor reads it before it is published: a name that nobody told
     * stays in it.
     *
     * @param names of whom it was, such as the customer and the agent
     */
    public static Optional<FaqContent> of(Transcript transcript, LanguageTag language, Collection<String> names) {
        return Proposal.of(transcript.redacted(names), LONGEST_QUESTION, LONGEST_ANSWER)
                .map(proposal -> FaqContent.of(language, proposal.question(), proposal.answer()));
    }
}
