// SPDX-License-Identifier: Apache-2.0
/** What every block stands on, and the profile. */
module dev.portalblocks.core {
    requires static transitive org.jspecify;
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive jakarta.validation;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires transitive java.sql;
    requires org.slf4j;
    requires static com.github.benmanes.caffeine;

    exports dev.portalblocks.core;
    exports dev.portalblocks.core.access;
    exports dev.portalblocks.core.access.jdbc;
    exports dev.portalblocks.core.access.memory;
    exports dev.portalblocks.core.answer;
    exports dev.portalblocks.core.audit;
    exports dev.portalblocks.core.audit.jdbc;
    exports dev.portalblocks.core.audit.memory;
    exports dev.portalblocks.core.content;
    exports dev.portalblocks.core.content.file;
    exports dev.portalblocks.core.content.jdbc;
    exports dev.portalblocks.core.content.memory;
    exports dev.portalblocks.core.crypto;
    exports dev.portalblocks.core.crypto.jdbc;
    exports dev.portalblocks.core.crypto.memory;
    exports dev.portalblocks.core.event;
    exports dev.portalblocks.core.event.jdbc;
    exports dev.portalblocks.core.event.memory;
    exports dev.portalblocks.core.jdbc;
    exports dev.portalblocks.core.mandate;
    exports dev.portalblocks.core.mandate.jdbc;
    exports dev.portalblocks.core.mandate.memory;
    exports dev.portalblocks.core.memory;
    exports dev.portalblocks.core.model;
    exports dev.portalblocks.core.operation;
    exports dev.portalblocks.core.operation.jdbc;
    exports dev.portalblocks.core.operation.memory;
    exports dev.portalblocks.core.tx;
    exports dev.portalblocks.core.tx.jdbc;
    exports dev.portalblocks.core.tx.memory;
    exports dev.portalblocks.profile;
    exports dev.portalblocks.profile.jdbc;
    exports dev.portalblocks.profile.memory;
    exports dev.portalblocks.profile.model;
    exports dev.portalblocks.profile.spi;

    // commands are validated, and public records written as JSON, by reflection
    opens dev.portalblocks.core.answer;
    opens dev.portalblocks.core.audit;
    opens dev.portalblocks.core.event;
    opens dev.portalblocks.core.mandate;
    opens dev.portalblocks.core.model;
    opens dev.portalblocks.profile.model;

    // what rows keep as JSON
    opens dev.portalblocks.core.audit.jdbc to
            com.fasterxml.jackson.databind;
    opens dev.portalblocks.core.mandate.jdbc to
            com.fasterxml.jackson.databind;
}
