// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static dev.portalblocks.search.SourcesHouse.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.SourcesHouse.Node;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host's source that hands over what can't be stops nobody else; it is named, and what it had stays. */
class NonsensicalSourcesTest {
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
    void nonsenseIsNamedAndLeftOut(Nonsense nonsense) {
        Talking talking = new Talking(contracts);
        Node one = house.begin(talking);
        one.change(ACME, "1", "Vertrag eins");
        one.follow();

        talking.nonsense = nonsense;
        one.change(ACME, "1", "Vertrag eins neu");
        one.change(ACME, "2", "Vertrag zwei");
        one.publish(ACME, "Artikel");
        one.follow();
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Vertrag eins", "Vertrag zwei", "Artikel");
        assertThat(one.source().code()).isEqualTo("search.source-invalid");

        one.publish(ACME, "Artikel zwei");
        house.forgetLog();
        one.follow();
        assertThat(one.found(ACME)).as("after a rebuild").contains("Artikel", "Artikel zwei", "Vertrag zwei");
        assertThat(one.found(ACME)).doesNotContain("Unsinn");
        talking.nonsense = null;
        one.follow();
        assertThat(one.found(ACME))
                .containsExactlyInAnyOrder("Vertrag eins neu", "Vertrag zwei", "Artikel", "Artikel zwei");
        assertThat(one.source().code()).isEqualTo("ok");
    }

    /** Talks nonsense of contract 1. */
    private static final class Talking implements SearchSource {
        private final Contracts contracts;
        private volatile @Nullable Nonsense nonsense;

        Talking(Contracts contracts) {
            this.contracts = contracts;
        }

        @Override
        public String objectType() {
            return contracts.objectType();
        }

        @Override
        public Permission permission() {
            return contracts.permission();
        }

        @Override
        public SearchChange read(TenantId tenant, ObjectRef object) {
            Nonsense said = nonsense;
            return said != null && object.id().equals("1") ? said.of(object) : contracts.read(tenant, object);
        }

        @Override
        public void readAll(TenantId tenant, Consumer<SearchChange> target) {
            // among all, nobody can tell that it is another one
            Nonsense said = nonsense == Nonsense.ANOTHER_OBJECT ? Nonsense.NOTHING : nonsense;
            contracts.readAll(
                    tenant,
                    change -> target.accept(
                            said != null && change.object().id().equals("1") ? said.of(change.object()) : change));
        }
    }
}
