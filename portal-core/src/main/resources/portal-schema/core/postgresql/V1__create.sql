-- What core keeps. Names are compared and sorted by their bytes, whatever the database's own collation is.

CREATE TABLE IF NOT EXISTS portal_schema (
    block varchar(50) PRIMARY KEY,
    version integer NOT NULL,
    pending integer);

CREATE TABLE portal_tenant_key (
    tenant varchar(100) COLLATE "C" NOT NULL,
    secret bytea NOT NULL,
    PRIMARY KEY (tenant));

CREATE TABLE portal_audit (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    made_at timestamp(6) with time zone NOT NULL,
    actor_kind varchar(20) COLLATE "C" NOT NULL,
    operation varchar(200) COLLATE "C" NOT NULL,
    outcome varchar(20) COLLATE "C" NOT NULL,
    subject varchar(401) COLLATE "C",
    customer varchar(100) COLLATE "C",
    sealed bytea NOT NULL,
    key_id uuid,
    PRIMARY KEY (tenant, id));

CREATE INDEX portal_audit_of_customer ON portal_audit (tenant, customer, id) WHERE customer IS NOT NULL;

CREATE TABLE portal_idempotency (
    tenant varchar(100) COLLATE "C" NOT NULL,
    fingerprint varchar(64) COLLATE "C" NOT NULL,
    command varchar(64) COLLATE "C" NOT NULL,
    result_id uuid NOT NULL,
    made_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (tenant, fingerprint));

CREATE INDEX portal_idempotency_by_age ON portal_idempotency (tenant, made_at);

CREATE TABLE portal_team (
    tenant varchar(100) COLLATE "C" NOT NULL,
    team varchar(100) COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, team));

CREATE TABLE portal_team_member (
    tenant varchar(100) COLLATE "C" NOT NULL,
    agent varchar(100) COLLATE "C" NOT NULL,
    team varchar(100) COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, agent, team));

CREATE INDEX portal_team_member_of_team ON portal_team_member (tenant, team);

CREATE TABLE portal_mandate (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    holder varchar(100) COLLATE "C" NOT NULL,
    principal varchar(100) COLLATE "C" NOT NULL,
    valid_until timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone,
    version bigint NOT NULL,
    sealed bytea NOT NULL,
    key_id uuid,
    PRIMARY KEY (tenant, id));

CREATE INDEX portal_mandate_of_holder ON portal_mandate (tenant, holder, id);

CREATE INDEX portal_mandate_of_principal ON portal_mandate (tenant, principal, id);

CREATE TABLE portal_mandate_lock (
    tenant varchar(100) COLLATE "C" NOT NULL,
    customer varchar(100) COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, customer));

CREATE TABLE portal_content (
    tenant varchar(100) COLLATE "C" NOT NULL,
    ref uuid NOT NULL,
    customer varchar(100) COLLATE "C",
    state varchar(20) COLLATE "C" NOT NULL,
    size bigint,
    sha256 varchar(64) COLLATE "C",
    media_type varchar(200) COLLATE "C",
    uses integer NOT NULL,
    touched_at timestamp(6) with time zone NOT NULL,
    idle_since timestamp(6) with time zone,
    version bigint NOT NULL,
    PRIMARY KEY (tenant, ref));

CREATE INDEX portal_content_equal ON portal_content (tenant, sha256) WHERE sha256 IS NOT NULL;

CREATE INDEX portal_content_idle ON portal_content (tenant, state, idle_since) WHERE idle_since IS NOT NULL;

CREATE TABLE portal_content_use (
    tenant varchar(100) COLLATE "C" NOT NULL,
    ref uuid NOT NULL,
    used_by varchar(401) COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, ref, used_by));

CREATE TABLE portal_lane (
    tenant varchar(100) COLLATE "C" NOT NULL,
    lane varchar(401) COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    PRIMARY KEY (tenant, lane));

CREATE TABLE portal_log (
    tenant varchar(100) COLLATE "C" NOT NULL,
    last_place bigint NOT NULL,
    removed_place bigint NOT NULL,
    removed_event uuid NOT NULL,
    PRIMARY KEY (tenant));

CREATE TABLE portal_event (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    arrival bigint GENERATED ALWAYS AS IDENTITY,
    place bigint,
    source varchar(200) COLLATE "C" NOT NULL,
    event_type varchar(200) COLLATE "C" NOT NULL,
    happened_at timestamp(6) with time zone NOT NULL,
    subject varchar(401) COLLATE "C" NOT NULL,
    lane varchar(401) COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    is_withdrawal boolean NOT NULL,
    sealed bytea NOT NULL,
    key_id uuid,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, lane, sequence));

CREATE UNIQUE INDEX portal_event_by_place ON portal_event (tenant, place) WHERE place IS NOT NULL;

CREATE INDEX portal_event_open ON portal_event (tenant, arrival) WHERE place IS NULL;

CREATE INDEX portal_event_withdrawal ON portal_event (tenant, place) WHERE is_withdrawal;

CREATE TABLE portal_withdrawn (
    tenant varchar(100) COLLATE "C" NOT NULL,
    subject varchar(401) COLLATE "C" NOT NULL,
    place bigint NOT NULL,
    PRIMARY KEY (tenant, subject));

CREATE INDEX portal_withdrawn_by_place ON portal_withdrawn (tenant, place);

CREATE TABLE portal_subscription (
    name varchar(100) COLLATE "C" NOT NULL,
    is_known boolean NOT NULL,
    last_fence bigint NOT NULL,
    PRIMARY KEY (name));

CREATE TABLE portal_subscription_position (
    tenant varchar(100) COLLATE "C" NOT NULL,
    name varchar(100) COLLATE "C" NOT NULL,
    place bigint NOT NULL,
    step bigint NOT NULL,
    event uuid NOT NULL,
    is_ended boolean NOT NULL,
    PRIMARY KEY (tenant, name));

CREATE TABLE portal_subscription_lane (
    tenant varchar(100) COLLATE "C" NOT NULL,
    lane varchar(401) COLLATE "C" NOT NULL,
    name varchar(100) COLLATE "C" NOT NULL,
    delivered bigint NOT NULL,
    head bigint NOT NULL,
    fence bigint NOT NULL,
    attempts integer NOT NULL,
    due_at timestamp(6) with time zone,
    stopped_at timestamp(6) with time zone,
    refused_event uuid,
    refused_type varchar(200) COLLATE "C",
    failure varchar(300) COLLATE "C",
    PRIMARY KEY (tenant, lane, name));

CREATE INDEX portal_subscription_lane_due ON portal_subscription_lane (name, due_at) WHERE due_at IS NOT NULL;

CREATE INDEX portal_subscription_lane_stopped ON portal_subscription_lane (tenant, name, lane) WHERE stopped_at IS NOT NULL;

INSERT INTO portal_schema (block, version) VALUES ('core', 1);
