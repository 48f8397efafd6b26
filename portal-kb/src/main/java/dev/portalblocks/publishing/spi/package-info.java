// SPDX-License-Identifier: Apache-2.0
/** What stores keep of an editorial life. */
@NullMarked
package dev.portalblocks.publishing.spi;

import org.jspecify.annotations.NullMarked;
