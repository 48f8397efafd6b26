// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PatchOf;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change in a profile: a field that is absent stays, null clears it.
 *
 * @param values new value by the name of the component of {@link ProfileData}
 */
public record ProfilePatch(
        @PatchOf(ProfileData.class) @JsonValue Map<String, @Nullable String> values) {
    /** Copies the values. */
    public ProfilePatch {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns the patch that a JSON object describes. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ProfilePatch of(Map<String, @Nullable String> values) {
        return new ProfilePatch(values);
    }

    /** Begins a patch that changes nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** Says nothing: even the names of the fields come from outside. */
    @Override
    public String toString() {
        return "ProfilePatch[redacted]";
    }

    /** Collects changes; null clears a field. Not thread-safe. */
    public static final class Builder {
        private final Map<String, @Nullable String> values = new LinkedHashMap<>();

        private Builder() {}

        /** Changes the given name. */
        public Builder givenName(@Nullable String value) {
            return set("givenName", value);
        }

        /** Changes the family name. */
        public Builder familyName(@Nullable String value) {
            return set("familyName", value);
        }

        /** Changes the e-mail address. */
        public Builder email(@Nullable String value) {
            return set("email", value);
        }

        /** Changes the telephone number. */
        public Builder phone(@Nullable String value) {
            return set("phone", value);
        }

        /** Changes street and number. */
        public Builder street(@Nullable String value) {
            return set("street", value);
        }

        /** Changes postal code and city. */
        public Builder city(@Nullable String postalCode, @Nullable String city) {
            return set("postalCode", postalCode).set("city", city);
        }

        /** Changes the country. */
        public Builder country(@Nullable String value) {
            return set("country", value);
        }

        /** Changes the language. */
        public Builder language(@Nullable String value) {
            return set("language", value);
        }

        /** Returns the patch. */
        public ProfilePatch build() {
            return new ProfilePatch(values);
        }

        private Builder set(String field, @Nullable String value) {
            values.put(field, value);
            return this;
        }
    }
}
