// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.model.ProfileData;
import dev.portalblocks.profile.model.ProfilePatch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Steps with profiles. */
final class ProfileSteps {
    static final List<Function<Draw, Step>> ALL =
            List.of(ProfileSteps::change, ProfileSteps::change, ProfileSteps::read, ProfileSteps::changes);

    private ProfileSteps() {}

    private static Step change(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String customer = draw.dice().customer();
        Map<String, @Nullable String> patch = new TreeMap<>();
        for (String field : ProfileModel.FIELDS) {
            if (draw.dice().chance(40)) {
                String value = field.equals("email")
                        ? draw.dice().of("a@b.de", "c@d.de")
                        : draw.dice().of("A", "Bé");
                patch.put(field, draw.dice().chance(20) ? null : value);
            }
        }
        Long expected = draw.dice().expecting(draw.model(who).profiles.version(customer));
        return new Step(
                who,
                "change profile " + customer + " " + patch + " at " + expected,
                model -> model.profiles.change(who, customer, patch, expected),
                session -> view(session.blocks()
                        .profiles()
                        .change(
                                session.actor(who),
                                new ChangeProfile(CustomerId.of(customer), ProfilePatch.of(patch), expected))));
    }

    private static Step read(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String customer = draw.dice().customer();
        return new Step(
                who,
                "read profile " + customer,
                model -> model.profiles.read(who, customer),
                session -> view(session.blocks().profiles().read(session.actor(who), CustomerId.of(customer))));
    }

    private static Step changes(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String customer = draw.dice().customer();
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                "list changes of profile " + customer,
                model -> model.profiles.changes(who, customer),
                session -> Session.pages(
                        size,
                        page -> session.blocks().profiles().changes(session.actor(who), CustomerId.of(customer), page),
                        change -> Lines.of(
                                change.version(),
                                change.at(),
                                change.by(),
                                change.fields().stream()
                                        .map(field -> Lines.of(field.name(), field.before(), field.after()))
                                        .toList())));
    }

    private static String view(Profile profile) {
        ProfileData data = profile.data();
        List<String> values = List.of(
                "givenName=" + data.givenName(),
                "familyName=" + data.familyName(),
                "email=" + data.email(),
                "city=" + data.city());
        return Lines.of(profile.customer(), values, profile.version(), profile.changedAt());
    }
}
