// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Tells which class it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
public record Named(String text) {}
