// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.ways.core.tx;

public interface Tx {}
