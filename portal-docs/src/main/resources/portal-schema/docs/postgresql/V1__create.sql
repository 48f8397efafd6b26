-- What the vault keeps. Names are compared and sorted by their bytes, whatever the database's own collation is.

CREATE TABLE IF NOT EXISTS portal_schema (
    block varchar(50) PRIMARY KEY,
    version integer NOT NULL,
    pending integer);

-- At the top the parent is the Nil UUID.
CREATE TABLE portal_folder (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    customer varchar(100) COLLATE "C" NOT NULL,
    parent uuid NOT NULL,
    name_hash bytea NOT NULL,
    version bigint NOT NULL,
    changed_at timestamp(6) with time zone NOT NULL,
    sealed bytea NOT NULL,
    key_id uuid,
    PRIMARY KEY (tenant, id),
    CONSTRAINT portal_folder_name UNIQUE (tenant, customer, parent, name_hash));

-- Who changes the shape of a customer's folders locks the customer's row.
CREATE TABLE portal_folder_lock (
    tenant varchar(100) COLLATE "C" NOT NULL,
    customer varchar(100) COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, customer));

-- Its place in a list is a number that is smaller the later it was added.
-- Its shelf is CUSTOMER/FOLDER, or CUSTOMER/ at the top.
CREATE TABLE portal_document (
    tenant varchar(100) COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    customer varchar(100) COLLATE "C" NOT NULL,
    folder uuid,
    shelf varchar(140) COLLATE "C" NOT NULL,
    place bigint NOT NULL,
    version bigint NOT NULL,
    added_at timestamp(6) with time zone NOT NULL,
    changed_at timestamp(6) with time zone NOT NULL,
    sealed bytea NOT NULL,
    key_id uuid,
    PRIMARY KEY (tenant, id));

CREATE INDEX portal_document_of_customer ON portal_document (tenant, customer, place, id);

CREATE INDEX portal_document_on_shelf ON portal_document (tenant, shelf, place, id);

CREATE TABLE portal_document_version (
    tenant varchar(100) COLLATE "C" NOT NULL,
    document uuid NOT NULL,
    number integer NOT NULL,
    customer varchar(100) COLLATE "C" NOT NULL,
    sealed bytea NOT NULL,
    key_id uuid,
    PRIMARY KEY (tenant, document, number));

INSERT INTO portal_schema (block, version) VALUES ('docs', 1);
