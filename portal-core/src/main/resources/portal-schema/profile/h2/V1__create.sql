-- What the profile keeps. Each statement can be run again.

CREATE TABLE IF NOT EXISTS portal_schema (
    block VARCHAR(50) PRIMARY KEY,
    version INTEGER NOT NULL,
    pending INTEGER);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('profile', 0, 1);

CREATE TABLE IF NOT EXISTS portal_profile (
    tenant VARCHAR(100) NOT NULL,
    customer VARCHAR(100) NOT NULL,
    version BIGINT NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    key_id UUID,
    PRIMARY KEY (tenant, customer));

CREATE TABLE IF NOT EXISTS portal_profile_change (
    tenant VARCHAR(100) NOT NULL,
    customer VARCHAR(100) NOT NULL,
    version BIGINT NOT NULL,
    made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    made_by VARCHAR(20) NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    key_id UUID,
    PRIMARY KEY (tenant, customer, version));

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('profile', 1, NULL);
