// SPDX-License-Identifier: Apache-2.0
/** An application that has the knowledge base and no FAQ. */
module dev.portalblocks.footprints.knowledge {
    requires dev.portalblocks.kb;
}
