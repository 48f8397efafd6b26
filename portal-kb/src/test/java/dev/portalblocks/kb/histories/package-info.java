// SPDX-License-Identifier: Apache-2.0
/** Random editorial histories against a model that keeps nothing but what happened. */
@NullMarked
package dev.portalblocks.kb.histories;

import org.jspecify.annotations.NullMarked;
