// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.OwnedClock;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.model.ProfileChange;
import dev.portalblocks.profile.model.ProfileChanged;
import dev.portalblocks.profile.model.ProfilePatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId ID = CustomerId.of("4711");
    private static final Actor ERIKA = Actor.customer(ACME, ID);
    private static final Actor MAX = Actor.customer(ACME, CustomerId.of("4712"));
    private static final Actor CLERK = Actor.agent(ACME, "c", "service");
    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00.123456Z");

    private final OwnedClock clock = OwnedClock.atNoon();
    private final Memory memory = new Memory();
    private final MemoryCoreStorage storage = MemoryCoreStorage.in(memory);
    private final Portal portal = Portal.builder(storage).clock(clock).build();
    private final Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void theFirstChangeBeginsAProfile() {
        Profile begun = profiles.change(ERIKA, of(ProfilePatch.builder().givenName("Erika")));

        assertThat(begun.version()).isEqualTo(1);
        assertThat(begun.changedAt()).isEqualTo(NOON);
        assertThat(begun.data().givenName()).isEqualTo("Erika");
        assertThat(begun.data().familyName()).isNull();
        assertThat(profiles.read(ERIKA, ID)).isEqualTo(begun);
    }

    @Test
    void ofManyWhoBeginAProfileAtOnceNobodyIsRefused() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Profile> begun : threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Profile>>mapToObj(number -> () ->
                            profiles.change(CLERK, of(ProfilePatch.builder().givenName("Erika " + number))))
                    .toList())) {
                assertThat(begun.get().version()).isBetween(1L, 8L);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(profiles.read(ERIKA, ID).version()).isEqualTo(8);
        assertThat(changes(ERIKA)).hasSize(8);
    }

    @Test
    void whatAPatchDoesNotNameStaysAndNullClears() {
        profiles.change(
                ERIKA,
                of(ProfilePatch.builder()
                        .givenName("Erika")
                        .familyName("Muster")
                        .phone("0221 1234")));
        profiles.change(ERIKA, of(ProfilePatch.builder().familyName("Neu").phone(null)));

        Profile now = profiles.read(ERIKA, ID);
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.data().givenName()).isEqualTo("Erika");
        assertThat(now.data().familyName()).isEqualTo("Neu");
        assertThat(now.data().phone()).isNull();
    }

    @Test
    void whatChangesNothingLeavesNoTrace() {
        Profile before = profiles.change(ERIKA, of(ProfilePatch.builder().givenName("Erika")));
        clock.move(Duration.ofDays(1));
        assertThat(profiles.change(
                        ERIKA, of(ProfilePatch.builder().givenName("Erika").city(null, null))))
                .isEqualTo(before);
        assertThat(events()).hasSize(1);
        assertThat(audit()).hasSize(1);
        assertThat(changes(ERIKA)).hasSize(1);
    }

    @Test
    void aChangeLeavesOneEventAndOneAuditEntryWithoutPersonalData() {
        profiles.change(ERIKA, of(ProfilePatch.builder().givenName("Erika").email("erika@example.org")));

        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(ProfileChanged.TYPE.name());
            assertThat(event.subject()).isEqualTo(ObjectRef.of("customer", "4711"));
            assertThat(event.lane()).isEqualTo(ObjectRef.of("customer", "4711"));
            assertThat(event.data())
                    .isEqualTo("{\"customer\":\"4711\",\"version\":1,\"fields\":[\"givenName\",\"email\"]}");
        });
        assertThat(audit()).singleElement().satisfies(entry -> {
            assertThat(entry.operation()).isEqualTo("profile.change");
            assertThat(entry.subject()).isEqualTo(ObjectRef.of("customer", "4711"));
            assertThat(entry.customer()).isEqualTo(ID);
        });
        assertThat(events() + "" + audit()).doesNotContain("Erika", "example.org");
    }

    @Test
    void whatChangedIsToldFieldByField() {
        profiles.change(
                ERIKA, of(ProfilePatch.builder().city("50667", "K\u00F6ln").givenName("Erika")));
        clock.move(Duration.ofHours(1));
        profiles.change(CLERK, of(ProfilePatch.builder().city(null, "Bonn")));

        assertThat(changes(ERIKA))
                .containsExactly(
                        new ProfileChange(
                                2,
                                NOON.plus(Duration.ofHours(1)),
                                Actor.Kind.AGENT,
                                List.of(
                                        new ProfileChange.Field("postalCode", "50667", null),
                                        new ProfileChange.Field("city", "K\u00F6ln", "Bonn"))),
                        new ProfileChange(
                                1,
                                NOON,
                                Actor.Kind.CUSTOMER,
                                List.of(
                                        new ProfileChange.Field("givenName", null, "Erika"),
                                        new ProfileChange.Field("postalCode", null, "50667"),
                                        new ProfileChange.Field("city", null, "K\u00F6ln"))));
    }

    @Test
    void changesComeInPagesTheLatestFirst() {
        IntStream.rangeClosed(1, 12)
                .forEach(number ->
                        profiles.change(ERIKA, of(ProfilePatch.builder().givenName("Erika " + number))));
        Page<ProfileChange> first = profiles.changes(ERIKA, ID, PageRequest.first(5));
        profiles.change(ERIKA, of(ProfilePatch.builder().givenName("meanwhile")));
        Page<ProfileChange> second =
                profiles.changes(ERIKA, ID, PageRequest.first(5).after(first.next()));

        assertThat(first.items()).extracting(ProfileChange::version).containsExactly(12L, 11L, 10L, 9L, 8L);
        assertThat(second.items()).extracting(ProfileChange::version).containsExactly(7L, 6L, 5L, 4L, 3L);
    }

    @Test
    void aCursorOfAnotherCustomersChangesIsInvalid() {
        for (String name : List.of("a", "b")) {
            profiles.change(CLERK, of(ProfilePatch.builder().givenName(name)));
            profiles.change(
                    CLERK,
                    ChangeProfile.of(
                            CustomerId.of("4712"),
                            ProfilePatch.builder().givenName(name).build()));
        }
        Page<ProfileChange> page = profiles.changes(CLERK, ID, PageRequest.first(1));
        PageRequest next = PageRequest.first(1).after(page.next());
        assertThatThrownBy(() -> profiles.changes(CLERK, CustomerId.of("4712"), next))
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.code()).isEqualTo("cursor.invalid"));
    }

    @Test
    void aStaleVersionIsAConflict() {
        profiles.change(ERIKA, of(ProfilePatch.builder().givenName("1")).expecting(0));
        profiles.change(ERIKA, of(ProfilePatch.builder().givenName("2")).expecting(1));
        for (long stale : new long[] {0, 1, 3, -1}) {
            assertThatThrownBy(() -> profiles.change(
                            ERIKA, of(ProfilePatch.builder().givenName("x")).expecting(stale)))
                    .isInstanceOfSatisfying(
                            PortalException.Conflict.class,
                            e -> assertThat(e.code()).isEqualTo("profile.version-conflict"));
        }
        assertThat(profiles.read(ERIKA, ID).data().givenName()).isEqualTo("2");
    }

    @Test
    void aForeignProfileIsAsAbsentAsOneThatIsNotThere() {
        profiles.change(ERIKA, of(ProfilePatch.builder().givenName("Erika")));
        CustomerId nobody = CustomerId.of("0815");
        Actor foreignClerk = Actor.agent(TenantId.of("other"), "c", "service");
        for (Actor other : List.of(MAX, MAX.withRoles("service"), foreignClerk)) {
            for (CustomerId customer : List.of(ID, nobody)) {
                assertNotFound(() -> profiles.read(other, customer));
                assertNotFound(() -> profiles.changes(other, customer, PageRequest.first(1)));
            }
        }
        assertNotFound(() -> profiles.change(MAX, of(ProfilePatch.builder().givenName("x"))));
        assertThat(audit()).as("no denial").hasSize(1);
    }

    @Test
    void whoMayNotReadProfilesIsDenied() {
        for (Actor other : List.of(Actor.anonymous(ACME), Actor.agent(ACME, "e", "editor"))) {
            assertThatThrownBy(() -> profiles.read(other, ID)).isInstanceOf(PortalException.AccessDenied.class);
        }
        assertThat(audit())
                .extracting(AuditEntry::outcome)
                .containsOnly(AuditEntry.Outcome.DENIED)
                .hasSize(2);
    }

    @Test
    void everyWrongFieldIsListedAndNothingIsWritten() {
        ProfilePatch wrong = ProfilePatch.of(Map.of(
                "email",
                "no address",
                "phone",
                "x",
                "country",
                "de",
                "language",
                "?",
                "shoeSize",
                "43",
                "givenName",
                "x".repeat(101)));
        assertThatThrownBy(() -> profiles.change(ERIKA, ChangeProfile.of(ID, wrong)))
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.violations().stream()
                                        .map(violation -> violation.field() + " " + violation.code()))
                                .containsExactly(
                                        " unknown-field",
                                        "country pattern",
                                        "email email",
                                        "givenName size",
                                        "language pattern",
                                        "phone pattern"));
        assertNotFound(() -> profiles.read(ERIKA, ID));
        assertThat(audit()).isEmpty();
    }

    @Test
    void noTextOfAProfileShowsItsData() {
        Profile profile = profiles.change(ERIKA, of(ProfilePatch.builder().givenName("Erika")));
        assertThat(profile.toString()).doesNotContain("Erika");
        assertThat(changes(ERIKA).toString()).doesNotContain("Erika");
        assertThat(of(ProfilePatch.builder().givenName("Erika")).toString()).doesNotContain("Erika");
    }

    private static ChangeProfile of(ProfilePatch.Builder patch) {
        return ChangeProfile.of(ID, patch.build());
    }

    private List<ProfileChange> changes(Actor actor) {
        return profiles.changes(actor, ID, PageRequest.first(100)).items();
    }

    private List<RecordedEvent> events() {
        return memory.read(
                tx -> storage.events().read(tx, ACME, LogPosition.START, 100).events());
    }

    private List<AuditEntry> audit() {
        return memory.read(tx -> storage.audit().list(tx, Scope.wholeTenant(ACME), null, 100));
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortalException.NotFound.class,
                        e -> assertThat(e.code()).isEqualTo("profile.not-found"));
    }
}
