// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.floors.docs.model;

import dev.portalblocks.tck.planted.floors.messaging.model.Letter;

public record Paper(Letter aside) {}
