// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

/** Who speaks in a conversation: the company is one side, whoever of its staff writes. */
public enum Side {
    /** The customer. */
    CUSTOMER,
    /** The company. */
    COMPANY;

    /** Returns who reads what this side writes. */
    public Side other() {
        return this == CUSTOMER ? COMPANY : CUSTOMER;
    }
}
