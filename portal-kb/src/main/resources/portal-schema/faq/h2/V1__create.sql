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
    audiences VARCHAR(120) ARRAY NOT NULL,
    version BIGINT NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (tenant, id));

CREATE INDEX IF NOT EXISTS portal_faq_entry_place ON portal_faq_entry (tenant, section, place, id);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('faq', 1, NULL);
