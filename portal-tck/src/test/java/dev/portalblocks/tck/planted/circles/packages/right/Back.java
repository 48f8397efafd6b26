// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.circles.packages.right;

import dev.portalblocks.tck.planted.circles.packages.left.Left;

public record Back(Left left) {}
