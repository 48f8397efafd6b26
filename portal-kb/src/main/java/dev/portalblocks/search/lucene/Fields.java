// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.model.Facet;

/**
 * The fields of an index. What a field holds and how it is written is one schema for the life of an index: whoever
 * changes it, or an analysis, raises {@link #SCHEMA}, and every index is built anew.
 */
final class Fields {
    /** Version of the schema, kept in each commit. */
    static final String SCHEMA = "10";

    /** The object as text; a term, and a doc value to sort by. */
    static final String OBJECT = "object";
    /** The object's type. */
    static final String TYPE = "type";
    /** The document's own language; stored. */
    static final String LANGUAGE = "language";
    /** Every language in which the object is published. */
    static final String LANGUAGES = "languages";
    /** {@link #YES} for the document in the language that the object was written in. */
    static final String SOURCE = "source";
    /** For whom it is published. */
    static final String AUDIENCE = "audience";
    /** Whose it is; {@link #NOBODY} for one that is nobody's own. */
    static final String OWNER = "owner";
    /** No customer's number. */
    static final String NOBODY = "";
    /** Since when it is shown, in microseconds, where that is not ever since. */
    static final String FROM = "from";
    /** When it is shown no longer, likewise. */
    static final String UNTIL = "until";
    /** The day of its last change, counted from 1970; a doc value. */
    static final String CHANGED = "changed";
    /** Which share of its readers called it helpful, in thousandths; a doc value. */
    static final String HELPFUL = "helpful";
    /** All that the document is, in one number; a doc value. */
    static final String DIGEST = "digest";
    /** The id of a category that it stands in. */
    static final String CATEGORY = "category";
    /** A tag, letter by letter. */
    static final String TAG = "tag";
    /** The title as it is; stored. */
    static final String TITLE = "title";
    /** Where sections begin; stored. */
    static final String SECTIONS = "sections";
    /** The body as it is; stored. */
    static final String BODY = "body";
    /** What a field that says yes or nothing says. */
    static final String YES = "yes";

    private Fields() {}

    /** Returns the field that a facet counts by. */
    static String of(Facet facet) {
        return switch (facet) {
            case TYPE -> TYPE;
            case CATEGORY -> CATEGORY;
            case TAG -> TAG;
        };
    }

    /**
     * What of a document's text a field holds. There is one such field for each analysis, since the statistics of one
     * language say nothing about another.
     */
    enum Kind {
        /** Everything that it says, as words. */
        ALL("all."),
        /** Its title, as words. */
        TITLES("title."),
        /** Its headings, as words. */
        HEADINGS("headings."),
        /** Its tags, as words. */
        TAGS("tags."),
        /** Everything that it says, as words that are folded and have kept their endings. */
        PLAIN("plain."),
        /** How the folded words are written in it. */
        WRITTEN("written."),
        /** The parts of the compounds in everything that it says. */
        PARTS("parts."),
        /** The roots of the words in everything that it says. */
        ROOTS("roots."),
        /** The n-grams of the words in everything that it says. */
        GRAMS("grams."),
        /** What the words of its title begin with. */
        BEGINNINGS("begin."),
        /** What the parts of the compounds in its title begin with. */
        INNER("inner.");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** Returns the name of the field of this kind for an analysis. */
        String in(String analysis) {
            return prefix + analysis;
        }

        /** Returns the name of the analysis of a field of this kind. */
        String analysisOf(String field) {
            return field.substring(prefix.length());
        }

        /** Returns whether a field is of this kind. */
        boolean isKindOf(String field) {
            return field.startsWith(prefix);
        }

        /** Returns the kind of a field. */
        static Kind of(String field) {
            for (Kind kind : values()) {
                if (kind.isKindOf(field)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("Not a field of words: " + field);
        }
    }
}
