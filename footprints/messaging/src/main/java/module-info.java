// SPDX-License-Identifier: Apache-2.0
/** An application that has the inbox and nothing else. */
module dev.portalblocks.footprints.messaging {
    requires dev.portalblocks.messaging;
}
