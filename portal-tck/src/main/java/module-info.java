// SPDX-License-Identifier: Apache-2.0
/** The contract tests of every SPI, for those who implement one. */
module dev.portalblocks.tck {
    requires transitive dev.portalblocks.core;
    requires static transitive dev.portalblocks.messaging;
    requires static transitive dev.portalblocks.docs;
    requires static transitive dev.portalblocks.kb;
    requires static transitive org.jspecify;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.portalblocks.tck;
    exports dev.portalblocks.tck.core;
    exports dev.portalblocks.tck.docs;
    exports dev.portalblocks.tck.faq;
    exports dev.portalblocks.tck.kb;
    exports dev.portalblocks.tck.messaging;
    exports dev.portalblocks.tck.profile;
    exports dev.portalblocks.tck.publishing;
    exports dev.portalblocks.tck.search;
}
