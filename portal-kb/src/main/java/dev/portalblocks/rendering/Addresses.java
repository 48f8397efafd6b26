// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import dev.portalblocks.rendering.model.LinkTarget;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses may stand in a page. What a browser would read is judged, not what is written. Immutable. */
final class Addresses {
    private static final Set<String> LINKED = Set.of("http", "https", "mailto", "tel");
    private static final Set<String> SHOWN = Set.of("http", "https");
    private static final Set<String> OURS = Set.of("article", "asset", "faq");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*+):");
    private static final String PLAIN = "-_.+!*'(),%#@?=;:/&$~";
    private static final Pattern ENCODED = Pattern.compile("[-A-Za-z0-9_.+!*'(),%#@?=;:/&$~]*+");
    private static final String HEX = "0123456789ABCDEF";

    private final TextLinks links;
    private final boolean kept;

    private Addresses(TextLinks links, boolean kept) {
        this.links = links;
        this.kept = kept;
    }

    /** What a text refers to is asked for. */
    static Addresses through(TextLinks links) {
        return new Addresses(links, false);
    }

    /** What a text refers to stays as it is written. */
    static Addresses kept() {
        return new Addresses(target -> Optional.of(target.destination()), true);
    }

    /** Returns what a link may say; empty when it has to go. */
    Optional<String> linked(String written) {
        return found(written, LINKED);
    }

    /** Returns what a picture, a video or a sound may say; empty when it has to go. */
    Optional<String> shown(String written) {
        return found(written, SHOWN);
    }

    private Optional<String> found(String written, Set<String> schemes) {
        return kept ? checked(written, schemes) : checked(written, schemes).map(Addresses::encoded);
    }

    private Optional<String> checked(String written, Set<String> schemes) {
        String address = asRead(written);
        if (address.isEmpty()) {
            return schemes.equals(LINKED) ? Optional.of(address) : Optional.empty(); // a link to the page itself
        }
        Optional<LinkTarget> target = LinkTarget.parse(address);
        if (target.isEmpty()) {
            return allowed(address, schemes);
        }
        return links.findAddress(target.get()).map(Addresses::asRead).flatMap(found -> allowed(found, schemes));
    }

    private Optional<String> allowed(String address, Set<String> schemes) {
        String scheme = scheme(address);
        if (!scheme.isEmpty()) {
            return schemes.contains(scheme) || (kept && OURS.contains(scheme))
                    ? Optional.of(address)
                    : Optional.empty();
        }
        boolean host = address.length() > 1 && isSlash(address.charAt(0)) && isSlash(address.charAt(1));
        return Optional.of(host ? "https://" + address.substring(2) : address);
    }

    /** Returns what a browser reads: without control characters, and without white space around it. */
    static String asRead(String written) {
        StringBuilder read = new StringBuilder(written.length());
        written.chars().filter(c -> c >= ' ' && c != 0x7F).forEach(c -> read.append((char) c));
        return read.toString().strip();
    }

    /** Returns the scheme, in lower case; empty for an address that has none and so is relative. */
    static String scheme(String address) {
        Matcher scheme = SCHEME.matcher(address);
        return scheme.lookingAt() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** Returns it with what an address can't have written as bytes; one that is written so already stays as it is. */
    private static String encoded(String address) {
        if (ENCODED.matcher(address).matches()) {
            return address;
        }
        StringBuilder encoded = new StringBuilder(address.length() + 16);
        for (byte each : address.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = PLAIN.indexOf(each) >= 0 || Character.isLetterOrDigit(each);
            if (each > 0 && plain) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(HEX.charAt((each >> 4) & 0xF)).append(HEX.charAt(each & 0xF));
            }
        }
        return encoded.toString();
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
