// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.event.RelayTerms;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.planted.json.Dated;
import dev.portalblocks.tck.planted.json.Derived;
import dev.portalblocks.tck.planted.json.Foreign;
import dev.portalblocks.tck.planted.json.Named;
import dev.portalblocks.tck.planted.json.Sound;
import dev.portalblocks.tck.planted.json.Strange;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host's own Jackson 2 or 3 writes and reads every public record of ours, without a module of ours. */
class EveryPublicRecordTravelsAsJsonTest {
    private static final int SAMPLES = Boolean.getBoolean("portal.deep") ? 1_000 : 15;

    /**
     * What only code holds: a type of event pairs a name with a class, a batch has events of several types, and a delivery one,
     * each of which a reader knows by its name alone; terms, requests and steps of a relay never leave it. A record that has one of them as a component is found, as no sample can
     * be made of it.
     */
    private static final Set<Class<?>> NO_DATA = Set.of(
            EventType.class,
            EventBatch.class,
            Delivery.class,
            RelayTerms.class,
            SubscriptionStore.Request.class,
            LaneStep.Delivered.class,
            LaneStep.Renewed.class,
            LaneStep.Postponed.class);

    private static final List<Class<? extends Record>> RECORDS = PublicRecords.ofOurModules().stream()
            .filter(type -> !NO_DATA.contains(type))
            .toList();

    static Stream<Class<? extends Record>> records() {
        return RECORDS.stream();
    }

    static Stream<Class<?>> noData() {
        return NO_DATA.stream();
    }

    @Test
    void everyModuleIsRead() {
        assertThat(RECORDS).contains(LocalizedText.class, Page.class, PortalEvent.class, AuditEntry.class);
        assertThat(RECORDS).contains(PortalException.Violation.class);
        assertThat(RECORDS.stream().map(Class::getPackageName))
                .contains("dev.portalblocks.profile.model", "dev.portalblocks.kb.model", "dev.portalblocks.faq.model")
                .contains("dev.portalblocks.messaging.model", "dev.portalblocks.docs.model")
                .contains("dev.portalblocks.search.model");
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyMapperReadsWhatAnyWrote(Class<? extends Record> type) {
        assertThat(complaints(type)).as("seed %d", Seed.value()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("noData")
    void whatOnlyCodeHoldsCannotBeSampled(Class<? extends Record> type) {
        assertThatThrownBy(() -> complaints(type)).isInstanceOf(Samples.UnknownType.class);
    }

    @Test
    void aSoundRecordTravels() {
        assertThat(complaints(Sound.class)).isEmpty();
    }

    @Test
    void aDerivedPropertyIsFound() {
        assertThat(complaints(Derived.class)).anyMatch(fault -> fault.contains("instead of [text]"));
    }

    @Test
    void aLocaleIsFound() {
        assertThat(complaints(Foreign.class)).anyMatch(fault -> fault.contains("is other JSON"));
    }

    @Test
    void anInstantThatIsANumberIsFound() {
        assertThat(complaints(Dated.class)).anyMatch(fault -> fault.contains("is other JSON"));
    }

    @Test
    void theNameOfAClassIsFound() {
        assertThat(complaints(Named.class)).anyMatch(fault -> fault.contains("names a class"));
    }

    @Test
    void aRecordOfWhichNoSampleCanBeMadeIsNamed() {
        assertThatThrownBy(() -> complaints(Strange.class))
                .isInstanceOf(Samples.UnknownType.class)
                .hasMessageContaining(Strange.class.getName());
    }

    private static List<String> complaints(Class<? extends Record> type) {
        Samples samples = new Samples(Seed.value(), RECORDS);
        return Stream.generate(() -> samples.next(type))
                .limit(SAMPLES)
                .flatMap(sample -> Journey.complaints(sample).stream())
                .limit(10)
                .toList();
    }
}
