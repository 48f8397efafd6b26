// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.json;

import org.jspecify.annotations.Nullable;

/** Travels unchanged. */
public record Sound(String text, @Nullable Long number) {}
