// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.interfaces.messaging.model;

public sealed interface Shape permits Shape.Inside, Outside {
    record Inside() implements Shape {}
}
