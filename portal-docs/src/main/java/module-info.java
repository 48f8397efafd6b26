// SPDX-License-Identifier: Apache-2.0
/** The document vault. */
@SuppressWarnings("requires-automatic") // Tika has no module of its own
module dev.portalblocks.docs {
    requires transitive dev.portalblocks.core;
    requires static transitive org.jspecify;
    requires java.sql; // Tika uses its dates and says so nowhere
    requires org.apache.commons.io; // Tika's, which an automatic module doesn't ask for
    requires org.apache.tika.core;

    exports dev.portalblocks.docs;
    exports dev.portalblocks.docs.jdbc;
    exports dev.portalblocks.docs.memory;
    exports dev.portalblocks.docs.model;
    exports dev.portalblocks.docs.spi;
    exports dev.portalblocks.docs.types;

    // commands are validated, and public records written as JSON, by reflection
    opens dev.portalblocks.docs.model;
    // the parts of rows that are kept as JSON
    opens dev.portalblocks.docs.jdbc to
            com.fasterxml.jackson.databind;
}
