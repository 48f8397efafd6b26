// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A group of readers, as one comparable token: what is for several audiences is seen by whoever belongs to one of them.
 *
 * @param token {@code public}, {@code signed-in}, {@code role:NAME}, {@code segment:NAME} or {@code owns:TYPE:ID}; 120 characters at most
 */
public record Audience(@JsonValue String token) implements Comparable<Audience> {
    /** Everybody, signed in or not. */
    public static final Audience PUBLIC = new Audience("public");
    /** Whoever is signed in. */
    public static final Audience SIGNED_IN = new Audience("signed-in");

    private static final int MAX = 120;
    private static final String ROLE = "role:";
    private static final String SEGMENT = "segment:";
    private static final String OWNS = "owns:";
    /** The most characters of a role. */
    static final int MAX_ROLE = MAX - ROLE.length();

    /** Checks the form; throws {@link PortalException.InvalidInput} with {@code audience.invalid}. */
    public Audience {
        Texts.identifier("audience", token, MAX);
        boolean isFixed = token.equals("public") || token.equals("signed-in");
        if (!isFixed && !isNamed(token, ROLE) && !isNamed(token, SEGMENT) && !isOwned(token)) {
            throw new PortalException.InvalidInput("audience.invalid");
        }
    }

    private static boolean isNamed(String token, String kind) {
        return token.startsWith(kind) && token.length() > kind.length();
    }

    private static boolean isOwned(String token) {
        int colon = token.indexOf(':', OWNS.length());
        return token.startsWith(OWNS) && colon > OWNS.length() && colon + 1 < token.length();
    }

    /** Returns the audience of this token. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Audience of(String token) {
        return new Audience(token);
    }

    /** Returns those who have this role, of 1 to 115 characters. */
    public static Audience role(String name) {
        return new Audience(ROLE + name);
    }

    /** Returns the customers in this segment, of 1 to 112 characters, as the host's {@code SegmentSource} says. */
    public static Audience segment(String name) {
        return new Audience(SEGMENT + name);
    }

    /**
     * Returns the customers who own this, {@code product:hausrat}, as the host's {@code Holdings} say; type, colon and id have 115
     * characters at most, else {@link PortalException.InvalidInput} with {@code audience.invalid} is thrown.
     */
    public static Audience owners(ObjectRef thing) {
        return new Audience(OWNS + thing);
    }

    /** Returns the customers who own this; empty where its name is too long for an audience. */
    public static Optional<Audience> findOwners(ObjectRef thing) {
        return OWNS.length() + thing.toString().length() > MAX ? Optional.empty() : Optional.of(owners(thing));
    }

    /** Returns whether a host is asked who is in it: segments and owners; of all others it follows from the actor. */
    public boolean isAskedFor() {
        return token.startsWith(SEGMENT) || token.startsWith(OWNS);
    }

    @Override
    public int compareTo(Audience other) {
        return token.compareTo(other.token);
    }

    @Override
    public String toString() {
        return token;
    }
}
