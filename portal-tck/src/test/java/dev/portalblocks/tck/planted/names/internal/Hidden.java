// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.names.internal;

public final class Hidden {}
