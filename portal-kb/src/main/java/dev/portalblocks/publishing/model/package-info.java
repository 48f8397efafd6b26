// SPDX-License-Identifier: Apache-2.0
/** What articles and questions have in common of an editorial life: what is shown when, and how the writing stands. */
@NullMarked
package dev.portalblocks.publishing.model;

import org.jspecify.annotations.NullMarked;
