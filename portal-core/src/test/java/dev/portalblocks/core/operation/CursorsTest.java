// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final byte[] QUERY = {1, 2, 3};

    private final Workshop workshop = new Workshop();
    private final Cursors cursors =
            new Cursors(new TenantKeys(workshop.memory, workshop.storage.tenantKeys(), new Random(4711)));

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void aPlaceComesBack() {
        for (Keyset place : List.of(
                new Keyset("", ""),
                new Keyset("", "id"),
                new Keyset("key", ""),
                new Keyset("k\u00FC\uD83D\uDE00\u0000", "i\u0301:d"),
                new Keyset("k".repeat(1_000), "id"))) {
            assertThat(cursors.decode(Workshop.ACME, QUERY, cursors.encode(Workshop.ACME, QUERY, place)))
                    .isEqualTo(place);
        }
    }

    @Test
    void aCursorIsGoodForUrls() {
        assertThat(cursors.encode(Workshop.ACME, QUERY, new Keyset("\uFFFD\u00FF?>", "id"))
                        .value())
                .matches("[A-Za-z0-9_-]+");
    }

    @Test
    void everyChangedCharacterIsFound() {
        String value = cursors.encode(Workshop.ACME, QUERY, new Keyset("k", "identity"))
                .value();
        for (int i = 0; i < value.length(); i++) {
            char changed = value.charAt(i) == 'A' ? 'Q' : 'A';
            Cursor forged = Cursor.of(value.substring(0, i) + changed + value.substring(i + 1));
            assertInvalid(() -> cursors.decode(Workshop.ACME, QUERY, forged));
        }
    }

    @Test
    void whatWasNeverACursorIsInvalid() {
        String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[200]);
        for (String value : List.of("a", "!", "\u00FC", "=", zeros, zeros.substring(0, 20), "A".repeat(6_000))) {
            assertInvalid(() -> cursors.decode(Workshop.ACME, QUERY, Cursor.of(value)));
        }
        assertInvalid(() -> Cursor.of(""));
        assertInvalid(() -> Cursor.of("A".repeat(6_001)));
    }

    @Test
    void aCursorOfAnotherQueryOrTenantIsInvalid() {
        Cursor cursor = cursors.encode(Workshop.ACME, QUERY, new Keyset("", "id"));
        assertInvalid(() -> cursors.decode(Workshop.ACME, new byte[] {1, 2}, cursor));
        assertInvalid(() -> cursors.decode(TenantId.of("other"), QUERY, cursor));
    }

    @Test
    void pagesHoldEachRowOnceAndTheLastHasNoNext() {
        for (int i = 0; i < 7; i++) {
            workshop.write(EDITOR, "note " + i, "1");
        }
        for (int limit = 1; limit <= 8; limit++) {
            List<String> seen = new ArrayList<>();
            PageRequest request = PageRequest.first(limit);
            Page<String> page = workshop.list(EDITOR, request, "all");
            seen.addAll(page.items());
            while (page.findNext().isPresent()) {
                page = workshop.list(EDITOR, request.after(page.next()), "all");
                assertThat(page.items()).isNotEmpty();
                seen.addAll(page.items());
            }
            assertThat(seen).as("pages of %d", limit).hasSize(7).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void aCursorOpensTheListItCameFromAlone() {
        workshop.write(EDITOR, "a", "1");
        workshop.write(EDITOR, "b", "1");
        PageRequest next = PageRequest.first(1)
                .after(workshop.list(EDITOR, PageRequest.first(1), "all").next());
        assertThat(workshop.list(EDITOR, next, "all").items()).hasSize(1);
        assertInvalid(() -> workshop.list(EDITOR, next, "others"));
        assertInvalid(() -> workshop.list(Actor.agent(TenantId.of("other"), "e", "editor"), next, "all"));
    }

    @Test
    void aPageHasOneToTwoHundredItems() {
        assertThat(PageRequest.first(200).limit()).isEqualTo(200);
        for (int limit : new int[] {0, -1, 201, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> PageRequest.first(limit))
                    .isInstanceOfSatisfying(
                            PortalException.InvalidInput.class,
                            e -> assertThat(e.code()).isEqualTo("page.limit"));
        }
    }

    private static void assertInvalid(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.code()).isEqualTo("cursor.invalid"));
    }
}
