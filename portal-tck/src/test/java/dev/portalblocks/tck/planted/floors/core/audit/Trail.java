// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.floors.core.audit;

import dev.portalblocks.tck.planted.floors.core.operation.Step;

public final class Trail {
    public final Step[] up = {};
}
