// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.names;

public final class AbstractInbox {}
