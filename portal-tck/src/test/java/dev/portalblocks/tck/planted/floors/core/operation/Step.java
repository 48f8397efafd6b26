// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.floors.core.operation;

public final class Step {}
