// SPDX-License-Identifier: Apache-2.0
/** Who may do what: permissions, scopes, the policy and the two walls before it. */
@NullMarked
package dev.portalblocks.core.access;

import org.jspecify.annotations.NullMarked;
