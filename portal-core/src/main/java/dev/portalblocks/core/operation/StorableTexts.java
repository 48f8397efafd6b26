// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.TextPatterns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds U+0000 and lone surrogates, which no database keeps as text, in whatever field of a command they stand. What a
 * text may hold besides is a matter of each field's own constraints.
 */
final class StorableTexts {
    private final RecordShapes shapes;
    private final List<String> unfit = new ArrayList<>();

    private StorableTexts(RecordShapes shapes) {
        this.shapes = shapes;
    }

    /** Returns the paths of the texts that can't be stored, written as Jakarta Validation writes them. */
    static List<String> unfit(Object command, RecordShapes shapes) {
        StorableTexts texts = new StorableTexts(shapes);
        texts.visit("", "", command);
        return texts.unfit;
    }

    private void visit(String path, String ofText, @Nullable Object value) {
        if (value instanceof String text) {
            if (!TextPatterns.isStorable(text)) {
                unfit.add(path + ofText);
            }
        } else if (value instanceof Record holder) {
            visitComponents(path, holder);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> visitEntry(path, key, element));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(path + "[" + i + "]", ".<list element>", list.get(i));
            }
        } else if (value instanceof Collection<?> set) {
            set.forEach(element -> visit(path + "[]", ".<iterable element>", element));
        } else if (value instanceof Optional<?> optional) {
            visit(path, "", optional.orElse(null));
        }
    }

    private void visitComponents(String path, Record holder) {
        for (RecordShapes.Part part : shapes.of(holder.getClass()).parts()) {
            if (part.type().isPrimitive()) {
                continue;
            }
            Object value = part.read(holder);
            if (part.patch() != null && value instanceof Map<?, ?> patch) {
                visitPatch(patch, part.patch());
            } else {
                visit(path.isEmpty() ? part.name() : path + "." + part.name(), "", value);
            }
        }
    }

    /** A key that is no field's name is refused as such; neither it nor its value is looked at here. */
    private void visitPatch(Map<?, ?> patch, Class<? extends Record> template) {
        for (RecordShapes.Part field : shapes.of(template).parts()) {
            visit(field.name(), "", patch.get(field.name()));
        }
    }

    private void visitEntry(String path, Object key, @Nullable Object element) {
        int before = unfit.size();
        visit(path, "", key);
        boolean isNameable = unfit.size() == before;
        visit(isNameable ? path + "[" + key + "]" : path, ".<map value>", element);
    }
}
