// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.json;

import java.util.Locale;

/** Holds what the two generations of a mapper write differently. */
public record Foreign(Locale locale) {}
