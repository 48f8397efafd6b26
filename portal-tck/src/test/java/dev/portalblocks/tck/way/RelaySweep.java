// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.event.RelayTerms;
import dev.portalblocks.core.event.ReplayEvents;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.jdbc.JdbcDeliveryLedger;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.operation.IdempotentSubscriber;
import dev.portalblocks.core.operation.RelayRun;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.jdbc.Databases;
import dev.portalblocks.tck.jdbc.FaultySource;
import dev.portalblocks.tck.jdbc.FaultySource.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Has a relay fail at its first call of the database, at its second, and so on, until a run comes to its end; each time
 * with a subscriber of its own, which keeps its numbers where it writes. Each time what was written is the beginning of
 * each lane, in order; nothing stays open; and the runs that follow bring the rest, each event once. Then the same for a
 * ledger that forgets, before all is delivered once more.
 */
final class RelaySweep {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor PROGRAM = Actor.system(ACME, "program");
    private static final int EVENTS = 3;
    private static final List<CustomerId> LANES = List.of(SampleWorld.ERIKA, SampleWorld.OTTO);

    private final FaultySource faults;
    private final Written written;
    private final Database db;
    private final JdbcDeliveryLedger ledger;
    private final Portal portal;
    private final Map<String, Integer> struck;
    private final int every;
    private final List<String> complaints = new ArrayList<>();
    private int points;

    /** Of so many calls that follow each other one fails; 1 for all. */
    RelaySweep(Databases databases, int every, Map<String, Integer> struck) {
        this.every = every;
        this.struck = struck;
        DataSource plain = databases.fresh();
        faults = new FaultySource(plain);
        db = Databases.on(faults);
        written = Written.in(plain);
        ledger = JdbcDeliveryLedger.on(db);
        portal = Portal.builder(JdbcCoreStorage.on(db)).build();
        Profiles profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
        for (int i = 0; i < EVENTS; i++) {
            for (CustomerId customer : LANES) {
                ProfilePatch patch =
                        ProfilePatch.builder().givenName("Name " + i).build();
                profiles.change(PROGRAM, ChangeProfile.of(customer, patch));
            }
        }
    }

    /** A subscriber, and what brings events to it. */
    private record Reader(String name, EventRelay relay) {}

    /** Does something, while a call fails. */
    private record Attempt(List<Call> calls, boolean isWhole) {}

    List<String> complaints() {
        return complaints;
    }

    int points() {
        return points;
    }

    void all() {
        try (portal) {
            for (boolean after : new boolean[] {false, true}) {
                deliveries(after);
                forgetting(after);
            }
        }
    }

    private void deliveries(boolean after) {
        for (int n = first(); ; n += every) {
            Reader reader = reader("read-" + after + n);
            Attempt attempt = attempt(n, after, reader.relay()::run);
            if (attempt.calls().size() < n) {
                check(written.by(reader.name()).equals(times(1)), reader, n, "without a fault it got", attempt);
                return;
            }
            count(attempt, n);
            check(written.isInOrder(reader.name()), reader, n, "out of order", attempt);
            check(faults.open().isEmpty(), reader, n, "open: " + faults.open(), attempt);
            follow(reader, 1, n, attempt);
        }
    }

    private int first() {
        return 1 + Seed.random().nextInt(every);
    }

    private void forgetting(boolean after) {
        for (int n = first(); ; n += every) {
            Reader reader = reader("forget-" + after + n);
            reader.relay().run();
            Subscription subscription = new Subscription(ACME, reader.name());
            Runnable forget = () -> db.write(tx -> {
                ledger.forget(tx, subscription);
                return true;
            });
            Attempt attempt = attempt(n, after, forget);
            if (attempt.calls().size() < n) {
                return;
            }
            count(attempt, n);
            check(faults.open().isEmpty(), reader, n, "open: " + faults.open(), attempt);
            forget.run();
            portal.subscriptions().replay(PROGRAM, ReplayEvents.all(reader.name()));
            follow(reader, 2, n, attempt);
        }
    }

    /** A run when the leases of the one that failed are over, and one that has nothing left to do. */
    private void follow(Reader reader, int times, int n, Attempt attempt) {
        written.timePasses(reader.name());
        reader.relay().run();
        check(written.by(reader.name()).equals(times(times)), reader, n, "then it got", attempt);
        written.timePasses(reader.name());
        RelayRun last = reader.relay().run();
        check(last.equals(RelayRun.NOTHING), reader, n, "and then " + last, attempt);
    }

    private Attempt attempt(int n, boolean after, Runnable work) {
        boolean isWhole = false;
        faults.watch(n, after);
        try {
            work.run();
            isWhole = true;
        } catch (StorageFailure e) {
            // what a fault comes to
        } catch (RuntimeException e) {
            complaints.add("at " + n + ": threw " + e);
        }
        return new Attempt(faults.stop(), isWhole);
    }

    private Reader reader(String name) {
        RelayTerms terms = RelayTerms.standard();
        return new Reader(
                name,
                portal.relay(IdempotentSubscriber.of(
                                name,
                                db,
                                ledger,
                                (tx, delivery) -> written.add(db.connection(tx), name, delivery.event()))
                        .on(terms)));
    }

    private void count(Attempt attempt, int n) {
        points++;
        struck.merge(attempt.calls().get(n - 1).site(), 1, Integer::sum);
    }

    private static Map<String, List<Long>> times(int times) {
        return Written.numbers(LANES, EVENTS, times);
    }

    private void check(boolean kept, Reader reader, int n, String otherwise, Attempt attempt) {
        if (!kept) {
            Object at = attempt.calls().size() < n ? "" : attempt.calls().get(n - 1);
            complaints.add(reader.name() + " at " + at + (attempt.isWhole() ? ", which was refused" : "") + ": "
                    + otherwise + " " + written.by(reader.name()));
        }
    }
}
