/** The tables of the state file. */

/** `Mill`: marks a SQLite file as ours, so that nobody's data is mistaken for a state and moved away. */
export const APPLICATION_ID = 0x4d696c6c

/** Raised with every change of the tables; a file with a higher number was written by a newer Millrace. */
export const SCHEMA_VERSION = 3

/** What is in the tables of microbatch models, by the start of the batch: the run that computed it, and whether it is all. */
const BATCHES = `
CREATE TABLE batches (
  connection TEXT NOT NULL,
  task TEXT NOT NULL,
  start INTEGER NOT NULL,
  run_id TEXT NOT NULL,
  done INTEGER NOT NULL,
  PRIMARY KEY (connection, task, start)
) STRICT, WITHOUT ROWID;
`

/** What brings the tables of version 1, 2 … to the next one. */
export const MIGRATIONS: readonly string[] = ['ALTER TABLE successes ADD COLUMN compiled_sql TEXT', BATCHES]

/** Times are milliseconds since 1970 in UTC; definitions and failures are JSON. */
export const SCHEMA = `
CREATE TABLE runs (
  sequence INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL UNIQUE,
  connection TEXT NOT NULL,
  state TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

CREATE TABLE definitions (
  connection TEXT NOT NULL,
  task TEXT NOT NULL,
  run_id TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (connection, task)
) STRICT, WITHOUT ROWID;

CREATE TABLE transitions (
  sequence INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL,
  task TEXT NOT NULL,
  state TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX transitions_of_run ON transitions (run_id, task);

CREATE TABLE outcomes (
  sequence INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL,
  connection TEXT NOT NULL,
  task TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  failure TEXT,
  attempts INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER NOT NULL,
  rows_written INTEGER NOT NULL,
  UNIQUE (run_id, task)
) STRICT;
CREATE INDEX outcomes_of_task ON outcomes (connection, task, sequence);

CREATE TABLE successes (
  connection TEXT NOT NULL,
  task TEXT NOT NULL,
  run_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  as_of INTEGER NOT NULL,
  definition TEXT NOT NULL,
  compiled_sql TEXT,
  PRIMARY KEY (connection, task)
) STRICT, WITHOUT ROWID;

${BATCHES}
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${SCHEMA_VERSION};
`
