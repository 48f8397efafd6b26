-- What the knowledge base keeps. Names are compared and sorted by their bytes, whatever the database's own collation is.

CREATE TABLE IF NOT EXISTS portal_schema (
    block varchar(50) PRIMARY KEY,
    version integer NOT NULL,
    pending integer);

-- path_head is the beginning of path, path_hash its SHA-256: an index row does not hold a whole path.
CREATE TABLE portal_kb_article (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    state varchar(20) COLLATE "C" NOT NULL,
    source varchar(100) COLLATE "C",
    path_head varchar(200) COLLATE "C",
    path varchar(1000) COLLATE "C",
    path_hash varchar(64) COLLATE "C",
    draft_audiences varchar(120)[] COLLATE "C",
    draft bytea,
    published_audiences varchar(120)[] COLLATE "C",
    published bytea,
    schedule bytea,
    editing bytea,
    settings bytea,
    owner varchar(100) COLLATE "C",
    review_by varchar(10) COLLATE "C",
    shown_from timestamp(6) with time zone,
    shown_until timestamp(6) with time zone,
    again_from timestamp(6) with time zone,
    again_until timestamp(6) with time zone,
    version bigint NOT NULL,
    changed_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (tenant, id));

CREATE UNIQUE INDEX portal_kb_article_source ON portal_kb_article (tenant, source, path_head, path_hash);

CREATE INDEX portal_kb_article_owner ON portal_kb_article (tenant, owner, id);

CREATE INDEX portal_kb_article_review ON portal_kb_article (tenant, review_by, id);

-- What articles are and were called in addresses.
CREATE TABLE portal_kb_slug (
    tenant varchar(100) COLLATE "C" NOT NULL,
    language varchar(35) COLLATE "C" NOT NULL,
    slug varchar(100) COLLATE "C" NOT NULL,
    article uuid NOT NULL,
    since timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (tenant, language, slug));

CREATE INDEX portal_kb_slug_article ON portal_kb_slug (tenant, article);

-- The categories of what is or was published.
CREATE TABLE portal_kb_article_category (
    tenant varchar(100) COLLATE "C" NOT NULL,
    category uuid NOT NULL,
    article uuid NOT NULL,
    PRIMARY KEY (tenant, category, article));

CREATE INDEX portal_kb_article_category_article ON portal_kb_article_category (tenant, article, category);

-- The languages of what is published: until when readers see a text, and whether the last one is outdated.
CREATE TABLE portal_kb_article_language (
    tenant varchar(100) COLLATE "C" NOT NULL,
    language varchar(35) COLLATE "C" NOT NULL,
    article uuid NOT NULL,
    shown_until timestamp(6) with time zone,
    outdated boolean NOT NULL,
    PRIMARY KEY (tenant, language, article));

CREATE INDEX portal_kb_article_language_article ON portal_kb_article_language (tenant, article, language);

CREATE TABLE portal_kb_revision (
    tenant varchar(100) COLLATE "C" NOT NULL,
    object uuid NOT NULL,
    number bigint NOT NULL,
    audiences varchar(120)[] COLLATE "C" NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (tenant, object, number));

-- The parent of a category at the top is the UUID of zeros.
CREATE TABLE portal_kb_category (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    parent uuid NOT NULL,
    slug varchar(100) COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (tenant, id));

CREATE UNIQUE INDEX portal_kb_category_slug ON portal_kb_category (tenant, parent, slug);

-- Who changes the shape of the tree locks the tenant's row.
CREATE TABLE portal_kb_category_lock (
    tenant varchar(100) COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant));

CREATE TABLE portal_kb_asset (
    tenant varchar(100) COLLATE "C" NOT NULL,
    ref uuid NOT NULL,
    uploaded_at timestamp(6) with time zone NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (tenant, ref));

-- What customers said of revisions of articles.
CREATE TABLE portal_kb_vote (
    tenant varchar(100) COLLATE "C" NOT NULL,
    article uuid NOT NULL,
    revision bigint NOT NULL,
    customer varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    language varchar(35) COLLATE "C" NOT NULL,
    helpful boolean NOT NULL,
    with_text boolean NOT NULL,
    content bytea,
    given_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (tenant, article, revision, customer));

CREATE INDEX portal_kb_vote_customer ON portal_kb_vote (tenant, customer, id);

CREATE INDEX portal_kb_vote_text ON portal_kb_vote (tenant, with_text, id);

CREATE INDEX portal_kb_vote_article ON portal_kb_vote (tenant, article, with_text, id);

-- Who saw what until the day is counted, by keys that lead to nobody; days are counted from 1 January 1970.
CREATE TABLE portal_kb_view (
    tenant varchar(100) COLLATE "C" NOT NULL,
    view_key varchar(32) COLLATE "C" NOT NULL,
    article uuid NOT NULL,
    revision bigint NOT NULL,
    seen_day bigint NOT NULL,
    PRIMARY KEY (tenant, view_key));

CREATE INDEX portal_kb_view_day ON portal_kb_view (tenant, seen_day, view_key);

CREATE INDEX portal_kb_view_article ON portal_kb_view (tenant, article, seen_day);

-- What the keys of a day are made with.
CREATE TABLE portal_kb_view_secret (
    tenant varchar(100) COLLATE "C" NOT NULL,
    seen_day bigint NOT NULL,
    secret varchar(100) COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, seen_day));

-- How often articles were seen on days that are over.
CREATE TABLE portal_kb_view_count (
    tenant varchar(100) COLLATE "C" NOT NULL,
    article uuid NOT NULL,
    seen_day bigint NOT NULL,
    revision bigint NOT NULL,
    views bigint NOT NULL,
    PRIMARY KEY (tenant, article, seen_day, revision));

CREATE INDEX portal_kb_view_count_day ON portal_kb_view_count (tenant, seen_day, article, revision);

INSERT INTO portal_schema (block, version) VALUES ('kb', 1);
