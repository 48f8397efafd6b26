// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.MarkdownText;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A set's documents as a host adds them to a search: published for everybody, each in the category of its group. */
final class SetSource implements SearchSource {
    private static final String TYPE = "text";

    private final QuestionSet set;

    SetSource(QuestionSet set) {
        this.set = set;
    }

    @Override
    public String objectType() {
        return TYPE;
    }

    @Override
    public Permission permission() {
        return Search.SEARCH;
    }

    @Override
    public SearchChange read(TenantId tenant, ObjectRef object) {
        return set.documents().stream()
                .filter(text -> text.id().equals(object.id()))
                .findFirst()
                .map(this::change)
                .orElseGet(() -> new SearchChange(object, List.of()));
    }

    @Override
    public void readAll(TenantId tenant, Consumer<SearchChange> target) {
        set.documents().forEach(text -> target.accept(change(text)));
    }

    private SearchChange change(QuestionSet.Text text) {
        ObjectRef object = ObjectRef.of(TYPE, text.id());
        MarkdownText read = MarkdownText.of(text.text());
        LanguageTag language = set.language();
        return new SearchChange(
                object,
                List.of(new SearchDocument(
                        object,
                        language,
                        List.of(language),
                        Set.of(Audience.PUBLIC),
                        text.title(),
                        new SearchText(read.plain(), read.sections(), List.copyOf(text.tags())),
                        text.group().isEmpty() ? SearchFacts.none() : SearchFacts.in(Set.of(text.group())))));
    }
}
