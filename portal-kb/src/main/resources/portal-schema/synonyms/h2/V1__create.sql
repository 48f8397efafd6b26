-- What editors' synonyms are kept in. Each statement can be run again.

CREATE TABLE IF NOT EXISTS portal_schema (
    block VARCHAR(50) PRIMARY KEY,
    version INTEGER NOT NULL,
    pending INTEGER);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('synonyms', 0, 1);

CREATE TABLE IF NOT EXISTS portal_synonym_rule (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    content VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant, id));

CREATE TABLE IF NOT EXISTS portal_synonym_key (
    tenant VARCHAR(100) NOT NULL,
    language VARCHAR(35) NOT NULL,
    lookup VARCHAR(200) NOT NULL,
    rule UUID NOT NULL,
    PRIMARY KEY (tenant, language, lookup, rule));

CREATE INDEX IF NOT EXISTS portal_synonym_key_rule ON portal_synonym_key (tenant, rule);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('synonyms', 1, NULL);
