// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.model;

import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.PersonalData.Category;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer tells about themselves; null is what they did not tell.
 *
 * @param givenName at most 100 characters
 * @param familyName at most 100 characters
 * @param email an e-mail address of at most 254 characters (RFC 5321)
 * @param phone 5 to 30 digits, spaces and {@code + ( ) / -}
 * @param street street and number, at most 200 characters
 * @param postalCode at most 20 characters
 * @param city at most 100 characters
 * @param country two capital letters (ISO 3166-1)
 * @param language the language that they want to read, BCP 47
 */
public record ProfileData(
        @PersonalData(category = Category.IDENTITY, purpose = "addressing the customer")
        @Size(min = 1, max = 100)
        @Pattern(regexp = TextPatterns.ONE_LINE_NOT_BLANK)
        @Nullable
        String givenName,

        @PersonalData(category = Category.IDENTITY, purpose = "addressing the customer")
        @Size(min = 1, max = 100)
        @Pattern(regexp = TextPatterns.ONE_LINE_NOT_BLANK)
        @Nullable
        String familyName,

        @PersonalData(category = Category.CONTACT, purpose = "reaching the customer")
        @Email
        @Size(min = 3, max = 254)
        @Pattern(regexp = TextPatterns.IDENTIFIER)
        @Nullable
        String email,

        @PersonalData(category = Category.CONTACT, purpose = "reaching the customer")
        @Pattern(regexp = "[0-9 +()/-]{5,30}")
        @Nullable
        String phone,

        @PersonalData(category = Category.CONTACT, purpose = "reaching the customer")
        @Size(min = 1, max = 200)
        @Pattern(regexp = TextPatterns.ONE_LINE_NOT_BLANK)
        @Nullable
        String street,

        @PersonalData(category = Category.CONTACT, purpose = "reaching the customer")
        @Size(min = 1, max = 20)
        @Pattern(regexp = TextPatterns.ONE_LINE_NOT_BLANK)
        @Nullable
        String postalCode,

        @PersonalData(category = Category.CONTACT, purpose = "reaching the customer")
        @Size(min = 1, max = 100)
        @Pattern(regexp = TextPatterns.ONE_LINE_NOT_BLANK)
        @Nullable
        String city,

        @PersonalData(category = Category.CONTACT, purpose = "reaching the customer")
        @Pattern(regexp = "[A-Z]{2}")
        @Nullable
        String country,

        @PersonalData(category = Category.PREFERENCE, purpose = "choosing the language")
        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")
        @Nullable
        String language) {

    /** What is known of somebody who has told nothing. */
    public static final ProfileData NOTHING = new ProfileData(null, null, null, null, null, null, null, null, null);

    /** Returns this data after the changes: a key that is absent changes nothing, null clears. */
    public ProfileData with(Map<String, @Nullable String> changes) {
        return new ProfileData(
                changed(changes, "givenName", givenName),
                changed(changes, "familyName", familyName),
                changed(changes, "email", email),
                changed(changes, "phone", phone),
                changed(changes, "street", street),
                changed(changes, "postalCode", postalCode),
                changed(changes, "city", city),
                changed(changes, "country", country),
                changed(changes, "language", language));
    }

    private static @Nullable String changed(Map<String, @Nullable String> changes, String key, @Nullable String now) {
        return changes.containsKey(key) ? changes.get(key) : now;
    }

    /** Says nothing, so that a log that prints it tells nothing about the customer. */
    @Override
    public String toString() {
        return "ProfileData[redacted]";
    }
}
