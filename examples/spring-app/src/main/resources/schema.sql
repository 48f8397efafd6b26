CREATE TABLE IF NOT EXISTS claim (customer varchar(100) NOT NULL, euros integer NOT NULL);
