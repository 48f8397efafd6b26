-- What is learned of searches. Each statement can be run again.

CREATE TABLE IF NOT EXISTS portal_schema (
    block VARCHAR(50) PRIMARY KEY,
    version INTEGER NOT NULL,
    pending INTEGER);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('learning', 0, 1);

CREATE TABLE IF NOT EXISTS portal_search_trace (
    tenant VARCHAR(100) NOT NULL,
    token VARCHAR(64) NOT NULL,
    query VARCHAR(200) NOT NULL,
    language VARCHAR(35) NOT NULL,
    outcome VARCHAR(20) NOT NULL,
    asked_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant, token));

CREATE INDEX IF NOT EXISTS portal_search_trace_asked ON portal_search_trace (tenant, asked_at, token);

CREATE TABLE IF NOT EXISTS portal_search_sign (
    tenant VARCHAR(100) NOT NULL,
    token VARCHAR(64) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    noted_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant, token, kind));

CREATE INDEX IF NOT EXISTS portal_search_sign_noted ON portal_search_sign (tenant, noted_at);

CREATE TABLE IF NOT EXISTS portal_query_count (
    tenant VARCHAR(100) NOT NULL,
    counted_day BIGINT NOT NULL,
    query VARCHAR(200) NOT NULL,
    language VARCHAR(35) NOT NULL,
    asked BIGINT NOT NULL,
    nothing_there BIGINT NOT NULL,
    other_audience BIGINT NOT NULL,
    other_language BIGINT NOT NULL,
    filtered BIGINT NOT NULL,
    unopened BIGINT NOT NULL,
    followed BIGINT NOT NULL,
    PRIMARY KEY (tenant, counted_day, query, language));

CREATE INDEX IF NOT EXISTS portal_query_count_query ON portal_query_count (tenant, query, language);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('learning', 1, NULL);
