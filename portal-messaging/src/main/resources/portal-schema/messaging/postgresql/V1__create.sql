-- What the inbox keeps. Names are compared and sorted by their bytes, whatever the database's own collation is.

CREATE TABLE IF NOT EXISTS portal_schema (
    block varchar(50) PRIMARY KEY,
    version integer NOT NULL,
    pending integer);

-- Its place in a list is a number that is smaller the later its last message was sent.
CREATE TABLE portal_conversation (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    customer varchar(100) COLLATE "C" NOT NULL,
    topic varchar(100) COLLATE "C" NOT NULL,
    team varchar(100) COLLATE "C" NOT NULL,
    place bigint NOT NULL,
    messages bigint NOT NULL,
    customer_read bigint NOT NULL,
    customer_unread bigint NOT NULL,
    company_read bigint NOT NULL,
    company_unread bigint NOT NULL,
    version bigint NOT NULL,
    opened_at timestamp(6) with time zone NOT NULL,
    latest_at timestamp(6) with time zone NOT NULL,
    sealed bytea NOT NULL,
    key_id uuid,
    PRIMARY KEY (tenant, id));

CREATE INDEX portal_conversation_of_customer ON portal_conversation (tenant, customer, place, id);

CREATE INDEX portal_conversation_of_team ON portal_conversation (tenant, team, place, id);

CREATE INDEX portal_conversation_of_tenant ON portal_conversation (tenant, place, id);

CREATE INDEX portal_conversation_unread_by_customer
    ON portal_conversation (tenant, customer, customer_unread) WHERE customer_unread > 0;

CREATE INDEX portal_conversation_unread_by_team
    ON portal_conversation (tenant, team, company_unread) WHERE company_unread > 0;

CREATE TABLE portal_message (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    conversation uuid NOT NULL,
    sequence bigint NOT NULL,
    side varchar(20) COLLATE "C" NOT NULL,
    sent_at timestamp(6) with time zone NOT NULL,
    sealed bytea NOT NULL,
    key_id uuid,
    PRIMARY KEY (tenant, id),
    CONSTRAINT portal_message_place UNIQUE (tenant, conversation, sequence));

CREATE TABLE portal_note (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    conversation uuid NOT NULL,
    number bigint NOT NULL,
    written_at timestamp(6) with time zone NOT NULL,
    sealed bytea NOT NULL,
    key_id uuid,
    PRIMARY KEY (tenant, id),
    CONSTRAINT portal_note_place UNIQUE (tenant, conversation, number));

INSERT INTO portal_schema (block, version) VALUES ('messaging', 1);
