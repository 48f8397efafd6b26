// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A host's letters, one for each of two customers. */
record Letters() implements SearchSource {
    @Override
    public String objectType() {
        return "letter";
    }

    @Override
    public Permission permission() {
        return Search.SEARCH;
    }

    @Override
    public SearchChange read(TenantId tenant, ObjectRef object) {
        return letter(CustomerId.of(object.id()));
    }

    @Override
    public void readAll(TenantId tenant, Consumer<SearchChange> target) {
        target.accept(letter(CustomerId.of("4711")));
        target.accept(letter(CustomerId.of("4712")));
    }

    private static SearchChange letter(CustomerId customer) {
        ObjectRef letter = ObjectRef.of("letter", customer.value());
        return new SearchChange(
                letter,
                List.of(new SearchDocument(
                        letter,
                        LanguageTag.GERMAN,
                        List.of(LanguageTag.GERMAN),
                        Set.of(Audience.PUBLIC),
                        "Brief an " + customer.value(),
                        SearchText.of("Ihr Beitrag"),
                        SearchFacts.none().of(customer))));
    }
}
