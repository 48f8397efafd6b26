// SPDX-License-Identifier: Apache-2.0
/** An application that keeps documents and nothing else. */
module dev.portalblocks.footprints.docs {
    requires dev.portalblocks.docs;
}
