// SPDX-License-Identifier: Apache-2.0
/** Articles of the knowledge base as PDF. */
@SuppressWarnings("requires-automatic") // the renderer has no module of its own
module dev.portalblocks.kb.pdf {
    requires transitive dev.portalblocks.core;
    requires transitive dev.portalblocks.kb;
    requires static transitive org.jspecify;
    requires java.desktop; // reads pictures
    requires java.logging; // where the renderer writes what it sees
    requires java.xml;
    requires openhtmltopdf.core;
    requires openhtmltopdf.pdfbox;
    requires org.apache.commons.logging; // PDFBox has no module that says so
    requires org.jsoup;

    exports dev.portalblocks.kb.pdf;
}
