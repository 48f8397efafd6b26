// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the model of every block of one tenant shares: who may do what, keys, the audit trail, the outbox. */
final class Ledger {
    private final Names names;
    private final Map<String, Set<String>> teams;
    private final List<String> audit = new ArrayList<>();
    private final Map<String, List<String>> lanes = new TreeMap<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final List<Event> pending = new ArrayList<>();
    private Acting acting = (who, permission, now) -> false;
    private Instant now = Instant.EPOCH;
    private boolean unchanged;
    private String operation = "";

    Ledger(Names names, Map<String, Set<String>> teams) {
        this.names = names;
        this.teams = teams;
    }

    /** Says whether somebody may use a permission in another's name. */
    @FunctionalInterface
    interface Acting {
        boolean allows(Who who, String permission, Instant now);
    }

    /**
     * A call of an operation.
     *
     * @param who who asks
     * @param operation for what
     * @param right what it needs
     */
    record Call(Who who, String operation, Right right) {}

    /**
     * What a creation can be known again by.
     *
     * @param key the caller's; null for none
     * @param command what was asked for
     */
    record Once(@Nullable String key, String command) {}

    private record Claim(String command, String name) {}

    private record Event(String lane, String text) {}

    void actingBy(Acting rule) {
        acting = rule;
    }

    void at(Instant instant) {
        now = instant;
    }

    Instant now() {
        return now;
    }

    String next(String kind) {
        return names.next(kind);
    }

    boolean isTeam(String team) {
        return teams.containsKey(team);
    }

    /** Nothing was changed after all: no event and no entry. */
    void unchanged() {
        unchanged = true;
    }

    void unchanged(boolean indeed) {
        unchanged = indeed;
    }

    void emit(String lane, String type, String subject) {
        pending.add(new Event(lane, type + " " + subject));
    }

    /** Reads: nothing is left but the entry of a denial. */
    String read(Call call, Function<Right.Reach, String> body) {
        return run(call, false, body);
    }

    /** Changes what is there. */
    String write(Call call, Function<Right.Reach, String> body) {
        return run(call, true, body);
    }

    /** Creates; the body returns the name of what it made, which the view shows, also to a repeat. */
    String create(
            Call call, Once once, Function<Right.Reach, String> body, BiFunction<Right.Reach, String, String> view) {
        return run(call, true, reach -> once(reach, call, once, body, view));
    }

    /** Creates from bytes: whose they will be is settled before they are read, and so before the key is looked at. */
    String upload(
            Call call,
            Once once,
            Consumer<Right.Reach> owner,
            Function<Right.Reach, String> body,
            BiFunction<Right.Reach, String, String> view) {
        return run(call, true, reach -> {
            owner.accept(reach);
            return once(reach, call, once, body, view);
        });
    }

    private String once(
            Right.Reach reach,
            Call call,
            Once once,
            Function<Right.Reach, String> body,
            BiFunction<Right.Reach, String, String> view) {
        String key = once.key() == null ? null : call.who() + " " + call.operation() + " " + once.key();
        Claim earlier = key == null ? null : claims.get(key);
        if (earlier == null) {
            String name = body.apply(reach);
            if (key != null) {
                claims.put(key, new Claim(once.command(), name));
            }
            return view.apply(reach, name);
        }
        if (!earlier.command().equals(once.command())) {
            throw Refused.because("idempotency-key.reused");
        }
        unchanged();
        return view.apply(reach, earlier.name());
    }

    /** Returns how far somebody reaches by a further right; null where it is none of theirs. */
    Right.@Nullable Reach further(Who who, Right right) {
        boolean may = who.actsFor() == null || acting.allows(who, right.permission(), now);
        return may ? right.of(who, teams) : null;
    }

    String operation() {
        return operation;
    }

    List<String> audit() {
        return audit;
    }

    Map<String, List<String>> lanes() {
        return lanes;
    }

    private String run(Call call, boolean writing, Function<Right.Reach, String> body) {
        pending.clear();
        unchanged = false;
        operation = call.operation();
        try {
            String answer = body.apply(authorise(call));
            if (writing && !unchanged) {
                pending.forEach(event -> lanes.computeIfAbsent(event.lane(), unknown -> new ArrayList<>())
                        .add(event.text()));
                record(call, "DONE");
            }
            return answer;
        } catch (Refused refused) {
            if (refused.isDenial()) {
                record(call, "DENIED");
            }
            throw refused;
        }
    }

    private Right.Reach authorise(Call call) {
        Who who = call.who();
        if (who.actsFor() != null && !acting.allows(who, call.right().permission(), now)) {
            throw Refused.denied("mandate.missing");
        }
        Right.Reach reach = call.right().of(who, teams);
        if (reach == null) {
            throw Refused.denied(call.right().permission() + ".denied");
        }
        return reach;
    }

    private void record(Call call, String outcome) {
        Who who = call.who();
        audit.add(Lines.of(now, who.kind(), who.identity(), call.operation(), outcome, who.actsFor()));
    }
}
