// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile;

import dev.portalblocks.profile.model.ProfileChange;
import dev.portalblocks.profile.model.ProfileData;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells two states of a profile apart, field by field. */
final class ProfileDifference {
    private static final List<Field> FIELDS = List.of(
            new Field("givenName", ProfileData::givenName),
            new Field("familyName", ProfileData::familyName),
            new Field("email", ProfileData::email),
            new Field("phone", ProfileData::phone),
            new Field("street", ProfileData::street),
            new Field("postalCode", ProfileData::postalCode),
            new Field("city", ProfileData::city),
            new Field("country", ProfileData::country),
            new Field("language", ProfileData::language));

    private ProfileDifference() {}

    static List<ProfileChange.Field> between(ProfileData before, ProfileData after) {
        return FIELDS.stream().flatMap(field -> field.difference(before, after)).toList();
    }

    private record Field(String name, Function<ProfileData, @Nullable String> value) {
        Stream<ProfileChange.Field> difference(ProfileData before, ProfileData after) {
            String was = value.apply(before);
            String is = value.apply(after);
            return Objects.equals(was, is) ? Stream.empty() : Stream.of(new ProfileChange.Field(name, was, is));
        }
    }
}
