// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.sound.core.model;

public record TenantId(String value) {}
