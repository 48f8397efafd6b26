// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorPlanTest {
    private static final FloorPlan PLAN = FloorPlan.of("dev.portalblocks");

    @ParameterizedTest
    @CsvSource({
        "messaging.model, core.model",
        "messaging.spi, messaging.model",
        "messaging.spi, core.tx",
        "messaging.spi, core.access",
        "messaging, messaging.spi",
        "messaging, messaging.model",
        "messaging, core",
        "messaging, core.operation",
        "messaging.memory, messaging.spi",
        "messaging.memory, core.tx.memory",
        "messaging.memory, messaging.broadcast.memory",
        "messaging.jdbc, core.tx.jdbc",
        "messaging.broadcast.model, messaging.model",
        "messaging.broadcast.spi, messaging.model",
        "messaging.broadcast, messaging.model",
        "messaging.broadcast.memory, messaging.broadcast.spi",
        "kb, search",
        "kb, search.spi",
        "faq, search.model",
        "kb, rendering",
        "faq, publishing",
        "faq.model, publishing.model",
        "faq.spi, publishing.spi",
        "faq.jdbc, publishing.spi",
        "faq.jdbc, publishing.jdbc",
        "publishing.jdbc, core.tx.jdbc",
        "publishing.spi, core.access",
        "rendering, core.model",
        "faq, rendering.model",
        "search, rendering",
        "profile, core",
        "profile.memory, core.tx.memory",
        "core.tx, core.model",
        "core.tx.memory, core.tx",
        "core.audit.memory, core.audit",
        "core.audit.memory, core.tx.memory",
        "core.audit.memory, core.crypto",
        "core.content.file, core.content",
        "core.operation, core.audit",
        "core.privacy, core.operation",
        "core.memory, core.audit.memory",
        "core.memory, core.tx.memory",
        "core, core.memory",
        "core, core.tx.jdbc",
        "core, core.privacy",
        "tck.messaging, messaging.spi",
        "tck, core.tx.memory",
    })
    void arrowsGoDown(String from, String to) {
        assertThat(complaint(from, to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "messaging.model, core",
        "messaging.model, core.tx",
        "messaging.model, messaging.spi",
        "messaging.model, messaging",
        "messaging.model, docs.model",
        "messaging.model, messaging.broadcast.model",
        "messaging.spi, messaging",
        "messaging.spi, messaging.memory",
        "messaging.spi, core.tx.memory",
        "messaging.spi, messaging.broadcast.spi",
        "messaging, messaging.memory",
        "messaging, core.tx.memory",
        "messaging, docs",
        "messaging, profile",
        "messaging, search",
        "messaging, tck",
        "rendering, core.tx",
        "publishing, core.operation",
        "messaging.memory, messaging",
        "messaging.memory, messaging.jdbc",
        "messaging.memory, core.tx.jdbc",
        "messaging.memory, core.audit.memory",
        "messaging.memory, core.memory",
        "messaging.memory, docs.memory",
        "messaging.broadcast.memory, messaging.memory",
        "messaging.jdbc, messaging.broadcast.memory",
        "kb, faq",
        "faq, kb",
        "kb, search.lucene",
        "kb.model, search.model",
        "search, kb",
        "search.model, rendering.model",
        "faq.model, publishing.spi",
        "faq.model, publishing",
        "messaging.model, publishing.model",
        "publishing, faq.model",
        "publishing, publishing.jdbc",
        "publishing.jdbc, core.operation.jdbc",
        "faq.memory, publishing.jdbc",
        "faq, publishing.jdbc",
        "docs.jdbc, publishing.jdbc",
        "rendering, search",
        "rendering, kb",
        "messaging, rendering",
        "docs, kb",
        "profile, messaging",
        "core.model, core.tx",
        "core.model, core",
        "core.tx, core.crypto",
        "core.tx, core.audit",
        "core.tx, core.tx.memory",
        "core.access, core.event",
        "core.audit, core.operation",
        "core.audit.memory, core.event",
        "core.audit.memory, core.event.memory",
        "core.audit.memory, core.tx.jdbc",
        "core.audit.memory, core.operation",
        "core.operation, core.tx.memory",
        "core.operation, core.privacy",
        "core.privacy, core.memory",
        "core.memory, core.audit.jdbc",
        "core.memory, core",
        "core.memory, core.jdbc",
        "core.unheard, core.model",
        "core, core.unheard",
        "core, profile",
        "core.event, messaging.model",
        "core, tck",
    })
    void noArrowGoesUpOrAside(String from, String to) {
        assertThat(complaint(from, to)).isNotEmpty();
    }

    private static java.util.Optional<String> complaint(String from, String to) {
        return PLAN.complaint("dev.portalblocks." + from, "dev.portalblocks." + to);
    }
}
