// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import java.util.List;

/** What the contract of a source of answers publishes and asks. */
final class AnswerArticles {
    static final TenantId ACME = TenantId.of("acme");
    static final Actor VISITOR = Actor.anonymous(ACME);
    static final Actor CUSTOMER = Actor.customer(ACME, CustomerId.of("4711"));

    static final List<AnswerArticle> OPEN = List.of(
            new AnswerArticle(
                    "Change your bank account",
                    "You can change the bank account from which we collect the premium at any time. "
                            + "Enter the new bank account in the portal and confirm it.",
                    Audience.PUBLIC),
            new AnswerArticle(
                    "Change your address",
                    "When you move, tell us the new address. The postcode may alter the price.",
                    Audience.PUBLIC),
            new AnswerArticle(
                    "Report a stolen bicycle",
                    "Report the theft to the police first. Then send us the receipt of the bicycle.",
                    Audience.PUBLIC),
            new AnswerArticle(
                    "Cancel the contract",
                    "Cancel in writing, three months before the year of insurance ends.",
                    Audience.PUBLIC));
    static final AnswerArticle FOR_CUSTOMERS = new AnswerArticle(
            "Bonus programme for members",
            "The bonus programme gives members points for each year without a claim.",
            Audience.SIGNED_IN);
    static final String TEXT_FOR_OTHERS =
            "The secret bank account collects the premium, the address and the bicycle of the contract.";
    static final List<String> ON_TOPIC = List.of(
            "How do I change my bank account?",
            "Hello, my bicycle was stolen yesterday. What do I do now? Regards, Max",
            "I am moving house and have a new address.");
    static final List<String> OFF_TOPIC = List.of(
            "Which temperature does a chocolate cake need in the oven?",
            "Hello, who won the football match on Sunday evening? Thanks, Max",
            "Do dolphins sleep while swimming?");

    private AnswerArticles() {}
}
