// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.ways.core.model;

import java.util.Optional;

public record Actor(String identity) {
    public Optional<String> findCustomer() {
        return Optional.of(identity);
    }

    public Optional<String> findPrincipal() {
        return Optional.of(identity);
    }
}
