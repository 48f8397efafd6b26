// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.circles.files;

public record Chicken(Egg.Shell shell) {
    public record Feather(Chicken chicken) {}
}
