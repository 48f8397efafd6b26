-- What core keeps. Each statement can be run again.

CREATE TABLE IF NOT EXISTS portal_schema (
    block VARCHAR(50) PRIMARY KEY,
    version INTEGER NOT NULL,
    pending INTEGER);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('core', 0, 1);

-- A commit is on its way to the disk when it returns; by default H2 keeps it in memory for half a second.
SET WRITE_DELAY 0;

CREATE TABLE IF NOT EXISTS portal_tenant_key (
    tenant VARCHAR(100) NOT NULL,
    secret VARBINARY(10000) NOT NULL,
    PRIMARY KEY (tenant));

CREATE TABLE IF NOT EXISTS portal_audit (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor_kind VARCHAR(20) NOT NULL,
    operation VARCHAR(200) NOT NULL,
    outcome VARCHAR(20) NOT NULL,
    subject VARCHAR(401),
    customer VARCHAR(100),
    sealed VARBINARY(1000000) NOT NULL,
    key_id UUID,
    PRIMARY KEY (tenant, id));

CREATE INDEX IF NOT EXISTS portal_audit_of_customer ON portal_audit (tenant, customer, id);

CREATE TABLE IF NOT EXISTS portal_idempotency (
    tenant VARCHAR(100) NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    command VARCHAR(64) NOT NULL,
    result_id UUID NOT NULL,
    made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant, fingerprint));

CREATE INDEX IF NOT EXISTS portal_idempotency_by_age ON portal_idempotency (tenant, made_at);

CREATE TABLE IF NOT EXISTS portal_team (
    tenant VARCHAR(100) NOT NULL,
    team VARCHAR(100) NOT NULL,
    PRIMARY KEY (tenant, team));

CREATE TABLE IF NOT EXISTS portal_team_member (
    tenant VARCHAR(100) NOT NULL,
    agent VARCHAR(100) NOT NULL,
    team VARCHAR(100) NOT NULL,
    PRIMARY KEY (tenant, agent, team));

CREATE INDEX IF NOT EXISTS portal_team_member_of_team ON portal_team_member (tenant, team);

CREATE TABLE IF NOT EXISTS portal_mandate (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    holder VARCHAR(100) NOT NULL,
    principal VARCHAR(100) NOT NULL,
    valid_until TIMESTAMP(6) WITH TIME ZONE,
    revoked_at TIMESTAMP(6) WITH TIME ZONE,
    version BIGINT NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    key_id UUID,
    PRIMARY KEY (tenant, id));

CREATE INDEX IF NOT EXISTS portal_mandate_of_holder ON portal_mandate (tenant, holder, id);

CREATE INDEX IF NOT EXISTS portal_mandate_of_principal ON portal_mandate (tenant, principal, id);

CREATE TABLE IF NOT EXISTS portal_mandate_lock (
    tenant VARCHAR(100) NOT NULL,
    customer VARCHAR(100) NOT NULL,
    PRIMARY KEY (tenant, customer));

CREATE TABLE IF NOT EXISTS portal_content (
    tenant VARCHAR(100) NOT NULL,
    ref UUID NOT NULL,
    customer VARCHAR(100),
    state VARCHAR(20) NOT NULL,
    size BIGINT,
    sha256 VARCHAR(64),
    media_type VARCHAR(200),
    uses INTEGER NOT NULL,
    touched_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    idle_since TIMESTAMP(6) WITH TIME ZONE,
    version BIGINT NOT NULL,
    PRIMARY KEY (tenant, ref));

CREATE INDEX IF NOT EXISTS portal_content_equal ON portal_content (tenant, sha256);

CREATE INDEX IF NOT EXISTS portal_content_idle ON portal_content (tenant, state, idle_since);

CREATE TABLE IF NOT EXISTS portal_content_use (
    tenant VARCHAR(100) NOT NULL,
    ref UUID NOT NULL,
    used_by VARCHAR(401) NOT NULL,
    PRIMARY KEY (tenant, ref, used_by));

CREATE TABLE IF NOT EXISTS portal_lane (
    tenant VARCHAR(100) NOT NULL,
    lane VARCHAR(401) NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (tenant, lane));

CREATE TABLE IF NOT EXISTS portal_log (
    tenant VARCHAR(100) NOT NULL,
    last_place BIGINT NOT NULL,
    removed_place BIGINT NOT NULL,
    removed_event UUID NOT NULL,
    PRIMARY KEY (tenant));

CREATE TABLE IF NOT EXISTS portal_event (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    arrival BIGINT GENERATED ALWAYS AS IDENTITY,
    place BIGINT,
    source VARCHAR(200) NOT NULL,
    event_type VARCHAR(200) NOT NULL,
    happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    subject VARCHAR(401) NOT NULL,
    lane VARCHAR(401) NOT NULL,
    sequence BIGINT NOT NULL,
    is_withdrawal BOOLEAN NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    key_id UUID,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, lane, sequence));

CREATE INDEX IF NOT EXISTS portal_event_by_place ON portal_event (tenant, place, arrival);

CREATE INDEX IF NOT EXISTS portal_event_withdrawal ON portal_event (tenant, is_withdrawal, place);

CREATE TABLE IF NOT EXISTS portal_withdrawn (
    tenant VARCHAR(100) NOT NULL,
    subject VARCHAR(401) NOT NULL,
    place BIGINT NOT NULL,
    PRIMARY KEY (tenant, subject));

CREATE INDEX IF NOT EXISTS portal_withdrawn_by_place ON portal_withdrawn (tenant, place);

CREATE TABLE IF NOT EXISTS portal_subscription (
    name VARCHAR(100) NOT NULL,
    is_known BOOLEAN NOT NULL,
    last_fence BIGINT NOT NULL,
    PRIMARY KEY (name));

CREATE TABLE IF NOT EXISTS portal_subscription_position (
    tenant VARCHAR(100) NOT NULL,
    name VARCHAR(100) NOT NULL,
    place BIGINT NOT NULL,
    step BIGINT NOT NULL,
    event UUID NOT NULL,
    is_ended BOOLEAN NOT NULL,
    PRIMARY KEY (tenant, name));

CREATE TABLE IF NOT EXISTS portal_subscription_lane (
    tenant VARCHAR(100) NOT NULL,
    lane VARCHAR(401) NOT NULL,
    name VARCHAR(100) NOT NULL,
    delivered BIGINT NOT NULL,
    head BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at TIMESTAMP(6) WITH TIME ZONE,
    stopped_at TIMESTAMP(6) WITH TIME ZONE,
    refused_event UUID,
    refused_type VARCHAR(200),
    failure VARCHAR(300),
    PRIMARY KEY (tenant, lane, name));

CREATE INDEX IF NOT EXISTS portal_subscription_lane_due ON portal_subscription_lane (name, due_at);

CREATE INDEX IF NOT EXISTS portal_subscription_lane_stopped
    ON portal_subscription_lane (tenant, name, stopped_at, lane);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('core', 1, NULL);
