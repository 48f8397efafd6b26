// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.TextPatterns;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Values of front matter as their author wrote them: {@code 1.10} is that text and no number. */
final class Scalars {
    private Scalars() {}

    /** Tells whether it is YAML's null: {@code ~}, {@code null}, or nothing at all. */
    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** Tells whether it is one text, and not a list or a mapping. */
    static boolean isText(Node node) {
        return node instanceof ScalarNode;
    }

    /** Returns the text on one line; empty for what is no text. */
    static String text(Node node) {
        return node instanceof ScalarNode scalar && !isNothing(node) ? OneLine.of(scalar.getValue()) : "";
    }

    /** Returns the text as it is where it stands in double quotes on one line, else as {@link #text} does. */
    static String exact(Node node) {
        return node instanceof ScalarNode scalar && isExact(scalar) ? scalar.getValue() : text(node);
    }

    /** Tells whether it is one text in double quotes, which is meant as it is: no comma in it parts two. */
    static boolean isExact(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                && !scalar.getValue().trim().isEmpty()
                && scalar.getValue().matches(TextPatterns.ONE_LINE);
    }
}
