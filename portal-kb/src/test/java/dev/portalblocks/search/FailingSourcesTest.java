// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static dev.portalblocks.search.SourcesHouse.ACME;
import static dev.portalblocks.search.SourcesHouse.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Health;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.SourcesHouse.Node;
import dev.portalblocks.search.SourcesHouse.Said;
import dev.portalblocks.search.spi.IndexProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host's source that throws or hangs stops nobody else, and makes good later what it owes. */
class FailingSourcesTest {
    /** The ways in which the source does not answer. */
    enum Way {
        THROWS,
        HANGS;

        void on(Contracts contracts, TenantId... tenants) {
            if (this == HANGS) {
                contracts.hangsFor(Set.of(tenants));
                return;
            }
            Set<TenantId> all = Set.of(tenants);
            contracts.fails((tenant, object) -> {
                if (all.contains(tenant)) {
                    throw new IllegalStateException("Vertrag von Erika Mustermann");
                }
            });
        }
    }

    private SourcesHouse house;
    private Contracts contracts;

    @BeforeEach
    void begin(@TempDir Path directory) {
        house = new SourcesHouse(directory);
        contracts = house.contracts;
    }

    @AfterEach
    void end() {
        house.close();
    }

    @ParameterizedTest
    @EnumSource
    void othersStayFreshAndWhatItHadStaysUntilItRecovers(Way way) {
        Node one = house.begin(contracts);
        one.change(ACME, "1", "Vertrag eins");
        one.change(OTHER, "1", "Vertrag der anderen");
        one.follow();
        assertThat(one.source().code()).isEqualTo("ok");

        way.on(contracts, ACME);
        one.change(ACME, "1", "Vertrag eins neu");
        one.change(ACME, "2", "Vertrag zwei");
        one.change(OTHER, "2", "Vertrag zwei der anderen");
        one.publish(ACME, "Artikel");
        one.publish(OTHER, "Artikel der anderen");
        one.follow();
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Vertrag eins", "Artikel");
        assertThat(one.found(OTHER))
                .containsExactlyInAnyOrder("Vertrag der anderen", "Vertrag zwei der anderen", "Artikel der anderen");
        one.publish(ACME, "Artikel zwei");
        one.follow();
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Vertrag eins", "Artikel", "Artikel zwei");

        contracts.works();
        one.settle();
        assertThat(one.found(ACME))
                .containsExactlyInAnyOrder("Vertrag eins neu", "Vertrag zwei", "Artikel", "Artikel zwei");
        assertThat(one.source().code()).isEqualTo("ok");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWithdrawnIsGoneAlthoughTheSourceFails(Way way) {
        Node one = house.begin(contracts);
        one.change(ACME, "1", "Vertrag eins");
        one.change(ACME, "2", "Vertrag zwei");
        one.follow();

        way.on(contracts, ACME);
        contracts.remove(ACME, "1");
        one.say(ACME, Said.GONE, "1");
        assertThat(one.found(ACME)).as("before the index has heard of it").containsExactly("Vertrag zwei");
        one.follow();
        assertThat(one.found(ACME)).as("and afterwards").containsExactly("Vertrag zwei");
        one.follow();
        contracts.works();
        one.settle();
        assertThat(one.found(ACME)).containsExactly("Vertrag zwei");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOwedOutlivesTheProcess(Way way) {
        try (Node one = house.begin(contracts)) {
            one.change(ACME, "1", "Vertrag eins");
            one.follow();
            way.on(contracts, ACME);
            one.change(ACME, "1", "Vertrag eins neu");
            one.change(ACME, "2", "Vertrag zwei");
            one.follow();
        }
        contracts.works();
        Node two = house.begin(contracts);
        assertThat(two.found(ACME)).containsExactly("Vertrag eins");
        two.follow();
        assertThat(two.found(ACME)).containsExactlyInAnyOrder("Vertrag eins neu", "Vertrag zwei");
        assertThat(two.index.progress(ACME).map(IndexProgress::owed)).contains(Set.of());
    }

    /** The log was cut behind the index, so that everything is read anew. */
    @ParameterizedTest
    @EnumSource
    void aRebuildKeepsWhatAFailingSourceHadButForWhatWasWithdrawn(Way way) {
        Node one = house.begin(contracts);
        one.change(ACME, "1", "Vertrag eins");
        one.change(ACME, "2", "Vertrag zwei");
        one.publish(ACME, "Artikel");
        one.follow();

        way.on(contracts, ACME);
        one.publish(ACME, "Artikel zwei");
        one.change(ACME, "1", "Vertrag eins neu");
        contracts.remove(ACME, "2");
        one.say(ACME, Said.GONE, "2");
        house.forgetLog();
        one.follow();
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Vertrag eins", "Artikel", "Artikel zwei");
        contracts.works();
        one.settle();
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Vertrag eins neu", "Artikel", "Artikel zwei");
    }

    @ParameterizedTest
    @EnumSource
    void aFurtherSourceThatFailsKeepsNobodyWaiting(Way way) {
        try (Node one = house.begin()) {
            one.publish(ACME, "Artikel");
            one.follow();
        }
        contracts.put(ACME, "1", "Vertrag eins");
        way.on(contracts, ACME);
        Node two = house.begin(contracts);
        two.publish(ACME, "Artikel zwei");
        two.follow();
        assertThat(two.found(ACME)).containsExactlyInAnyOrder("Artikel", "Artikel zwei");
        two.publish(ACME, "Artikel drei");
        two.follow();
        assertThat(two.found(ACME)).containsExactlyInAnyOrder("Artikel", "Artikel zwei", "Artikel drei");
        contracts.works();
        two.settle();
        assertThat(two.found(ACME))
                .containsExactlyInAnyOrder("Artikel", "Artikel zwei", "Artikel drei", "Vertrag eins");
    }

    @Test
    void aSourceThatIsTakenAwayLeavesNothing() {
        try (Node one = house.begin(contracts)) {
            one.change(ACME, "1", "Vertrag eins");
            one.publish(ACME, "Artikel");
            one.follow();
        }
        try (Node two = house.begin()) {
            two.follow();
            assertThat(two.found(ACME)).containsExactly("Artikel");
            assertThat(two.index.progress(ACME).map(IndexProgress::types)).contains(Set.of("article"));
        }
        Node three = house.begin(contracts);
        contracts.throwsEverywhere();
        three.follow();
        assertThat(three.found(ACME))
                .as("nothing was kept that could show again")
                .containsExactly("Artikel");
    }

    /** Ten tenants, again and again. */
    @Test
    void aSourceThatHangsForEverHoldsFourThreads() {
        Node one = house.begin(contracts);
        List<TenantId> tenants =
                IntStream.range(0, 10).mapToObj(i -> TenantId.of("t" + i)).toList();
        tenants.forEach(tenant -> one.publish(tenant, "Artikel"));
        one.follow();
        contracts.hangsFor(Set.copyOf(tenants));
        for (int round = 0; round < 5; round++) {
            for (TenantId tenant : tenants) {
                one.change(tenant, "1", "Vertrag");
                one.publish(tenant, "Artikel " + round);
            }
            one.follow();
        }
        assertThat(contracts.mostHanging()).isEqualTo(SourceReader.MOST_STUCK);
        assertThat(tenants)
                .allSatisfy(tenant -> assertThat(one.found(tenant)).hasSize(6).doesNotContain("Vertrag"));
        assertThat(one.source())
                .satisfies(source -> assertThat(source.status()).isEqualTo(Health.Status.BEHIND))
                .satisfies(source -> assertThat(source.code()).isEqualTo("search.source-hangs"))
                .satisfies(source -> assertThat(source.figures()).containsEntry("tenants", 10L));

        contracts.works();
        one.settle();
        assertThat(tenants)
                .allSatisfy(tenant -> assertThat(one.found(tenant)).hasSize(7).contains("Vertrag"));
    }

    @Test
    void anObjectAtWhichASourceThrowsKeepsNoOtherWaiting() {
        Node one = house.begin(contracts);
        one.publish(ACME, "Artikel");
        one.follow();
        contracts.fails((tenant, object) -> {
            if (Contracts.ref("1").equals(object)) {
                throw new StackOverflowError();
            }
        });
        one.change(ACME, "1", "Vertrag eins");
        one.change(ACME, "2", "Vertrag zwei");
        one.follow();
        one.change(ACME, "3", "Vertrag drei");
        one.follow();
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Artikel", "Vertrag zwei", "Vertrag drei");
        assertThat(one.source().code()).isEqualTo("search.source-throws");
        contracts.works();
        one.follow();
        assertThat(one.found(ACME)).hasSize(4);
    }

    /** So many that they are not remembered one by one. */
    @Test
    void whateverIsOwedIsTakenInTheEnd() {
        Node one = house.begin(contracts);
        one.publish(ACME, "Artikel");
        one.follow();
        contracts.throwsEverywhere();
        for (int number = 0; number <= Indexer.MOST_OWED; number++) {
            one.change(ACME, "c" + number, "Vertrag " + number);
        }
        one.follow();
        assertThat(one.index.progress(ACME).map(IndexProgress::types)).contains(Set.of("article"));
        assertThat(one.index.progress(ACME).map(IndexProgress::owed)).contains(Set.of());
        assertThat(one.found(ACME)).containsExactly("Artikel");
        contracts.works();
        one.follow();
        assertThat(one.found(ACME)).hasSize(200);
        assertThat(one.index.progress(ACME).map(IndexProgress::types)).contains(Set.of("article", Contracts.TYPE));
    }

    /** Neither what a source says when it throws, nor what it was asked for. */
    @Test
    void healthTellsOfNoPerson() {
        Node one = house.begin(contracts);
        one.follow();
        contracts.throwsEverywhere();
        one.change(ACME, "4711", "Vertrag von Erika Mustermann");
        one.follow();
        house.pass(Duration.ofSeconds(7));

        assertThat(one.source().code()).isEqualTo("search.source-throws");
        assertThat(one.portal.health().toString()).doesNotContain("Erika").doesNotContain("4711");
        assertThat(one.sourceOf("article").code()).isEqualTo("ok");
    }
}
