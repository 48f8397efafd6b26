// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A look over more tenants than a second allows. */
class TenantLookTest {
    private static final int TENANTS = 120;

    private final Workshop workshop = new Workshop();
    private final TenantLook<String> look = new TenantLook<>(workshop.storage, workshop.clock);
    private final List<TenantId> asked = new ArrayList<>();
    private String answer = "first";

    @BeforeEach
    void write() {
        for (int i = 0; i < TENANTS; i++) {
            workshop.write(Actor.agent(TenantId.of(String.format("t%03d", i)), "e", "editor"), "text", "1");
        }
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void eachTenantHasItsTurn() {
        assertThat(each().ofAll()).isFalse();
        assertThat(asked).hasSize(50);
        each();
        assertThat(each().ofAll()).isFalse();
        assertThat(asked).hasSize(TENANTS).doesNotHaveDuplicates();
        each();
        assertThat(asked).as("a new round").hasSize(TENANTS + 50).endsWith(TenantId.of("t049"));
    }

    /** Else what is wrong with one of many comes and goes with each look. */
    @Test
    void whatALookDoesNotComeToIsAsItWasFound() {
        each();
        answer = "second";
        assertThat(each().each()).containsOnly("first", "second").hasSize(100);
        each();
        assertThat(each().each()).hasSize(TENANTS).containsOnly("second");
    }

    @Test
    void aSecondIsEnoughForAllWhereTheyAreFast() {
        assertThat(look.each(tenant -> "fast")).satisfies(found -> {
            assertThat(found.ofAll()).isTrue();
            assertThat(found.each()).hasSize(TENANTS);
        });
    }

    private TenantLook.Found<String> each() {
        return look.each(tenant -> {
            workshop.clock.move(Duration.ofMillis(25));
            asked.add(tenant);
            return answer;
        });
    }
}
