// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.model.CustomerId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Steps with mandates. */
final class MandateSteps {
    static final List<Function<Draw, Step>> ALL =
            List.of(MandateSteps::grant, MandateSteps::grant, MandateSteps::revoke, MandateSteps::list);

    private MandateSteps() {}

    private static Step grant(Draw draw) {
        Who who = draw.dice().chance(60)
                ? Who.customer(draw.dice().customer())
                : draw.dice().asOwnerOrService();
        Set<String> permissions = draw.dice()
                .of(
                        Set.of("*"),
                        Set.of("*"),
                        Set.of("inbox.read", "inbox.write"),
                        Set.of("docs.read", "content.read"),
                        Set.of("profile.read", "profile.change"),
                        Set.of("inbox.write", "content.read", "inbox.read"),
                        Set.of("kb.edit"));
        Integer seconds =
                draw.dice().chance(70) ? null : Integer.valueOf(draw.dice().upTo(40) - 2);
        String principal =
                who.principal() == null || draw.dice().chance(20) ? draw.dice().customer() : who.principal();
        MandateModel.Wish wish = new MandateModel.Wish(principal, draw.dice().customer(), permissions, seconds);
        String key = draw.dice().key();
        return new Step(
                who,
                "grant " + wish + " once " + key,
                model -> model.mandates.grant(who, wish, key),
                session -> view(
                        session,
                        session.blocks()
                                .portal()
                                .mandates()
                                .grant(session.actor(who), command(wish, key, session.now()))));
    }

    private static GrantMandate command(MandateModel.Wish wish, @Nullable String key, java.time.Instant now) {
        return new GrantMandate(
                CustomerId.of(wish.principal()),
                CustomerId.of(wish.holder()),
                Mandate.Kind.HOUSEHOLD,
                wish.permissions(),
                null,
                wish.seconds() == null ? null : now.plusSeconds(wish.seconds()),
                Session.key(key));
    }

    private static Step revoke(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String name = draw.dice().any("m");
        Long expected = draw.dice().expecting(draw.model(who).mandates.version(name));
        return new Step(
                who,
                "revoke " + name + " at " + expected,
                model -> model.mandates.revoke(who, name, expected),
                session -> view(
                        session,
                        session.blocks()
                                .portal()
                                .mandates()
                                .revoke(
                                        session.actor(who),
                                        new RevokeMandate(MandateId.of(session.id(name)), expected))));
    }

    private static Step list(Draw draw) {
        Who who = draw.dice().asOwnerOrService();
        String customer = draw.dice().customer();
        boolean held = draw.dice().chance(50);
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                (held ? "list held of " : "list given by ") + customer,
                model -> held ? model.mandates.held(who, customer) : model.mandates.given(who, customer),
                session -> Session.pages(
                        size,
                        page -> held
                                ? session.blocks()
                                        .portal()
                                        .mandates()
                                        .held(session.actor(who), CustomerId.of(customer), page)
                                : session.blocks()
                                        .portal()
                                        .mandates()
                                        .given(session.actor(who), CustomerId.of(customer), page),
                        mandate -> view(session, mandate)));
    }

    private static String view(Session session, Mandate mandate) {
        Mandate.Terms terms = mandate.terms();
        return Lines.of(
                session.made("m", mandate.id().value()),
                mandate.holder(),
                mandate.principal(),
                new TreeSet<>(terms.permissions()),
                terms.from(),
                terms.until(),
                mandate.revokedAt(),
                mandate.version());
    }
}
