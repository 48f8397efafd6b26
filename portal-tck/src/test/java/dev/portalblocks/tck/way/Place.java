// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller hands a text to a public method.
 *
 * @param method the method
 * @param path the way to the text through components, {@code message.attachments[].name}; keys of a map are {@code texts{}}
 * @param kind {@code String}, or the value type that holds nothing but a text
 * @param rules what the text has to obey
 */
record Place(Method method, String path, Class<?> kind, AnnotatedType rules) {
    /** The most characters where nothing says so. */
    private static final int ANY = 1_000;

    String name() {
        return Ways.signature(method) + " " + path;
    }

    boolean endsWith(String component) {
        return path.equals(component) || path.endsWith("." + component);
    }

    int max() {
        Size size = rule(Size.class);
        return size == null ? ANY : size.max();
    }

    /** Returns whether it names a language in which an article or an entry has a text. */
    boolean isOfTexts() {
        String operation = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        return kind == LanguageTag.class
                && (operation.startsWith("ArticleWorkflow.")
                        || operation.startsWith("FaqWorkflow.")
                        || operation.equals("FaqEditor.publish")
                        || operation.equals("FaqEditor.withdraw")
                        || operation.equals("KnowledgeEditor.publish")
                        || operation.equals("KnowledgeEditor.archive"));
    }

    /** Returns whether a rule says how long the text may be. */
    boolean hasMost() {
        return rule(Size.class) != null;
    }

    boolean isEmail() {
        return rule(Email.class) != null;
    }

    /** Returns the regular expression that the text matches; empty where there is none. */
    String pattern() {
        Pattern pattern = rule(Pattern.class);
        return pattern == null ? "" : pattern.regexp();
    }

    private <A extends Annotation> @Nullable A rule(Class<A> type) {
        return rules.getAnnotation(type);
    }

    @Override
    public String toString() {
        return name();
    }
}
