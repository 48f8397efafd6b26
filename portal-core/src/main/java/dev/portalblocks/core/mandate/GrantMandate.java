// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.mandate;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets one customer act for another.
 *
 * @param principal for whom
 * @param holder who may act
 * @param kind on what ground
 * @param permissions the names of what the holder may do, 1 to 200 of them, or {@link Mandate#EVERYTHING}
 * @param from when it begins; null, and what is over, for now
 * @param until the first instant after it, in the year 9999 at the latest; null where it has no end
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record GrantMandate(
        @NotNull CustomerId principal,
        @NotNull CustomerId holder,
        @NotNull Mandate.Kind kind,

        @Size(min = 1, max = 200) Set<String> permissions,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant from,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant until,

        @Nullable IdempotencyKey idempotencyKey) {

    /** Copies the permissions; none when JSON names none, which is invalid. */
    public GrantMandate {
        permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
    }

    /** Returns the command for a mandate without an end for all that the principal may do. */
    public static GrantMandate everything(CustomerId principal, CustomerId holder, Mandate.Kind kind) {
        return new GrantMandate(principal, holder, kind, Set.of(Mandate.EVERYTHING), null, null, null);
    }

    /** Returns the command for a mandate without an end for what needs one of these permissions. */
    public static GrantMandate only(
            CustomerId principal, CustomerId holder, Mandate.Kind kind, Permission... permissions) {
        Set<String> names = Arrays.stream(permissions).map(Permission::name).collect(Collectors.toUnmodifiableSet());
        return new GrantMandate(principal, holder, kind, names, null, null, null);
    }

    /** Returns this command for a mandate that begins later. */
    public GrantMandate from(Instant beginning) {
        return new GrantMandate(principal, holder, kind, permissions, beginning, until, idempotencyKey);
    }

    /** Returns this command for a mandate that ends: at that instant it allows nothing any more. */
    public GrantMandate until(Instant end) {
        return new GrantMandate(principal, holder, kind, permissions, from, end, idempotencyKey);
    }

    /** Returns this command under a key. */
    public GrantMandate once(IdempotencyKey key) {
        return new GrantMandate(principal, holder, kind, permissions, from, until, key);
    }
}
