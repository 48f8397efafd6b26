// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.marks.messaging.spi;

import java.util.List;

/** Is mentioned by its store only as an element. */
public record StoredStamp(List<String> words) {}
