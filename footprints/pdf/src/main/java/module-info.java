// SPDX-License-Identifier: Apache-2.0
/** An application that has the knowledge base and its articles as PDF. */
module dev.portalblocks.footprints.pdf {
    requires dev.portalblocks.kb.pdf;
}
