-- What is learned of searches. Names are compared and sorted by their bytes, whatever the database's own collation is.

CREATE TABLE IF NOT EXISTS portal_schema (
    block varchar(50) PRIMARY KEY,
    version integer NOT NULL,
    pending integer);

CREATE TABLE portal_search_trace (
    tenant varchar(100) COLLATE "C" NOT NULL,
    token varchar(64) COLLATE "C" NOT NULL,
    query varchar(200) COLLATE "C" NOT NULL,
    language varchar(35) COLLATE "C" NOT NULL,
    outcome varchar(20) COLLATE "C" NOT NULL,
    asked_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (tenant, token));

CREATE INDEX portal_search_trace_asked ON portal_search_trace (tenant, asked_at, token);

CREATE TABLE portal_search_sign (
    tenant varchar(100) COLLATE "C" NOT NULL,
    token varchar(64) COLLATE "C" NOT NULL,
    kind varchar(20) COLLATE "C" NOT NULL,
    noted_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (tenant, token, kind));

CREATE INDEX portal_search_sign_noted ON portal_search_sign (tenant, noted_at);

CREATE TABLE portal_query_count (
    tenant varchar(100) COLLATE "C" NOT NULL,
    counted_day bigint NOT NULL,
    query varchar(200) COLLATE "C" NOT NULL,
    language varchar(35) COLLATE "C" NOT NULL,
    asked bigint NOT NULL,
    nothing_there bigint NOT NULL,
    other_audience bigint NOT NULL,
    other_language bigint NOT NULL,
    filtered bigint NOT NULL,
    unopened bigint NOT NULL,
    followed bigint NOT NULL,
    PRIMARY KEY (tenant, counted_day, query, language));

CREATE INDEX portal_query_count_query ON portal_query_count (tenant, query, language);

INSERT INTO portal_schema (block, version) VALUES ('learning', 1);
