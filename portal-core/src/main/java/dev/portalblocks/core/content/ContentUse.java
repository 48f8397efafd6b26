// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;

/**
 * That an object uses stored bytes: they stay as long as it does.
 *
 * @param tenant whose portal
 * @param ref the bytes
 * @param user what uses them, {@code message:ID}
 */
public record ContentUse(
        TenantId tenant,
        @NotPersonal("a reference that the library made") ContentRef ref,

        @NotPersonal("a reference; what it points at is marked there")
        ObjectRef user) {}
