// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.tck.model.Ledger.Call;
import dev.portalblocks.tck.model.Ledger.Once;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The mandates, as they are to be. */
final class MandateModel {
    private static final Set<String> NOT_FOR_CUSTOMERS = Set.of("kb.edit", "mandates.edit", "mandates.revoke");

    private final Ledger ledger;
    private final Map<Integer, Entry> entries = new TreeMap<>();

    MandateModel(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What is wished for.
     *
     * @param principal for whom
     * @param holder who acts
     * @param permissions what they may do
     * @param seconds how long it lasts; null for no end
     */
    record Wish(
            String principal,
            String holder,
            Set<String> permissions,
            @Nullable Integer seconds) {}

    private static final class Entry {
        private final String name;
        private final Wish wish;
        private final Instant from;
        private final @Nullable Instant until;
        private @Nullable Instant revokedAt;
        private long version = 1;

        Entry(String name, Wish wish, Instant from) {
            this.name = name;
            this.wish = wish;
            this.from = from;
            this.until = wish.seconds() == null ? null : from.plusSeconds(wish.seconds());
        }

        boolean isOpen(Instant now) {
            return revokedAt == null && (until == null || now.isBefore(until));
        }

        String view() {
            return Lines.of(
                    name,
                    wish.holder(),
                    wish.principal(),
                    new TreeSet<>(wish.permissions()),
                    from,
                    until,
                    revokedAt,
                    version);
        }
    }

    /** Returns whether somebody may use a permission in another's name. */
    boolean allows(Who who, String permission, Instant now) {
        return entries.values().stream()
                .filter(entry -> entry.isOpen(now))
                .filter(entry -> entry.wish.holder().equals(who.identity()))
                .filter(entry -> entry.wish.principal().equals(who.actsFor()))
                .anyMatch(entry -> entry.wish.permissions().contains("*")
                        || entry.wish.permissions().contains(permission));
    }

    long version(String name) {
        return entries.values().stream()
                .filter(entry -> entry.name.equals(name))
                .mapToLong(entry -> entry.version)
                .findFirst()
                .orElse(0);
    }

    String grant(Who who, Wish wish, @Nullable String key) {
        return ledger.create(
                new Call(who, "mandates.grant", Right.MANDATES_EDIT),
                new Once(key, wish.toString() + (wish.seconds() == null ? "" : ledger.now())),
                reach -> begin(who, reach, wish),
                (reach, name) -> find(reach, name).view());
    }

    private String begin(Who who, Right.Reach reach, Wish wish) {
        requireOwnName(who);
        if (!reach.customer(wish.principal())) {
            throw Refused.because("customer.not-found");
        }
        if (wish.principal().equals(wish.holder())) {
            throw Refused.because("mandate.self");
        }
        if (wish.seconds() != null && wish.seconds() <= 0) {
            throw Refused.because("mandate.period");
        }
        if (wish.permissions().stream().anyMatch(NOT_FOR_CUSTOMERS::contains)) {
            throw Refused.because("mandate.permission-unknown");
        }
        if (isOpen(wish1 ->
                wish1.holder().equals(wish.principal()) && wish1.principal().equals(wish.holder()))) {
            throw Refused.because("mandate.circle");
        }
        if (isOpen(wish1 ->
                wish1.principal().equals(wish.holder()) || wish1.holder().equals(wish.principal()))) {
            throw Refused.because("mandate.chain");
        }
        Entry entry = new Entry(ledger.next("m"), wish, ledger.now());
        entries.put(entries.size(), entry);
        ledger.emit("customer:" + wish.principal(), "mandates.mandate-granted", entry.name);
        return entry.name;
    }

    String revoke(Who who, String name, @Nullable Long expected) {
        return ledger.write(new Call(who, "mandates.revoke", Right.MANDATES_REVOKE), reach -> {
            requireOwnName(who);
            Entry entry = find(reach, name);
            if (expected != null && expected != entry.version) {
                throw Refused.because("mandate.version-conflict");
            }
            if (entry.revokedAt != null) {
                ledger.unchanged();
                return entry.view();
            }
            entry.revokedAt = ledger.now();
            entry.version++;
            ledger.emit("customer:" + entry.wish.principal(), "mandates.mandate-revoked", name);
            return entry.view();
        });
    }

    String held(Who who, String holder) {
        return list(who, "mandates.held", wish -> wish.holder().equals(holder));
    }

    String given(Who who, String principal) {
        return list(who, "mandates.given", wish -> wish.principal().equals(principal));
    }

    private String list(Who who, String operation, Predicate<Wish> wanted) {
        return ledger.read(
                new Call(who, operation, Right.MANDATES_READ),
                reach -> Lines.list(entries.values().stream()
                        .filter(entry -> isWithin(reach, entry) && wanted.test(entry.wish))
                        .map(Entry::view)
                        .toList()));
    }

    private Entry find(Right.Reach reach, String name) {
        return entries.values().stream()
                .filter(entry -> entry.name.equals(name) && isWithin(reach, entry))
                .findFirst()
                .orElseThrow(() -> Refused.because("mandate.not-found"));
    }

    private boolean isOpen(Predicate<Wish> wanted) {
        return entries.values().stream().anyMatch(entry -> entry.isOpen(ledger.now()) && wanted.test(entry.wish));
    }

    private static boolean isWithin(Right.Reach reach, Entry entry) {
        return reach.customer(entry.wish.holder()) || reach.customer(entry.wish.principal());
    }

    private static void requireOwnName(Who who) {
        if (who.actsFor() != null) {
            throw Refused.denied("mandate.in-own-name");
        }
    }
}
