// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Decides what a step is, from the step's own number and what the model has so far. */
final class Dice {
    static final List<String> CUSTOMERS = List.of("4711", "4712", "4713");
    private static final List<Who> SERVICE = List.of(
            Who.agent("anna", "service"), Who.agent("bert", "service"), Who.program(), Who.agent("zoe", "service"));
    private static final List<Who> OTHERS = List.of(
            Who.visitor(),
            Who.agent("dora"),
            Who.agent("carl", "editor"),
            Who.agent("anna", "service"),
            Who.program(),
            Who.program().ofTheOtherTenant(),
            Who.customer("4711").ofTheOtherTenant(),
            Who.agent("carl", "editor").ofTheOtherTenant(),
            Who.agent("bert", "service").ofTheOtherTenant());

    private final SplittableRandom random;
    private final Names names;

    Dice(long number, Names names) {
        this.random = new SplittableRandom(number);
        this.names = names;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    @SafeVarargs
    final <T> T of(T... some) {
        return some[random.nextInt(some.length)];
    }

    /** Returns the name of something of this kind, seldom of nothing. */
    String any(String kind) {
        List<String> all = names.all(kind);
        return all.isEmpty() || chance(4) ? kind + "?" : pick(all);
    }

    @Nullable
    String anyOrNone(String kind) {
        return chance(50) ? null : any(kind);
    }

    /** Returns all names of this kind, shuffled, sometimes with one too few or twice. */
    List<String> shuffled(List<String> there) {
        List<String> left = new ArrayList<>(there);
        List<String> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(random.nextInt(left.size())));
        }
        if (!shuffled.isEmpty() && chance(10)) {
            shuffled.remove(0);
        } else if (!shuffled.isEmpty() && chance(10)) {
            shuffled.add(shuffled.get(0));
        }
        return shuffled;
    }

    /** Returns no expectation mostly, else the current version or a wrong one. */
    @Nullable
    Long expecting(long current) {
        return chance(60) ? null : Long.valueOf(chance(60) ? current : Math.max(0, current - 1));
    }

    @Nullable
    String key() {
        return chance(70) ? null : of("eins", "zwei", "drei");
    }

    String customer() {
        return pick(CUSTOMERS);
    }

    Who asCustomer() {
        if (chance(8)) {
            return pick(OTHERS);
        }
        Who self = Who.customer(customer());
        return chance(25) ? self.actingFor(customer()) : self;
    }

    Who asOwnerOrService() {
        return chance(55) ? asCustomer() : asService();
    }

    Who asService() {
        return chance(10) ? pick(OTHERS) : pick(SERVICE);
    }

    Who asEditor() {
        return chance(10) ? pick(OTHERS) : of(Who.agent("carl", "editor"), Who.program());
    }

    Who asReader() {
        return chance(30) ? pick(OTHERS) : of(Who.visitor(), Who.customer(customer()), Who.agent("carl", "editor"));
    }
}
