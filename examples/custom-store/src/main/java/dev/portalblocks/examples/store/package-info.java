// SPDX-License-Identifier: Apache-2.0
/** The inbox's storage on an MVStore, with transactions of its own. */
package dev.portalblocks.examples.store;
