// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.RenameArticle;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What front matter says beside what every tree says: as exports write it. What it can't be is left out and noted. */
final class ImportedSettings {
    static final String ID = "id";
    static final String SLUG = "slug";
    static final String FORMER_SLUGS = "former-slugs";
    static final String TRANSLATIONS = "translations";
    static final String TRANSLATION_OF = "translation-of";
    static final String CATEGORIES = "categories";
    static final String OWNER = "owner";
    static final String REVIEW_BY = "review-by";
    static final String RELATED = "related";
    static final String ASSETS = "assets";

    private static final int MAX = 50;
    private static final int MAX_ASSETS = 500;
    private static final int MAX_OWNER = 100;
    private static final int MAX_RELATED = 20;
    private static final int MAX_KEYS = 20;
    private static final int MAX_SLUGS = 99;

    private final Map<String, Node> fields;
    private final List<Reading.Note> notes;

    private ImportedSettings(Map<String, Node> fields, List<Reading.Note> notes) {
        this.fields = fields;
        this.notes = notes;
    }

    /**
     * Returns what these fields say; notes are added to the list.
     *
     * @throws Refused where it is not sure which files belong together: an article without one of its languages would take that from its readers
     */
    static Reading.Settings of(Map<String, Node> fields, List<Reading.Note> notes) throws Refused {
        ImportedSettings settings = new ImportedSettings(fields, notes);
        return new Reading.Settings(
                settings.id(),
                settings.slugs(),
                settings.translations(),
                settings.translationOf(),
                settings.categories(),
                settings.owner(),
                settings.reviewBy(),
                settings.related(),
                settings.assets());
    }

    private @Nullable ArticleId id() {
        Node node = fields.get(ID);
        Optional<ArticleId> id = Optional.ofNullable(node).flatMap(ImportedSettings::id);
        if (node != null && id.isEmpty()) {
            note(node, "id-ignored", "It is no id of an article.");
        }
        return id.orElse(null);
    }

    private List<String> slugs() {
        Set<String> slugs = new LinkedHashSet<>();
        Node current = fields.get(SLUG);
        if (current == null) {
            return List.of();
        }
        if (!RenameArticle.isSlug(Scalars.exact(current))) {
            note(current, "slug-ignored", "A slug has small letters and digits, and single hyphens between them.");
            return List.of();
        }
        slugs.add(Scalars.exact(current));
        for (Node former : items(FORMER_SLUGS, MAX_SLUGS)) {
            if (RenameArticle.isSlug(Scalars.exact(former))) {
                slugs.add(Scalars.exact(former));
            } else {
                note(former, "slug-ignored", "A slug has small letters and digits, and single hyphens between them.");
            }
        }
        return List.copyOf(slugs);
    }

    private List<String> translations() throws Refused {
        Set<String> names = new LinkedHashSet<>();
        Node all = fields.get(TRANSLATIONS);
        if (all == null) {
            return List.of();
        }
        for (Node item : items(TRANSLATIONS, MAX)) {
            if (!names.add(name(item))) {
                throw new Refused(Yaml.lineOf(item), "translation-twice", "A file is named twice.");
            }
        }
        if (!(all instanceof SequenceNode list) || list.getValue().size() != names.size()) {
            throw new Refused(Yaml.lineOf(all), "translation-invalid", "It is a list of at most 50 files.");
        }
        return List.copyOf(names);
    }

    private @Nullable String translationOf() throws Refused {
        Node node = fields.get(TRANSLATION_OF);
        if (node == null) {
            return null;
        }
        for (String other : List.of("audience", "audiences", TRANSLATIONS)) {
            Node field = fields.get(other);
            if (field != null) {
                throw new Refused(
                        Yaml.lineOf(field),
                        "translation-invalid",
                        "What is one for all languages stands in the original.");
            }
        }
        return name(node);
    }

    private static String name(Node node) throws Refused {
        String name = Scalars.exact(node);
        if (name.isEmpty() || name.contains("/") || name.startsWith(".") || !LinkedFiles.isArticle(name)) {
            throw new Refused(
                    Yaml.lineOf(node), "translation-invalid", "It is the name of a Markdown file in the same folder.");
        }
        return name;
    }

    private @Nullable List<List<String>> categories() {
        if (!fields.containsKey(CATEGORIES)) {
            return null;
        }
        List<List<String>> categories = new ArrayList<>();
        for (Node item : items(CATEGORIES, MAX)) {
            List<String> keys = keys(item);
            if (keys.isEmpty()) {
                note(item, "category-ignored", "A category is a list of up to " + MAX_KEYS + " keys, from the top.");
            } else {
                categories.add(keys);
            }
        }
        boolean isOther = categories.isEmpty() && !isEmptyList(fields.get(CATEGORIES));
        return isOther ? null : List.copyOf(categories);
    }

    private static boolean isEmptyList(@Nullable Node node) {
        return node instanceof SequenceNode list && list.getValue().isEmpty();
    }

    /** Returns the keys; empty where it is no list of them. */
    static List<String> keys(Node node) {
        if (!(node instanceof SequenceNode list) || list.getValue().size() > MAX_KEYS) {
            return List.of();
        }
        List<String> keys = list.getValue().stream().map(Scalars::exact).toList();
        boolean fit = keys.stream().noneMatch(key -> key.isEmpty() || key.length() > MAX_OWNER);
        return fit ? keys : List.of();
    }

    private @Nullable String owner() {
        Node node = fields.get(OWNER);
        String owner = node == null ? "" : Scalars.exact(node);
        if (node != null && (owner.isEmpty() || owner.length() > MAX_OWNER)) {
            note(node, "owner-ignored", "It is no login of at most " + MAX_OWNER + " characters.");
            return null;
        }
        return node == null ? null : owner;
    }

    private @Nullable LocalDate reviewBy() {
        Node node = fields.get(REVIEW_BY);
        try {
            return node == null ? null : LocalDate.parse(Scalars.text(node));
        } catch (DateTimeException e) {
            note(node, "review-by-ignored", "It is no day, such as 2027-01-31.");
            return null;
        }
    }

    private @Nullable List<ArticleId> related() {
        if (!fields.containsKey(RELATED)) {
            return null;
        }
        Set<ArticleId> related = new LinkedHashSet<>();
        for (Node item : items(RELATED, MAX_RELATED)) {
            Optional<ArticleId> id = id(item);
            if (id.isEmpty()) {
                note(item, "related-ignored", "It is no id of an article.");
            }
            id.ifPresent(related::add);
        }
        return List.copyOf(related);
    }

    private @Nullable List<Reading.NamedAsset> assets() {
        if (!(fields.get(ASSETS) instanceof SequenceNode)) {
            return null;
        }
        Map<String, Reading.NamedAsset> assets = new LinkedHashMap<>();
        for (Node item : items(ASSETS, MAX_ASSETS)) {
            Reading.NamedAsset asset = asset(item);
            if (asset == null || assets.putIfAbsent(asset.path(), asset) != null) {
                note(item, "asset-ignored", "It has no path of its own, file below the root, and type.");
            }
        }
        return List.copyOf(assets.values());
    }

    private static Reading.@Nullable NamedAsset asset(Node item) {
        if (!(item instanceof MappingNode mapping)) {
            return null;
        }
        String path = value(mapping, "path");
        String type = value(mapping, "type");
        String file = value(mapping, "file");
        boolean isBelow = !file.isEmpty() && file.equals(Links.plain(file));
        boolean fits = !path.isEmpty() && path.length() <= 500 && !type.isEmpty() && type.length() <= 100;
        return isBelow && fits ? new Reading.NamedAsset(path, file, type, Yaml.lineOf(item)) : null;
    }

    static String value(MappingNode mapping, String key) {
        return find(mapping, key).map(Scalars::exact).orElse("");
    }

    static Optional<Node> find(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> Scalars.text(tuple.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static Optional<ArticleId> id(Node node) {
        String text = Scalars.text(node);
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(ArticleId.of(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the items of a list, or a value that is none; what is too much is left out and noted. */
    private List<Node> items(String key, int max) {
        Node node = fields.get(key);
        List<Node> all = node instanceof SequenceNode list ? list.getValue() : node == null ? List.of() : List.of(node);
        if (all.size() > max) {
            note(all.get(max), key + "-ignored", "There are more than " + max + ".");
        }
        return all.subList(0, Math.min(max, all.size()));
    }

    private void note(Node node, String code, String reason) {
        notes.add(new Reading.Note(Yaml.lineOf(node), code, reason));
    }
}
