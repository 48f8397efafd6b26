-- What editors' synonyms are kept in. Names and keys are compared and sorted by their bytes, whatever the database's own
-- collation is.

CREATE TABLE IF NOT EXISTS portal_schema (
    block varchar(50) PRIMARY KEY,
    version integer NOT NULL,
    pending integer);

CREATE TABLE portal_synonym_rule (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    changed_at timestamp(6) with time zone NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (tenant, id));

CREATE TABLE portal_synonym_key (
    tenant varchar(100) COLLATE "C" NOT NULL,
    language varchar(35) COLLATE "C" NOT NULL,
    lookup varchar(200) COLLATE "C" NOT NULL,
    rule uuid NOT NULL,
    PRIMARY KEY (tenant, language, lookup, rule));

CREATE INDEX portal_synonym_key_rule ON portal_synonym_key (tenant, rule);

INSERT INTO portal_schema (block, version) VALUES ('synonyms', 1);
