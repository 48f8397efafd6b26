// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.TextSection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says in one number all that a document is. The sum over some documents tells them from others, in whatever order they were
 * written, on whatever node.
 */
final class DocumentDigest {
    private final MessageDigest hash = Sha256.begin();

    private DocumentDigest() {}

    /** Returns the number of a document; equal documents have the same in every process. */
    static long of(SearchDocument document) {
        DocumentDigest digest = new DocumentDigest();
        digest.add(document.object());
        digest.add(document.language());
        digest.addAll(document.languages());
        digest.addSorted(
                document.audiences().stream().map(Audience::token).sorted().toList());
        digest.add(document.title());
        digest.addText(document.text());
        digest.addFacts(document.facts());
        return ByteBuffer.wrap(digest.hash.digest()).getLong();
    }

    private void addText(SearchDocument.SearchText text) {
        add(text.body());
        for (TextSection section : text.sections()) {
            add(section);
        }
        addAll(text.tags());
    }

    private void addFacts(SearchFacts facts) {
        addSorted(facts.categories().stream().sorted().toList());
        add(facts.owner());
        add(facts.from());
        add(facts.until());
        add(facts.signals());
    }

    private void addAll(List<?> values) {
        addSorted(values);
    }

    private void addSorted(Collection<?> values) {
        add(values.size());
        values.forEach(this::add);
    }

    /** With its length before it, so that no two lists of texts run together to the same. */
    private void add(@Nullable Object value) {
        byte[] text = (value == null ? "" : value.toString()).getBytes(StandardCharsets.UTF_8);
        hash.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? -1 : text.length)
                .flip());
        hash.update(text);
    }
}
