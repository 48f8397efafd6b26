// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which package may use which: every block has the same floors, core has floors of its own, and arrows go down only.
 *
 * <p>A package's last word says what it is: {@code model}, {@code spi}, one of {@link #IMPLEMENTATIONS}, or else what
 * an application calls.
 */
final class FloorPlan {
    /** The last words of packages that implement an SPI. */
    static final Set<String> IMPLEMENTATIONS = Set.of("memory", "jdbc", "lucene", "file");

    /** Core's areas from the ground; those that stand side by side don't know each other. */
    static final List<Set<String>> CORE_FLOORS = List.of(
            Set.of("model"),
            Set.of("tx"),
            Set.of("crypto"),
            Set.of("access"),
            Set.of("answer", "audit", "event", "content", "mandate"),
            Set.of("operation"),
            Set.of("privacy"),
            Set.of("memory", "jdbc"),
            Set.of(""));

    /** The blocks that know another block. */
    static final Map<String, Set<String>> NEIGHBOURS = Map.of(
            "kb", Set.of("search", "publishing", "rendering"),
            "faq", Set.of("search", "publishing", "rendering"),
            "search", Set.of("rendering"));

    /** Areas of pure functions, which have no service and know no way: of core its vocabulary only, but for what stores keep. */
    private static final Set<String> OF_FUNCTIONS = Set.of("publishing", "rendering");

    /** The area whose model is the vocabulary of the blocks that know it. */
    private static final String VOCABULARY = "publishing";

    private static final String CORE = "core";
    private static final String KIT = "tck";
    private static final String TX = "tx";

    private final String root;

    private FloorPlan(String root) {
        this.root = root;
    }

    static FloorPlan of(String root) {
        return new FloorPlan(root);
    }

    /** Tells why {@code from} may not use {@code to}, empty when it may; both are packages below the root. */
    Optional<String> complaint(String from, String to) {
        if (from.equals(to)) {
            return Optional.empty();
        }
        var user = Room.of(root, from);
        var used = Room.of(root, to);
        if (user.block().equals(KIT)) {
            return Optional.empty();
        }
        if (used.block().equals(KIT)) {
            return Optional.of("nothing stands on the contract tests");
        }
        if (user.block().equals(CORE)) {
            return used.block().equals(CORE) ? insideCore(user, used) : Optional.of("core knows no block");
        }
        return used.block().equals(CORE) ? fromBlockToCore(user, used) : betweenBlocks(user, used);
    }

    /** Tells whether the package holds what an application calls: a block's own, or an area's that repeats the plan. */
    boolean isEntry(String packageName) {
        var room = Room.of(root, packageName);
        return room.block().equals(CORE)
                ? room.path().isEmpty()
                : !room.block().equals(KIT) && room.kind() == Kind.ENTRY;
    }

    /** Tells whether the package holds vocabulary: records, ids, commands, events. */
    boolean isModel(String packageName) {
        return Room.of(root, packageName).kind() == Kind.MODEL;
    }

    /** Tells whether the package holds the vocabulary of several blocks, which their records implement (ADR 45). */
    boolean isShared(String packageName) {
        return isModel(packageName) && Room.of(root, packageName).block().equals(VOCABULARY);
    }

    private static Optional<String> insideCore(Room user, Room used) {
        int userFloor = floor(user);
        int usedFloor = floor(used);
        if (userFloor < 0 || usedFloor < 0) {
            return Optional.of("core has no area '" + (userFloor < 0 ? user : used).area() + "' in the floor plan");
        }
        if (userFloor < usedFloor) {
            return Optional.of("arrows go down only");
        }
        if (userFloor == usedFloor && !user.area().equals(used.area())) {
            return Optional.of("areas on one floor do not know each other");
        }
        if (used.kind() != Kind.IMPLEMENTATION || user.path().isEmpty()) {
            return Optional.empty();
        }
        return user.technique().equals(used.technique()) && (used.area().equals(TX) || isBundle(user))
                ? Optional.empty()
                : Optional.of("an implementation is known by the bundle of its technique and by Portal only");
    }

    /** A bundle is core's package of all stores of one technique, such as {@code core.memory}. */
    private static boolean isBundle(Room room) {
        return room.path().size() == 1 && room.kind() == Kind.IMPLEMENTATION;
    }

    private static int floor(Room room) {
        for (int i = 0; i < CORE_FLOORS.size(); i++) {
            if (CORE_FLOORS.get(i).contains(room.area())) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> fromBlockToCore(Room user, Room used) {
        if (OF_FUNCTIONS.contains(user.block())
                && user.kind() == Kind.ENTRY
                && !used.area().equals("model")) {
            return Optional.of("functions know core.model only");
        }
        if (user.kind() == Kind.MODEL && !used.area().equals("model")) {
            return Optional.of("a model knows core.model only");
        }
        if (used.kind() != Kind.IMPLEMENTATION) {
            return Optional.empty();
        }
        return used.area().equals(TX) && used.technique().equals(user.technique())
                ? Optional.empty()
                : Optional.of(
                        "a block knows no implementation of core but, in one of its own, core.tx of its technique");
    }

    private static Optional<String> betweenBlocks(Room user, Room used) {
        if (!user.block().equals(used.block())) {
            boolean knows = NEIGHBOURS.getOrDefault(user.block(), Set.of()).contains(used.block());
            boolean isVocabulary = used.block().equals(VOCABULARY) && used.kind() == Kind.MODEL;
            if (!knows || (user.kind() == Kind.MODEL && !isVocabulary)) {
                return Optional.of("blocks never know each other");
            }
            return used.kind() == Kind.IMPLEMENTATION && !isShared(user, used)
                    ? Optional.of("an implementation is joined by the application")
                    : Optional.empty();
        }
        return switch (user.kind()) {
            case MODEL -> unless(used.kind() == Kind.MODEL && used.encloses(user), "a model knows core.model only");
            case SPI ->
                unless(
                        used.kind() == Kind.MODEL || (used.kind() == Kind.SPI && used.encloses(user)),
                        "an SPI knows its model and core only");
            case ENTRY ->
                unless(used.kind() != Kind.IMPLEMENTATION, "what an application calls knows no implementation");
            case IMPLEMENTATION ->
                unless(
                        used.kind() == Kind.MODEL
                                || used.kind() == Kind.SPI
                                || (used.technique().equals(user.technique()) && user.encloses(used)),
                        "an implementation knows its SPI, its model and core only");
        };
    }

    /** What stores of several blocks keep alike, they keep in one way, each in its technique. */
    private static boolean isShared(Room user, Room used) {
        return used.block().equals(VOCABULARY)
                && user.kind() == Kind.IMPLEMENTATION
                && user.technique().equals(used.technique());
    }

    private static Optional<String> unless(boolean allowed, String complaint) {
        return allowed ? Optional.empty() : Optional.of(complaint);
    }

    private enum Kind {
        MODEL,
        SPI,
        ENTRY,
        IMPLEMENTATION
    }

    /** A package: {@code messaging.broadcast.spi} is block {@code messaging}, path {@code broadcast, spi}. */
    private record Room(String block, List<String> path) {
        static Room of(String root, String packageName) {
            if (packageName.equals(root)) {
                return new Room("", List.of());
            }
            var words = List.of(packageName.substring(root.length() + 1).split("\\.", -1));
            return new Room(words.get(0), words.subList(1, words.size()));
        }

        Kind kind() {
            return switch (last()) {
                case "model" -> Kind.MODEL;
                case "spi" -> Kind.SPI;
                default -> IMPLEMENTATIONS.contains(last()) ? Kind.IMPLEMENTATION : Kind.ENTRY;
            };
        }

        String area() {
            return path.isEmpty() ? "" : path.get(0);
        }

        String technique() {
            return kind() == Kind.IMPLEMENTATION ? last() : "";
        }

        /** Tells whether this room's part of the block is the other's, or has it inside. */
        boolean encloses(Room other) {
            var part = part();
            var others = other.part();
            return others.size() >= part.size()
                    && others.subList(0, part.size()).equals(part);
        }

        private List<String> part() {
            var part = new ArrayList<>(path);
            if (kind() != Kind.ENTRY) {
                part.remove(part.size() - 1);
            }
            return part;
        }

        private String last() {
            return path.isEmpty() ? "" : path.get(path.size() - 1);
        }
    }
}
