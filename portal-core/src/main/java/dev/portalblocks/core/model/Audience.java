// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A group of readers, as one comparable token: what is for several audiences is seen by whoever belongs to one of them.
 *
 * @param token {@code public}, {@code signed-in} or {@code role:NAME}
 */
public record Audience(@JsonValue String token) implements Comparable<Audience> {
    /** Everybody, signed in or not. */
    public static final Audience PUBLIC = new Audience("public");
    /** Whoever is signed in. */
    public static final Audience SIGNED_IN = new Audience("signed-in");

    private static final int MAX = 120;
    private static final String ROLE = "role:";
    /** The most characters of a role. */
    static final int MAX_ROLE = MAX - ROLE.length();

    /** Checks the form; throws {@link PortalException.InvalidInput} with {@code audience.invalid}. */
    public Audience {
        Texts.identifier("audience", token, MAX);
        boolean role = token.startsWith(ROLE) && token.length() > ROLE.length();
        if (!token.equals("public") && !token.equals("signed-in") && !role) {
            throw new PortalException.InvalidInput("audience.invalid");
        }
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

    @Override
    public int compareTo(Audience other) {
        return token.compareTo(other.token);
    }

    @Override
    public String toString() {
        return token;
    }
}
