// SPDX-License-Identifier: Apache-2.0
/** The secure inbox. */
module dev.portalblocks.messaging {
    requires transitive dev.portalblocks.core;
    requires static transitive org.jspecify;

    exports dev.portalblocks.messaging;
    exports dev.portalblocks.messaging.jdbc;
    exports dev.portalblocks.messaging.memory;
    exports dev.portalblocks.messaging.model;
    exports dev.portalblocks.messaging.spi;

    // commands are validated, and public records written as JSON, by reflection
    opens dev.portalblocks.messaging.model;
    // the parts of rows that are kept as JSON
    opens dev.portalblocks.messaging.jdbc to
            com.fasterxml.jackson.databind;
}
