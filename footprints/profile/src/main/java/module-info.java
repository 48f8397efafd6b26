// SPDX-License-Identifier: Apache-2.0
/** An application that has the profile and nothing else. */
module dev.portalblocks.footprints.profile {
    requires dev.portalblocks.core;
}
