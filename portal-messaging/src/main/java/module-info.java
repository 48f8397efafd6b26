// SPDX-License-Identifier: Apache-2.0
/** The secure inbox. */
module dev.portalblocks.messaging {
    requires transitive dev.portalblocks.core;
    requires static transitive org.jspecify;

    exports dev.portalblocks.messaging.model;
}
