// SPDX-License-Identifier: Apache-2.0
/** The document vault. */
module dev.portalblocks.docs {
    requires transitive dev.portalblocks.core;
    requires static transitive org.jspecify;

    exports dev.portalblocks.docs.model;
}
