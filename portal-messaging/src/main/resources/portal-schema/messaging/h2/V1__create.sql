-- What the inbox keeps. Each statement can be run again.

CREATE TABLE IF NOT EXISTS portal_schema (
    block VARCHAR(50) PRIMARY KEY,
    version INTEGER NOT NULL,
    pending INTEGER);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('messaging', 0, 1);

-- Its place in a list is a number that is smaller the later its last message was sent.
CREATE TABLE IF NOT EXISTS portal_conversation (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    customer VARCHAR(100) NOT NULL,
    topic VARCHAR(100) NOT NULL,
    team VARCHAR(100) NOT NULL,
    place BIGINT NOT NULL,
    messages BIGINT NOT NULL,
    customer_read BIGINT NOT NULL,
    customer_unread BIGINT NOT NULL,
    company_read BIGINT NOT NULL,
    company_unread BIGINT NOT NULL,
    version BIGINT NOT NULL,
    opened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    latest_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    key_id UUID,
    PRIMARY KEY (tenant, id));

CREATE INDEX IF NOT EXISTS portal_conversation_of_customer ON portal_conversation (tenant, customer, place, id);

CREATE INDEX IF NOT EXISTS portal_conversation_of_team ON portal_conversation (tenant, team, place, id);

CREATE INDEX IF NOT EXISTS portal_conversation_of_tenant ON portal_conversation (tenant, place, id);

CREATE INDEX IF NOT EXISTS portal_conversation_unread_by_customer
    ON portal_conversation (tenant, customer, customer_unread);

CREATE INDEX IF NOT EXISTS portal_conversation_unread_by_team ON portal_conversation (tenant, team, company_unread);

CREATE TABLE IF NOT EXISTS portal_message (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    conversation UUID NOT NULL,
    sequence BIGINT NOT NULL,
    side VARCHAR(20) NOT NULL,
    sent_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    key_id UUID,
    PRIMARY KEY (tenant, id),
    CONSTRAINT portal_message_place UNIQUE (tenant, conversation, sequence));

CREATE TABLE IF NOT EXISTS portal_note (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    conversation UUID NOT NULL,
    number BIGINT NOT NULL,
    written_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    key_id UUID,
    PRIMARY KEY (tenant, id),
    CONSTRAINT portal_note_place UNIQUE (tenant, conversation, number));

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('messaging', 1, NULL);
