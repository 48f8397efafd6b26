-- What the FAQ keeps. Each statement can be run again.

CREATE TABLE IF NOT EXISTS portal_schema (
    block VARCHAR(50) PRIMARY KEY,
    version INTEGER NOT NULL,
    pending INTEGER);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('faq', 0, 1);

CREATE TABLE IF NOT EXISTS portal_faq_section (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    place INTEGER NOT NULL,
    version BIGINT NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    content VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant, id));

CREATE TABLE IF NOT EXISTS portal_faq_entry (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    section UUID NOT NULL,
    place INTEGER NOT NULL,
    state VARCHAR(20) NOT NULL,
    draft_audiences VARCHAR(120) ARRAY,
    draft BLOB,
    published_audiences VARCHAR(120) ARRAY,
    published BLOB,
    schedule BLOB,
    editing BLOB,
    shown_from TIMESTAMP(6) WITH TIME ZONE,
    shown_until TIMESTAMP(6) WITH TIME ZONE,
    again_from TIMESTAMP(6) WITH TIME ZONE,
    again_until TIMESTAMP(6) WITH TIME ZONE,
    version BIGINT NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant, id));

CREATE INDEX IF NOT EXISTS portal_faq_entry_place ON portal_faq_entry (tenant, section, place, id);

CREATE TABLE IF NOT EXISTS portal_faq_revision (
    tenant VARCHAR(100) NOT NULL,
    object UUID NOT NULL,
    number BIGINT NOT NULL,
    audiences VARCHAR(120) ARRAY NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (tenant, object, number));

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('faq', 1, NULL);
