// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.Set;
import java.util.regex.Pattern;

/** The elements and attributes that a safe picture may have: what draws, and nothing that runs, moves, loads or embeds. */
final class SvgList {
    static final String NAMESPACE = "http://www.w3.org/2000/svg";

    static final Set<String> ELEMENTS = Set.of(
            "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
            "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge",
            "feMergeNode", "feMorphology", "feOffset", "filter", "g", "line", "linearGradient", "marker", "mask", "path",
            "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg", "switch", "symbol", "text",
            "textPath", "title", "tspan", "use");

    private static final Set<String> ATTRIBUTES = Set.of(
            "amplitude", "baseFrequency", "class", "clip-path", "clip-rule", "clipPathUnits", "color", "color-interpolation",
            "color-interpolation-filters", "cx", "cy", "d", "direction", "display", "dominant-baseline", "dx", "dy", "exponent",
            "fill", "fill-opacity", "fill-rule", "filter", "filterUnits", "flood-color", "flood-opacity", "font-family",
            "font-size", "font-size-adjust", "font-stretch", "font-style", "font-variant", "font-weight", "fx", "fy",
            "gradientTransform", "gradientUnits", "height", "id", "in", "in2", "intercept", "k1", "k2", "k3", "k4", "lang",
            "lengthAdjust", "letter-spacing", "marker-end", "marker-mid", "marker-start", "markerHeight", "markerUnits",
            "markerWidth", "mask", "maskContentUnits", "maskUnits", "mode", "offset", "opacity", "operator", "order", "orient",
            "overflow", "paint-order", "pathLength", "patternContentUnits", "patternTransform", "patternUnits", "points",
            "preserveAspectRatio", "primitiveUnits", "r", "radius", "refX", "refY", "result", "role", "rotate", "rx", "ry",
            "shape-rendering", "slope", "spreadMethod", "startOffset", "stdDeviation", "stop-color", "stop-opacity", "stroke",
            "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
            "stroke-opacity", "stroke-width", "style", "tableValues", "text-anchor", "text-decoration", "text-rendering",
            "textLength", "transform", "transform-origin", "type", "unicode-bidi", "values", "vector-effect", "version",
            "viewBox", "visibility", "width", "word-spacing", "writing-mode", "x", "x1", "x2", "y", "y1", "y2");

    /** A place in the picture itself. */
    private static final Pattern LOCAL = Pattern.compile("#[A-Za-z_][\\w.-]{0,99}");
    /** What names a place does so in the picture itself; a style has no escapes, rules or tags. */
    private static final Pattern UNSAFE_STYLE =
            Pattern.compile("[@\\\\<>&]|/\\*|url\\s*+\\((?!\\s*+[\"']?#)|expression|javascript|behaviou?r|-moz-|image|src\\s*+\\(",
                    Pattern.CASE_INSENSITIVE);

    private SvgList() {}

    /** Returns whether an attribute of no namespace, or {@code xlink:href}, may stand there with this value. */
    static boolean has(String element, String attribute, String value) {
        if (attribute.equals("href")) {
            return Set.of("use", "textPath", "linearGradient", "radialGradient", "pattern", "filter")
                            .contains(element)
                    && LOCAL.matcher(value).matches();
        }
        return ATTRIBUTES.contains(attribute) && isHarmless(value);
    }

    /** Returns whether a style, or an attribute that is read as one, stays within the picture. */
    static boolean isHarmless(String style) {
        return !UNSAFE_STYLE.matcher(style).find();
    }
}
