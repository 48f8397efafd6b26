// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.CustomerId;
import java.time.Instant;

/**
 * A customer's profile as it is.
 *
 * @param customer whose it is
 * @param data what they tell about themselves
 * @param version 1 for the first, one more with each change
 * @param changedAt when it was changed last
 */
public record Profile(
        CustomerId customer,
        ProfileData data,
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant changedAt) {}
