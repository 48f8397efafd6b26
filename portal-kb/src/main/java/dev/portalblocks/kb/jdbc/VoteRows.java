// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.spi.StoredVote;
import java.sql.SQLException;

/** Reads the one table of votes, which customers write and editors look at. */
final class VoteRows {
    /** What a vote is read from; the table of votes is called v. */
    static final String SELECT =
            "SELECT v.id, v.article, v.revision, v.customer, v.language, v.helpful, v.content, v.given_at"
                    + " FROM @kb_vote v WHERE v.tenant = ?";

    private VoteRows() {}

    static StoredVote vote(TenantId tenant, Row row) throws SQLException {
        return new StoredVote(
                tenant,
                FeedbackId.of(row.uuid("id")),
                ArticleId.of(row.uuid("article")),
                row.number("revision"),
                CustomerId.of(row.text("customer")),
                LanguageTag.of(row.text("language")),
                row.flag("helpful"),
                row.jsonOrNull("content", String.class),
                row.instant("given_at"));
    }
}
