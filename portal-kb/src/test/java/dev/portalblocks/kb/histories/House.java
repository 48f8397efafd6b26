// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.histories;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateCategory;
import java.util.List;
import java.util.stream.IntStream;

/** A tenant with two categories, an editor and its readers. */
record House(KnowledgeBase knowledge, Actor editor, List<Actor> readers, List<CategoryId> categories) {
    static House of(KnowledgeBase knowledge, TenantId tenant) {
        Actor editor = Actor.agent(tenant, "lena", "editor");
        List<CategoryId> categories = IntStream.range(0, 2)
                .mapToObj(i -> CreateCategory.of("k" + i, LocalizedText.german("K" + i)))
                .map(command ->
                        knowledge.categoryEditor().create(editor, command).id())
                .toList();
        Actor erika = Actor.customer(tenant, CustomerId.of("4711"));
        return new House(knowledge, editor, List.of(Actor.anonymous(tenant), erika), categories);
    }
}
