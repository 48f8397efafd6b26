// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static dev.portalblocks.search.SourcesHouse.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.search.SourcesHouse.Node;
import dev.portalblocks.search.SourcesHouse.Said;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a customer who was withdrawn nothing comes back once the index has passed by, whether the sources know of it or fail. */
class WithdrawnCustomersTest {
    private static final Actor ERIKA = Actor.customer(ACME, CustomerId.of("4711"));
    private static final Actor OTHER = Actor.customer(ACME, CustomerId.of("4712"));

    private SourcesHouse house;
    private Node node;

    @BeforeEach
    void begin(@TempDir Path directory) {
        house = new SourcesHouse(directory);
        node = house.begin(house.contracts);
        give("1", "Vertrag von Erika", "4711");
        give("2", "Vertrag des anderen", "4712");
        node.publish(ACME, "Artikel");
        node.follow();
        assertThat(node.found(ERIKA)).containsExactlyInAnyOrder("Vertrag von Erika", "Artikel");
    }

    @AfterEach
    void end() {
        house.close();
    }

    /** It is asked for objects, and nobody names one. */
    @Test
    void whenTheSourceDoesNotKnow() {
        erase();

        assertErased();
    }

    @Test
    void whenTheSourceFails() {
        house.contracts.throwsEverywhere();
        node.change(ACME, "1", "Vertrag von Erika");
        erase();

        assertErased();
    }

    /** The log was cut behind the index: what the source had is kept, but not what was the customer's. */
    @Test
    void whenTheIndexIsBuiltAnewWithoutTheSource() {
        house.contracts.throwsEverywhere();
        erase();
        house.forgetLog();

        assertErased();
        assertThat(node.index.progress(ACME).orElseThrow().types()).containsExactly("article");
    }

    @Test
    void whatHappensToACustomerOtherwiseWithdrawsNothing() {
        node.say(ACME, Said.CHANGED, customer());
        node.follow();

        assertThat(node.found(ERIKA)).containsExactlyInAnyOrder("Vertrag von Erika", "Artikel");
    }

    /** Its objects and the customers of others could not be told apart. */
    @Test
    void aSourceOfCustomersIsRefused() {
        SearchSource customers = new EmptySource("customer", Search.SEARCH);
        try (Portal portal = Portal.of(new Memory());
                LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            assertThatThrownBy(() -> Search.of(portal, index, customers))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("call the source's objects something else");
            assertThatThrownBy(() -> Search.of(portal, index, house.contracts, new Contracts()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Two sources of contract");
        }
    }

    private void erase() {
        node.say(ACME, Said.GONE, customer());
        node.publish(ACME, "Artikel zwei");
        assertThat(node.found(ERIKA)).as("before the index has heard of it").containsExactly("Artikel");
    }

    private void assertErased() {
        node.follow();
        assertThat(node.found(ERIKA)).containsExactlyInAnyOrder("Artikel", "Artikel zwei");
        assertThat(node.found(OTHER)).containsExactlyInAnyOrder("Vertrag des anderen", "Artikel", "Artikel zwei");
    }

    private static ObjectRef customer() {
        return ObjectRef.of(CustomerId.OBJECT_TYPE, "4711");
    }

    private void give(String id, String title, String owner) {
        ObjectRef object = Contracts.ref(id);
        SearchDocument shared = Contracts.document(object, title);
        SearchDocument own = new SearchDocument(
                object,
                shared.language(),
                shared.languages(),
                shared.audiences(),
                title,
                shared.text(),
                SearchFacts.none().of(CustomerId.of(owner)));
        house.contracts.give(ACME, id, new SearchChange(object, List.of(own)));
        node.say(ACME, Said.CHANGED, id);
    }
}
