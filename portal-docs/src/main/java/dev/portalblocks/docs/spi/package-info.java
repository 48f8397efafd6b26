// SPDX-License-Identifier: Apache-2.0
/** What an integrator implements to keep folders, documents and their versions. */
@NullMarked
package dev.portalblocks.docs.spi;

import org.jspecify.annotations.NullMarked;
