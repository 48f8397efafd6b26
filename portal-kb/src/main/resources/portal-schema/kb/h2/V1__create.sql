-- What the knowledge base keeps. Each statement can be run again.

CREATE TABLE IF NOT EXISTS portal_schema (
    block VARCHAR(50) PRIMARY KEY,
    version INTEGER NOT NULL,
    pending INTEGER);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('kb', 0, 1);

-- path_head is the first 200 characters of path, of which some are two of VARCHAR, path_hash its SHA-256: a key of PostgreSQL does not hold a whole path.
CREATE TABLE IF NOT EXISTS portal_kb_article (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    state VARCHAR(20) NOT NULL,
    source VARCHAR(100),
    path_head VARCHAR(400),
    path VARCHAR(1000),
    path_hash VARCHAR(64),
    draft_audiences VARCHAR(120) ARRAY,
    draft BLOB,
    published_audiences VARCHAR(120) ARRAY,
    published BLOB,
    schedule BLOB,
    editing BLOB,
    settings BLOB,
    owner VARCHAR(100),
    review_by VARCHAR(10),
    shown_from TIMESTAMP(6) WITH TIME ZONE,
    shown_until TIMESTAMP(6) WITH TIME ZONE,
    again_from TIMESTAMP(6) WITH TIME ZONE,
    again_until TIMESTAMP(6) WITH TIME ZONE,
    version BIGINT NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant, id));

CREATE UNIQUE INDEX IF NOT EXISTS portal_kb_article_source
    ON portal_kb_article (tenant, source, path_head, path);

CREATE INDEX IF NOT EXISTS portal_kb_article_owner ON portal_kb_article (tenant, owner, id);

CREATE INDEX IF NOT EXISTS portal_kb_article_review ON portal_kb_article (tenant, review_by, id);

-- What articles are and were called in addresses.
CREATE TABLE IF NOT EXISTS portal_kb_slug (
    tenant VARCHAR(100) NOT NULL,
    language VARCHAR(35) NOT NULL,
    slug VARCHAR(100) NOT NULL,
    article UUID NOT NULL,
    since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant, language, slug));

CREATE INDEX IF NOT EXISTS portal_kb_slug_article ON portal_kb_slug (tenant, article);

-- The categories of what is or was published.
CREATE TABLE IF NOT EXISTS portal_kb_article_category (
    tenant VARCHAR(100) NOT NULL,
    category UUID NOT NULL,
    article UUID NOT NULL,
    PRIMARY KEY (tenant, category, article));

CREATE INDEX IF NOT EXISTS portal_kb_article_category_article
    ON portal_kb_article_category (tenant, article, category);

-- The languages of what is published: until when readers see a text, and whether the last one is outdated.
CREATE TABLE IF NOT EXISTS portal_kb_article_language (
    tenant VARCHAR(100) NOT NULL,
    language VARCHAR(35) NOT NULL,
    article UUID NOT NULL,
    shown_until TIMESTAMP(6) WITH TIME ZONE,
    outdated BOOLEAN NOT NULL,
    PRIMARY KEY (tenant, language, article));

CREATE INDEX IF NOT EXISTS portal_kb_article_language_article
    ON portal_kb_article_language (tenant, article, language);

CREATE TABLE IF NOT EXISTS portal_kb_revision (
    tenant VARCHAR(100) NOT NULL,
    object UUID NOT NULL,
    number BIGINT NOT NULL,
    audiences VARCHAR(120) ARRAY NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (tenant, object, number));

-- The parent of a category at the top is the UUID of zeros.
CREATE TABLE IF NOT EXISTS portal_kb_category (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    parent UUID NOT NULL,
    slug VARCHAR(100) NOT NULL,
    version BIGINT NOT NULL,
    content VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant, id));

CREATE UNIQUE INDEX IF NOT EXISTS portal_kb_category_slug ON portal_kb_category (tenant, parent, slug);

-- Who changes the shape of the tree locks the tenant's row.
CREATE TABLE IF NOT EXISTS portal_kb_category_lock (
    tenant VARCHAR(100) NOT NULL,
    PRIMARY KEY (tenant));

CREATE TABLE IF NOT EXISTS portal_kb_asset (
    tenant VARCHAR(100) NOT NULL,
    ref UUID NOT NULL,
    uploaded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    content VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant, ref));

-- What customers said of revisions of articles.
CREATE TABLE IF NOT EXISTS portal_kb_vote (
    tenant VARCHAR(100) NOT NULL,
    article UUID NOT NULL,
    revision BIGINT NOT NULL,
    customer VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    language VARCHAR(35) NOT NULL,
    helpful BOOLEAN NOT NULL,
    with_text BOOLEAN NOT NULL,
    content VARBINARY(1000000),
    given_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant, article, revision, customer));

CREATE INDEX IF NOT EXISTS portal_kb_vote_customer ON portal_kb_vote (tenant, customer, id);

CREATE INDEX IF NOT EXISTS portal_kb_vote_text ON portal_kb_vote (tenant, with_text, id);

CREATE INDEX IF NOT EXISTS portal_kb_vote_article ON portal_kb_vote (tenant, article, with_text, id);

-- Who saw what until the day is counted, by keys that lead to nobody; days are counted from 1 January 1970.
CREATE TABLE IF NOT EXISTS portal_kb_view (
    tenant VARCHAR(100) NOT NULL,
    view_key VARCHAR(32) NOT NULL,
    article UUID NOT NULL,
    revision BIGINT NOT NULL,
    seen_day BIGINT NOT NULL,
    PRIMARY KEY (tenant, view_key));

CREATE INDEX IF NOT EXISTS portal_kb_view_day ON portal_kb_view (tenant, seen_day, view_key);

CREATE INDEX IF NOT EXISTS portal_kb_view_article ON portal_kb_view (tenant, article, seen_day);

-- What the keys of a day are made with.
CREATE TABLE IF NOT EXISTS portal_kb_view_secret (
    tenant VARCHAR(100) NOT NULL,
    seen_day BIGINT NOT NULL,
    secret VARCHAR(100) NOT NULL,
    PRIMARY KEY (tenant, seen_day));

-- How often articles were seen on days that are over.
CREATE TABLE IF NOT EXISTS portal_kb_view_count (
    tenant VARCHAR(100) NOT NULL,
    article UUID NOT NULL,
    seen_day BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    views BIGINT NOT NULL,
    PRIMARY KEY (tenant, article, seen_day, revision));

CREATE INDEX IF NOT EXISTS portal_kb_view_count_day ON portal_kb_view_count (tenant, seen_day, article, revision);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('kb', 1, NULL);
