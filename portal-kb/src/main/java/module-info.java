// SPDX-License-Identifier: Apache-2.0
/** The knowledge base and the FAQ, with search. */
@SuppressWarnings("requires-automatic") // jwordsplitter has no module of its own
module dev.portalblocks.kb {
    requires transitive dev.portalblocks.core;
    requires static transitive org.jspecify;
    requires static com.github.benmanes.caffeine;
    requires jdk.unsupported; // without it Lucene falls back to slower files, silently
    requires java.xml;
    requires jwordsplitter;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.core;
    requires io.github.javadiffutils;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.strikethrough;
    requires org.commonmark.ext.gfm.tables;
    requires org.commonmark.ext.task.list.items;
    requires org.jsoup;
    requires org.slf4j;
    requires org.snakeyaml.engine;

    exports dev.portalblocks.faq;
    exports dev.portalblocks.faq.jdbc;
    exports dev.portalblocks.faq.memory;
    exports dev.portalblocks.faq.model;
    exports dev.portalblocks.faq.spi;
    exports dev.portalblocks.kb;
    exports dev.portalblocks.kb.download;
    exports dev.portalblocks.kb.jdbc;
    exports dev.portalblocks.kb.markdown;
    exports dev.portalblocks.kb.memory;
    exports dev.portalblocks.kb.model;
    exports dev.portalblocks.kb.spi;
    exports dev.portalblocks.publishing.jdbc;
    exports dev.portalblocks.publishing.memory;
    exports dev.portalblocks.publishing.model;
    exports dev.portalblocks.publishing.spi;
    exports dev.portalblocks.rendering;
    exports dev.portalblocks.rendering.model;
    exports dev.portalblocks.search;
    exports dev.portalblocks.search.jdbc;
    exports dev.portalblocks.search.learning;
    exports dev.portalblocks.search.learning.jdbc;
    exports dev.portalblocks.search.learning.memory;
    exports dev.portalblocks.search.learning.model;
    exports dev.portalblocks.search.learning.spi;
    exports dev.portalblocks.search.lucene;
    exports dev.portalblocks.search.memory;
    exports dev.portalblocks.search.model;
    exports dev.portalblocks.search.spi;

    // commands are validated, and public records written as JSON, by reflection
    opens dev.portalblocks.faq.model;
    opens dev.portalblocks.kb.model;
    opens dev.portalblocks.publishing.model;
    opens dev.portalblocks.rendering.model;
    opens dev.portalblocks.search.learning.model;
    opens dev.portalblocks.search.model;
}
