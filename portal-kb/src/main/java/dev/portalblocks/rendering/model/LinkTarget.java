// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text refers to within the portal: {@code article:ID}, {@code asset:ID}, {@code faq:ID}, or a path that an asset has,
 * {@code bilder/plan.png}. An id and a path may be followed by {@code #anchor}.
 *
 * @param type what kind of thing
 * @param id its id or path, as written, without what follows {@code #}
 * @param fragment what follows {@code #}; empty for nothing
 */
public record LinkTarget(Type type, String id, String fragment) {
    private static final Map<String, Type> SCHEMES =
            Map.of("article", Type.ARTICLE, "asset", Type.ASSET, "faq", Type.FAQ);

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*+):");
    /** A place in the text itself, and the name of a host. */
    private static final Pattern ELSEWHERE = Pattern.compile("#|[/\\\\]{2}");

    /** The kinds of things. */
    public enum Type {
        /** An article. */
        ARTICLE,
        /** A picture or a file, by id. */
        ASSET,
        /** An entry of the FAQ. */
        FAQ,
        /** A picture, a file or a page by its path. */
        PATH
    }

    /** Returns what a destination refers to; empty for an address of the web, of another scheme, and for a place in the text itself. */
    public static Optional<LinkTarget> parse(String destination) {
        Matcher scheme = SCHEME.matcher(destination);
        boolean named = scheme.lookingAt();
        Type type = named ? SCHEMES.get(scheme.group(1).toLowerCase(Locale.ROOT)) : Type.PATH;
        if (type == null
                || destination.isEmpty()
                || ELSEWHERE.matcher(destination).lookingAt()) {
            return Optional.empty();
        }
        int start = named ? scheme.end() : 0;
        int hash = destination.indexOf('#', start);
        int end = hash < 0 ? destination.length() : hash;
        return Optional.of(new LinkTarget(
                type, destination.substring(start, end), hash < 0 ? "" : destination.substring(hash + 1)));
    }

    /** Returns whether it leads to what lies at this path: as it is written, or with its percent signs read as an address has them. */
    public boolean leadsTo(String path) {
        return type == Type.PATH && (path.equals(id) || path.equals(decoded(id)));
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return written; // a percent sign that is none of an address
        }
    }

    /** Returns it as a text writes it. */
    public String destination() {
        String written = type == Type.PATH ? id : type.name().toLowerCase(Locale.ROOT) + ":" + id;
        return fragment.isEmpty() ? written : written + "#" + fragment;
    }
}
