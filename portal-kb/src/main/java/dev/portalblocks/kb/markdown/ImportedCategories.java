// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.CategoryEditor;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The categories that an import names by their keys; what is there stays as it is, what is missing is made. */
final class ImportedCategories {
    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final String IGNORED = "category-ignored";

    private final CategoryEditor editor;
    private final Actor actor;
    private final Map<List<String>, CategoryId> known = new HashMap<>();
    private boolean loaded;

    ImportedCategories(CategoryEditor editor, Actor actor) {
        this.editor = editor;
        this.actor = actor;
    }

    /** Returns the category that these keys lead to, from the top. */
    CategoryId leadingTo(List<String> keys, LanguageTag language) {
        String last = keys.get(keys.size() - 1);
        return made(keys, LocalizedText.of(language, last), language);
    }

    private CategoryId made(List<String> keys, LocalizedText name, LanguageTag language) {
        load();
        CategoryId id = known.get(keys);
        if (id == null) {
            List<String> above = keys.subList(0, keys.size() - 1);
            CategoryId parent = above.isEmpty() ? null : leadingTo(above, language);
            id = editor.create(actor, new CreateCategory(parent, keys.get(keys.size() - 1), name, null))
                    .id();
            known.put(List.copyOf(keys), id);
        }
        return id;
    }

    /** Makes the categories of an export, with their names; returns what can't be made. */
    List<ImportReport.Remark> makeAll(Path root, LanguageTag language) {
        List<Reading.Note> notes = new ArrayList<>();
        try {
            for (Node item : items(root)) {
                make(item, language, notes);
            }
        } catch (Refused refused) {
            Reading.Refusal refusal = refused.at(CategoryFile.FILE);
            notes.add(new Reading.Note(Math.max(0, refusal.line() - 2), refusal.code(), refusal.reason()));
        } catch (IOException e) {
            notes.add(new Reading.Note(0, "not-readable", "The categories can't be read."));
        }
        return notes.stream()
                .map(note -> new ImportReport.Remark(CategoryFile.FILE, note))
                .toList();
    }

    private static List<Node> items(Path root) throws IOException, Refused {
        Path file = root.resolve(CategoryFile.FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
            throw Refused.whole("not-readable", "There is no file of the categories, or a far too large one.");
        }
        String text = SourceText.of(Files.readAllBytes(file));
        Map<String, Node> fields = Yaml.fields("\n" + text, MAX_BYTES);
        return fields.get(CategoryFile.CATEGORIES) instanceof SequenceNode list ? list.getValue() : List.of();
    }

    private void make(Node item, LanguageTag language, List<Reading.Note> notes) {
        int line = Yaml.lineOf(item) - 2;
        List<String> keys = item instanceof MappingNode mapping
                ? ImportedSettings.find(mapping, CategoryFile.KEYS)
                        .map(ImportedSettings::keys)
                        .orElse(List.of())
                : List.of();
        LocalizedText name = item instanceof MappingNode mapping ? name(mapping) : null;
        if (keys.isEmpty() || name == null) {
            notes.add(new Reading.Note(line, IGNORED, "A category has up to 20 keys, and names by language."));
            return;
        }
        try {
            made(keys, name, language);
        } catch (PortalException.InvalidInput | PortalException.Conflict | PortalException.LimitExceeded e) {
            notes.add(new Reading.Note(line, IGNORED, String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable LocalizedText name(MappingNode item) {
        Map<LanguageTag, String> names = new HashMap<>();
        if (ImportedSettings.find(item, CategoryFile.NAMES).orElse(null) instanceof MappingNode mapping) {
            for (NodeTuple name : mapping.getValue()) {
                try {
                    names.put(LanguageTag.of(Scalars.text(name.getKeyNode())), Scalars.exact(name.getValueNode()));
                } catch (PortalException.InvalidInput e) {
                    return null;
                }
            }
        }
        return names.isEmpty() ? null : LocalizedText.of(names);
    }

    private void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        Map<CategoryId, Category> byId = new HashMap<>();
        editor.list(actor).forEach(category -> byId.put(category.id(), category));
        byId.keySet().forEach(id -> known.put(keys(id, byId), id));
    }

    private static List<String> keys(CategoryId id, Map<CategoryId, Category> byId) {
        List<String> keys = new ArrayList<>();
        Category category = byId.get(id);
        while (category != null) {
            keys.add(0, category.key());
            category = category.parent() == null ? null : byId.get(Objects.requireNonNull(category.parent()));
        }
        return keys;
    }
}
