// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.kb.model.ArticleContent;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines that the guide to audiences shows. */
final class AudienceSnippets {
    private AudienceSnippets() {}

    /** What the host's CRM knows. */
    interface Crm {
        Set<String> segments(String customer);

        Set<String> products(String customer);
    }

    static Portal portal(CoreStorage storage, Crm crm) {
        // guide begins
        Portal portal = Portal.builder(storage)
                .segments((tx, tenant, customer) -> crm.segments(customer.value())) // "premium"
                .holdings((tx, tenant, customer) -> products(crm, customer))
                .build();
        // guide ends
        return portal;
    }

    private static Set<ObjectRef> products(Crm crm, CustomerId customer) {
        return crm.products(customer.value()).stream()
                .map(product -> ObjectRef.of("product", product))
                .collect(Collectors.toSet());
    }

    static ArticleContent content() {
        // guide begins
        ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, "Glasbruch", "Ihre Hausratversicherung zahlt.")
                .forAudiences(Audience.owners(ObjectRef.of("product", "hausrat")), Audience.segment("premium"));
        // guide ends
        return content;
    }
}
