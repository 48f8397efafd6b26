// SPDX-License-Identifier: Apache-2.0
/** An application that has the FAQ and no article. */
module dev.portalblocks.footprints.faq {
    requires dev.portalblocks.kb;
}
