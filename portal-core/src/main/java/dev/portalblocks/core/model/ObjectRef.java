// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Points at an object of any block or of the host: what an event or an audit entry is about. As text it is
 * {@code TYPE:ID}.
 *
 * @param type kind of object without a colon, {@code article}, {@code contract}
 * @param id the object's id as text; never personal data
 */
public record ObjectRef(String type, String id) {
    /** Checks both parts; throws {@link PortalException.InvalidInput} with {@code object-ref.invalid}. */
    public ObjectRef {
        if (type == null || id == null) { // a mapper that met an object in place of a text
            throw new PortalException.InvalidInput("object-ref.invalid");
        }
        Texts.identifier("object-ref", type, 100);
        Texts.identifier("object-ref", id, 300);
        if (type.indexOf(':') >= 0) {
            throw new PortalException.InvalidInput("object-ref.invalid");
        }
    }

    /** Returns the reference to an object of this type. */
    public static ObjectRef of(String type, Object id) {
        return new ObjectRef(type, id.toString());
    }

    /** Reads the text form; throws {@link PortalException.InvalidInput} with {@code object-ref.invalid}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ObjectRef parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new PortalException.InvalidInput("object-ref.invalid");
        }
        return new ObjectRef(text.substring(0, colon), text.substring(colon + 1));
    }

    @JsonValue
    @Override
    public String toString() {
        return type + ":" + id;
    }
}
