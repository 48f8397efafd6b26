// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether what a source gives can be: hosts write sources. */
final class SourceChecks {
    private SourceChecks() {}

    /** Returns whether this is what the object that was asked for may look like. */
    static boolean isAnswer(ObjectRef asked, @Nullable SearchChange change) {
        return change != null && asked.equals(change.object()) && isSound(change);
    }

    /** Returns whether this is what an object of the type may look like. */
    static boolean isOf(String type, @Nullable SearchChange change) {
        return change != null && isNamed(type, change) && isSound(change);
    }

    /** Returns whether this names an object of the type. */
    static boolean isNamed(String type, SearchChange change) {
        return isThere(change.object()) && change.object().type().equals(type);
    }

    /** One document at a time for each language, of this object, for somebody, and no larger than it may be. */
    private static boolean isSound(SearchChange change) {
        return change.documents().stream().allMatch(document -> isSound(change, document))
                && isOneAtATime(change.documents());
    }

    /** They follow each other: none begins before the last of its language has ended. */
    private static boolean isOneAtATime(List<SearchDocument> documents) {
        Map<LanguageTag, Instant> ends = new HashMap<>();
        return documents.stream()
                .sorted(Comparator.comparing(SourceChecks::begin))
                .allMatch(document -> {
                    Instant end = document.facts().until() == null
                            ? Instant.MAX
                            : document.facts().until();
                    Instant last = ends.put(document.language(), end);
                    return last == null || !begin(document).isBefore(last);
                });
    }

    private static Instant begin(SearchDocument document) {
        Instant from = document.facts().from();
        return from == null ? Instant.MIN : from;
    }

    private static boolean isSound(SearchChange change, SearchDocument document) {
        return isComplete(document)
                && change.object().equals(document.object())
                && document.languages().contains(document.language())
                && !document.audiences().isEmpty()
                && isBounded(document);
    }

    /** Nothing in Java keeps a host from handing over null. */
    private static boolean isComplete(SearchDocument document) {
        return isThere(document.language())
                && isThere(document.title())
                && isThere(document.text())
                && isThere(document.text().body())
                && isThere(document.facts())
                && isThere(document.facts().signals());
    }

    private static boolean isThere(@Nullable Object part) {
        return part != null;
    }

    private static boolean isBounded(SearchDocument document) {
        List<String> tags = document.text().tags();
        return document.title().length() <= SearchSource.MAX_TITLE
                && document.text().body().length() <= SearchSource.MAX_BODY
                && tags.size() <= SearchSource.MAX_TAGS
                && tags.stream().allMatch(tag -> tag.length() <= SearchSource.MAX_TITLE);
    }
}
