// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredViewCount;
import dev.portalblocks.kb.spi.StoredViewSecret;
import dev.portalblocks.tck.Seed;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Views to try a store with. */
final class Views {
    static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    private Views() {}

    static String key(SplittableRandom random) {
        return HexFormat.of().formatHex(Seed.bytes(random, 16));
    }

    static StoredView view(SplittableRandom random, ArticleId article, long revision, LocalDate day) {
        return new StoredView(ACME, key(random), article, revision, day);
    }

    /** Returns another view of this key. */
    static StoredView of(StoredView view, TenantId tenant, ArticleId article) {
        return new StoredView(
                tenant, view.key(), article, view.revision() + 1, view.day().plusDays(1));
    }

    static StoredViewSecret secret(LocalDate day, String secret) {
        return new StoredViewSecret(ACME, day, secret);
    }

    static StoredViewCount count(ArticleId article, long revision, LocalDate day, long views) {
        return new StoredViewCount(ACME, article, revision, day, views);
    }
}
