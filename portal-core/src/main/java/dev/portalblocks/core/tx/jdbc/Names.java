// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the names of tables into statements: {@code @event} stands for the table {@code portal_event} of the schema. */
final class Names {
    static final String PREFIX = "portal_";

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern TABLE = Pattern.compile("@([a-z_]+)");

    private final String schema;
    private final ConcurrentHashMap<String, String> known = new ConcurrentHashMap<>();

    /** Puts tables into this schema; the empty text leaves that to the connection. */
    Names(String schema) {
        if (!schema.isEmpty() && !IDENTIFIER.matcher(schema).matches()) {
            throw new IllegalArgumentException("Not a plain lower-case identifier");
        }
        this.schema = schema;
    }

    String schema() {
        return schema;
    }

    /** Returns the statement with the tables' full names; as the statements are constants of the code, they are kept. */
    String in(String statement) {
        String named = known.get(statement); // locks nothing, which computing where it is absent may do
        return named != null ? named : known.computeIfAbsent(statement, this::qualify);
    }

    private String qualify(String statement) {
        String qualified = schema.isEmpty() ? PREFIX : quotedSchema() + "." + PREFIX;
        return TABLE.matcher(statement).replaceAll(found -> Matcher.quoteReplacement(qualified + found.group(1)));
    }

    /** A reserved word is a name as well when it is quoted; H2 would fold it to capitals otherwise. */
    String quotedSchema() {
        return "\"" + schema + "\"";
    }
}
