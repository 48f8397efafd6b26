// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The elements and attributes that safe HTML may have. None of them runs, loads into the page, takes input or belongs to another
 * namespace, and so none changes what it means when a browser reads it again.
 */
final class AllowList {
    /** All elements; what stands in others is kept without them, but for {@link #DROPPED}. */
    static final Set<String> ELEMENTS = Set.of(
            "a",
            "abbr",
            "aside",
            "audio",
            "b",
            "bdi",
            "bdo",
            "blockquote",
            "br",
            "caption",
            "cite",
            "code",
            "col",
            "colgroup",
            "dd",
            "del",
            "details",
            "dfn",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "input",
            "ins",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "pre",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "section",
            "small",
            "source",
            "span",
            "strong",
            "sub",
            "summary",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "track",
            "u",
            "ul",
            "var",
            "video",
            "wbr");

    /** Elements that swallow what stands behind them where nothing ends them. */
    static final Set<String> SWALLOWING = Set.of(
            "script",
            "style",
            "title",
            "textarea",
            "xmp",
            "iframe",
            "noembed",
            "noframes",
            "noscript",
            "plaintext",
            "template",
            "select",
            "svg",
            "math",
            "object",
            "frameset");

    /** Elements that go with all that is in them: those that swallow, and those that nobody reads. */
    static final Set<String> DROPPED = Stream.concat(
                    SWALLOWING.stream(), Stream.of("embed", "applet", "frame", "head", "link", "meta", "base"))
            .collect(Collectors.toUnmodifiableSet());

    /** Elements without an end. */
    static final Set<String> VOID = Set.of("br", "col", "hr", "img", "input", "source", "track", "wbr");

    /** Attributes of any element; further ones are those of {@link #OWN}. */
    static final Set<String> COMMON = Set.of("class", "dir", "id", "lang", "title");

    /** Attributes by element. */
    static final Map<String, Set<String>> OWN = Map.ofEntries(
            Map.entry("a", Set.of("href")),
            Map.entry("audio", Set.of("controls", "preload", "src")),
            Map.entry("blockquote", Set.of("cite")),
            Map.entry("col", Set.of("span")),
            Map.entry("colgroup", Set.of("span")),
            Map.entry("del", Set.of("cite")),
            Map.entry("details", Set.of("open")),
            Map.entry("div", Set.of("data-callout", "role")),
            Map.entry("img", Set.of("alt", "height", "src", "width")),
            Map.entry("input", Set.of("checked", "disabled", "type")),
            Map.entry("ins", Set.of("cite")),
            Map.entry("li", Set.of("value")),
            Map.entry("ol", Set.of("start")),
            Map.entry("q", Set.of("cite")),
            Map.entry("source", Set.of("src", "type")),
            Map.entry("td", Set.of("align", "colspan", "rowspan")),
            Map.entry("th", Set.of("align", "colspan", "rowspan", "scope")),
            Map.entry("track", Set.of("default", "kind", "label", "src", "srclang")),
            Map.entry("video", Set.of("controls", "height", "poster", "preload", "src", "width")));

    /** Attributes that hold an address. */
    static final Set<String> ADDRESSES = Set.of("cite", "href", "poster", "src");

    private static final Pattern CLASSES = Pattern.compile(
            "language-[^\\s\"'<>&]{1,60}|callout(-(note|tip|important|warning|caution))?|footnotes|footnote-ref|footnote-backref"
                    + "|media|transcript|task");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:-]{0,699}");
    private static final Pattern SMALL = Pattern.compile("[0-9]{1,4}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");
    /** What an attribute may say, where it is neither an address nor text. */
    private static final Map<String, Pattern> VALUES = Map.ofEntries(
            Map.entry("align", Pattern.compile("left|center|right")),
            Map.entry("colspan", SMALL),
            Map.entry("data-callout", Pattern.compile("note|tip|important|warning|caution")),
            Map.entry("dir", Pattern.compile("ltr|rtl|auto")),
            Map.entry("height", SMALL),
            Map.entry("id", ID),
            Map.entry("kind", Pattern.compile("captions|subtitles|descriptions|chapters")),
            Map.entry("lang", LANGUAGE),
            Map.entry("preload", Pattern.compile("none|metadata")),
            Map.entry("role", Pattern.compile("note")),
            Map.entry("rowspan", SMALL),
            Map.entry("scope", Pattern.compile("row|col|rowgroup|colgroup")),
            Map.entry("span", SMALL),
            Map.entry("srclang", LANGUAGE),
            Map.entry("start", NUMBER),
            Map.entry("type", Pattern.compile("checkbox|(audio|video)/[A-Za-z0-9.+-]{1,40}")),
            Map.entry("value", NUMBER),
            Map.entry("width", SMALL));

    /** Attributes that say something by being there. */
    private static final Set<String> FLAGS = Set.of("checked", "controls", "default", "disabled", "open");

    private AllowList() {}

    /** Returns whether an element may have an attribute of this name. */
    static boolean has(String element, String attribute) {
        return COMMON.contains(attribute) || OWN.getOrDefault(element, Set.of()).contains(attribute);
    }

    /** Returns what the value may be of an attribute that holds no address; null when it has to go. */
    static @Nullable String value(String attribute, String written) {
        if (FLAGS.contains(attribute)) {
            return "";
        }
        if (attribute.equals("class")) {
            return classes(written);
        }
        Pattern pattern = VALUES.get(attribute);
        return pattern == null || pattern.matcher(written).matches() ? written : null;
    }

    private static @Nullable String classes(String written) {
        StringBuilder kept = new StringBuilder();
        for (String name : written.split("[ \t\n\f\r]+", -1)) {
            if (CLASSES.matcher(name).matches()) {
                kept.append(kept.isEmpty() ? "" : " ").append(name);
            }
        }
        return kept.isEmpty() ? null : kept.toString();
    }
}
