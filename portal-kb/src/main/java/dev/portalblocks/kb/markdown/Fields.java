// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What the front matter's keys mean; keys of other programs are left alone. */
final class Fields {
    static final int MAX_TITLE = 300;
    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG = 100;
    private static final int MAX_AUDIENCES = 50;

    private final Map<String, Node> fields;
    private final List<Reading.Note> notes;

    /** Notes are added to the list. */
    Fields(Map<String, Node> fields, List<Reading.Note> notes) {
        this.fields = fields;
        this.notes = notes;
    }

    /** Returns {@code title} on one line, uncut; empty when it is missing, blank or no text. */
    Optional<String> title() {
        Node node = fields.get("title");
        if (node != null && !Scalars.isText(node)) {
            note(node, "title-ignored", "The title is not one text.");
        }
        return Optional.ofNullable(node).map(Scalars::exact).filter(text -> !text.isEmpty());
    }

    /** Returns the first of {@code locale}, {@code lang} and {@code language} that names a language. */
    @Nullable
    LanguageTag locale() {
        LanguageTag found = null;
        for (Node node : said("locale", "lang", "language")) {
            Optional<LanguageTag> tag = languageTag(Scalars.text(node));
            if (tag.isEmpty()) {
                note(node, "locale-ignored", "It is no language tag of BCP 47, such as de or en-US.");
            } else if (found == null) {
                found = tag.get();
            } else if (!found.equals(tag.get())) {
                note(node, "locale-ignored", "Another key says " + found + " already.");
            }
        }
        return found;
    }

    /** Returns the items of {@code tags} and {@code keywords}. */
    List<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        for (Node item : items(said("tags", "keywords"))) {
            for (String tag : texts(item)) {
                if (tag.length() > MAX_TAG) {
                    note(item, "tag-ignored", "A tag has more than " + MAX_TAG + " characters.");
                } else if (tags.size() == MAX_TAGS && !tags.contains(tag)) {
                    note(item, "tag-ignored", "There are more than " + MAX_TAGS + " tags.");
                    return List.copyOf(tags);
                } else {
                    tags.add(tag);
                }
            }
            if (!Scalars.isText(item)) {
                note(item, "tag-ignored", "A tag is not one text.");
            }
        }
        return List.copyOf(tags);
    }

    /**
     * Returns the items of {@code audience}; empty when the key is not there.
     *
     * @throws Refused when it names nobody or somebody unknown, because leaving that out could show the article to more
     *     people than its author meant
     */
    List<Audience> audiences() throws Refused {
        Set<Audience> audiences = new LinkedHashSet<>();
        for (Node field : named("audience", "audiences")) {
            for (Node item : items(List.of(field))) {
                List<String> texts = texts(item);
                for (String text : texts) {
                    audiences.add(audience(text, item));
                }
                if (texts.isEmpty()) {
                    throw unknown(item);
                }
            }
            if (audiences.isEmpty() || audiences.size() > MAX_AUDIENCES) {
                throw unknown(field);
            }
        }
        return List.copyOf(audiences);
    }

    /** Words count in any case; a name behind a colon is the host's, and stays as it is. */
    private static Audience audience(String text, Node node) throws Refused {
        int colon = text.indexOf(':');
        String word = text.substring(0, colon + 1).toLowerCase(Locale.ROOT);
        String name = text.substring(colon + 1);
        String kept = Scalars.isExact(node) ? name : name.strip();
        try {
            return Audience.of(colon < 0 ? text.toLowerCase(Locale.ROOT) : word + kept);
        } catch (PortalException.InvalidInput e) {
            throw unknown(node);
        }
    }

    private static Refused unknown(Node node) {
        String reason = "The audience is one or up to " + MAX_AUDIENCES
                + " of: public, signed-in, role:NAME, segment:NAME, owns:TYPE:ID.";
        return new Refused(Yaml.lineOf(node), "audience-unknown", reason);
    }

    /** A well-formed tag may still begin with a word that is no language's: registered ones have two or three letters. */
    private static Optional<LanguageTag> languageTag(String text) {
        try {
            LanguageTag tag = LanguageTag.of(text);
            int end = (tag.value() + "-").indexOf('-');
            return end == 2 || end == 3 ? Optional.of(tag) : Optional.empty();
        } catch (PortalException.InvalidInput e) {
            return Optional.empty();
        }
    }

    private List<Node> named(String... keys) {
        return Stream.of(keys)
                .flatMap(key -> Stream.ofNullable(fields.get(key)))
                .toList();
    }

    /** Returns the values of these keys without those that an author left blank. */
    private List<Node> said(String... keys) {
        return named(keys).stream()
                .filter(node -> !Scalars.isText(node) || !Scalars.text(node).isEmpty())
                .toList();
    }

    private static List<Node> items(List<Node> nodes) {
        List<Node> items = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof SequenceNode sequence) {
                items.addAll(sequence.getValue());
            } else {
                items.add(node);
            }
        }
        return items;
    }

    /** An item of a list that stands in double quotes is one text, commas and all. */
    private List<String> texts(Node item) {
        if (Scalars.isExact(item) && !fields.containsValue(item)) {
            return List.of(Scalars.exact(item));
        }
        return Arrays.stream(Scalars.text(item).split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private void note(Node node, String code, String reason) {
        notes.add(new Reading.Note(Yaml.lineOf(node), code, reason));
    }
}
