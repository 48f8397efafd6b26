// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException.InvalidInput;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** An empty text where JSON should have an id, as forms send it, is no id: both Jacksons would make a null of it. */
class EmptyIdsTest {
    static final List<Class<? extends Record>> IDS =
            PublicRecords.ofOurModules().stream().filter(EmptyIdsTest::isId).toList();

    @Test
    void thereAreIds() {
        assertThat(IDS).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void anEmptyTextIsNoId(Class<? extends Record> id) {
        byte[] empty = "\"\"".getBytes(StandardCharsets.US_ASCII);
        for (Mapper mapper : Mapper.values()) {
            assertThatThrownBy(() -> mapper.read(empty, id, List.of()))
                    .as(mapper.name())
                    .hasRootCauseInstanceOf(InvalidInput.class);
        }
    }

    private static boolean isId(Class<? extends Record> type) {
        RecordComponent[] parts = type.getRecordComponents();
        return parts.length == 1 && parts[0].getType() == UUID.class;
    }
}
