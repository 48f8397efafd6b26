-- What the FAQ keeps. Names are compared and sorted by their bytes, whatever the database's own collation is.

CREATE TABLE IF NOT EXISTS portal_schema (
    block varchar(50) PRIMARY KEY,
    version integer NOT NULL,
    pending integer);

CREATE TABLE portal_faq_section (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    place integer NOT NULL,
    version bigint NOT NULL,
    changed_at timestamp(6) with time zone NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (tenant, id));

CREATE TABLE portal_faq_entry (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    section uuid NOT NULL,
    place integer NOT NULL,
    state varchar(20) COLLATE "C" NOT NULL,
    draft_audiences varchar(120)[] COLLATE "C",
    draft bytea,
    published_audiences varchar(120)[] COLLATE "C",
    published bytea,
    schedule bytea,
    editing bytea,
    shown_from timestamp(6) with time zone,
    shown_until timestamp(6) with time zone,
    again_from timestamp(6) with time zone,
    again_until timestamp(6) with time zone,
    version bigint NOT NULL,
    changed_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (tenant, id));

CREATE INDEX portal_faq_entry_place ON portal_faq_entry (tenant, section, place, id);

CREATE TABLE portal_faq_revision (
    tenant varchar(100) COLLATE "C" NOT NULL,
    object uuid NOT NULL,
    number bigint NOT NULL,
    audiences varchar(120)[] COLLATE "C" NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (tenant, object, number));

INSERT INTO portal_schema (block, version) VALUES ('faq', 1);
