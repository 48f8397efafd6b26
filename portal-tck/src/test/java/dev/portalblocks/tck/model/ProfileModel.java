// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.tck.model.Ledger.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The profiles, as they are to be. */
final class ProfileModel {
    static final List<String> FIELDS = List.of("givenName", "familyName", "email", "city");

    private final Ledger ledger;
    private final Map<String, Entry> entries = new HashMap<>();

    ProfileModel(Ledger ledger) {
        this.ledger = ledger;
    }

    private static final class Entry {
        private final Map<String, String> values = new TreeMap<>();
        private final List<String> changes = new ArrayList<>();
        private long version;
        private Instant changedAt = Instant.EPOCH;
    }

    long version(String customer) {
        Entry entry = entries.get(customer);
        return entry == null ? 0 : entry.version;
    }

    String change(Who who, String customer, Map<String, @Nullable String> patch, @Nullable Long expected) {
        return ledger.write(new Call(who, "profile.change", Right.PROFILE_CHANGE), reach -> {
            if (!reach.customer(customer)) {
                throw Refused.because("profile.not-found");
            }
            if (expected != null && expected != version(customer)) {
                throw Refused.because("profile.version-conflict");
            }
            apply(who, customer, patch);
            return view(customer);
        });
    }

    private void apply(Who who, String customer, Map<String, @Nullable String> patch) {
        Entry entry = entries.computeIfAbsent(customer, unknown -> new Entry());
        List<String> changed = new ArrayList<>();
        for (String field : FIELDS) {
            String before = entry.values.get(field);
            String after = patch.containsKey(field) ? patch.get(field) : before;
            if (!Objects.equals(before, after)) {
                changed.add(Lines.of(field, before, after));
                entry.values.put(field, after);
            }
        }
        if (changed.isEmpty() && entry.version > 0) {
            ledger.unchanged();
            return;
        }
        entry.version++;
        entry.changedAt = ledger.now();
        entry.changes.add(0, Lines.of(entry.version, entry.changedAt, who.kind(), changed));
        ledger.emit("customer:" + customer, "profile.changed", "customer:" + customer);
    }

    String read(Who who, String customer) {
        return ledger.read(new Call(who, "profile.find", Right.PROFILE_READ), reach -> {
            require(reach, customer);
            return view(customer);
        });
    }

    String changes(Who who, String customer) {
        return ledger.read(new Call(who, "profile.changes", Right.PROFILE_READ), reach -> {
            require(reach, customer);
            return Lines.list(Objects.requireNonNull(entries.get(customer)).changes);
        });
    }

    private void require(Right.Reach reach, String customer) {
        if (!reach.customer(customer) || version(customer) == 0) {
            throw Refused.because("profile.not-found");
        }
    }

    private String view(String customer) {
        Entry entry = Objects.requireNonNull(entries.get(customer));
        List<String> values = FIELDS.stream()
                .map(field -> field + "=" + entry.values.get(field))
                .toList();
        return Lines.of(customer, values, entry.version, entry.changedAt);
    }
}
