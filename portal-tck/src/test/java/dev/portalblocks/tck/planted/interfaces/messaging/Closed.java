// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.interfaces.messaging;

public final class Closed {}
