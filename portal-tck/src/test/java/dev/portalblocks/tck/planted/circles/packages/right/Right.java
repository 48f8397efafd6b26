// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.circles.packages.right;

public record Right(String value) {}
