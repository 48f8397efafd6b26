// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.circles.packages.left;

import dev.portalblocks.tck.planted.circles.packages.right.Right;

public record Left(Right right) {}
