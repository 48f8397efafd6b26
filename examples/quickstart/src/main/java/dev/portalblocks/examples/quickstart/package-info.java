// SPDX-License-Identifier: Apache-2.0
/** A customer's visit to the portal of an imaginary insurer, on blocks that are composed by hand. */
package dev.portalblocks.examples.quickstart;
