// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.circles.files;

public record Egg(Chicken.Feather inside) {
    public record Shell(String colour) {}
}
