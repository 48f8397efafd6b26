-- What the vault keeps. Each statement can be run again.

CREATE TABLE IF NOT EXISTS portal_schema (
    block VARCHAR(50) PRIMARY KEY,
    version INTEGER NOT NULL,
    pending INTEGER);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('docs', 0, 1);

-- At the top the parent is the Nil UUID.
CREATE TABLE IF NOT EXISTS portal_folder (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    customer VARCHAR(100) NOT NULL,
    parent UUID NOT NULL,
    name_hash VARBINARY(32) NOT NULL,
    version BIGINT NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    key_id UUID,
    PRIMARY KEY (tenant, id),
    CONSTRAINT portal_folder_name UNIQUE (tenant, customer, parent, name_hash));

-- Who changes the shape of a customer's folders locks the customer's row.
CREATE TABLE IF NOT EXISTS portal_folder_lock (
    tenant VARCHAR(100) NOT NULL,
    customer VARCHAR(100) NOT NULL,
    PRIMARY KEY (tenant, customer));

-- Its place in a list is a number that is smaller the later it was added.
-- Its shelf is CUSTOMER/FOLDER, or CUSTOMER/ at the top.
CREATE TABLE IF NOT EXISTS portal_document (
    tenant VARCHAR(100) NOT NULL,
    id UUID NOT NULL,
    customer VARCHAR(100) NOT NULL,
    folder UUID,
    shelf VARCHAR(140) NOT NULL,
    place BIGINT NOT NULL,
    version BIGINT NOT NULL,
    added_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    key_id UUID,
    PRIMARY KEY (tenant, id));

CREATE INDEX IF NOT EXISTS portal_document_of_customer ON portal_document (tenant, customer, place, id);

CREATE INDEX IF NOT EXISTS portal_document_on_shelf ON portal_document (tenant, shelf, place, id);

CREATE TABLE IF NOT EXISTS portal_document_version (
    tenant VARCHAR(100) NOT NULL,
    document UUID NOT NULL,
    number INTEGER NOT NULL,
    customer VARCHAR(100) NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    key_id UUID,
    PRIMARY KEY (tenant, document, number));

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('docs', 1, NULL);
