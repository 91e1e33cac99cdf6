import type { Knex } from 'knex'
import type { DatabaseError } from '../errors/index.ts'
import type { TableName } from '../plan/relation.ts'
import type { Field } from '../plan/schema.ts'

/** A compiled statement, placeholders as the engine's driver wants them. */
export interface Statement {
  readonly sql: string
  readonly bindings: readonly unknown[]
}

/** Rows as arrays, in the order of `columns`: duplicate names must not swallow each other. Values as the driver gave them, exact (see codec). */
export interface RawResult {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

export type { TableName } from '../plan/relation.ts'

/** What the catalogue says of a table or view. */
export interface TableInfo {
  readonly kind: 'table' | 'view'
  /** The schema where it was found. */
  readonly schema: string
  readonly fields: readonly Field[]
  /** Why a view can be dropped and replaced, and not read: its definition names what there is no longer. It has no fields. */
  readonly broken?: DatabaseError | undefined
}

/** One line of a list of tables and views. */
export interface TableEntry {
  readonly schema: string
  readonly name: string
  readonly kind: 'table' | 'view'
}

/** An index of a table, or a constraint that is one. */
export interface TableIndex {
  readonly name: string
  /** Whether it refuses rows. */
  readonly unique: boolean
  /** Makes it again under its old name. */
  readonly make: string
  /** Takes it from the table; undefined where it is part of the table's own definition. */
  readonly drop: string | undefined
}

/** Something on a table that a swap would break or lose; `indexes` survive by being made again. */
export interface TableDependents {
  /** The indexes, unique and primary-key constraints of the table, in the order to make them. */
  readonly indexes: readonly TableIndex[]
  /** What hangs on the table (`view sales_report`, `trigger audit`, `foreign key of orders`, `grants`); empty: safe to drop and rename. */
  readonly blockers: readonly string[]
  /** Why not even its rows can be replaced (`the foreign key of orders says ON DELETE CASCADE`); a subset of the blockers' reasons. */
  readonly refusals: readonly string[]
  /** Statements to run before the rows are deleted and after the new ones are inserted (checks that must wait until then). */
  readonly before: readonly string[]
  readonly after: readonly string[]
  /**
   * Whether other rows can come into the table only with a new table: deleting and inserting would damage its indexes.
   * What reads the table does so by name, and is not broken by a new one with the same columns.
   */
  readonly remake: boolean
  /** Whether all the blockers are views. */
  readonly onlyViews: boolean
}

/** A view that reads a relation, itself or by way of others, and holds on to it. */
export interface Reader {
  readonly name: TableName
  /** Makes it again as it is; undefined where that would lose something: rights, rules, options. */
  readonly create: string | undefined
}

export interface RelationComments {
  readonly relation: string | undefined
  readonly columns: ReadonlyMap<string, string>
}

/** All that the catalogue says of a table or view, for who writes it down. */
export interface TableDescription extends TableInfo {
  readonly name: string
  /** Whether its name alone finds it: it stands in the engine's default schema. */
  readonly isDefault: boolean
  readonly comments: RelationComments
}

/** Where statements run: an engine, or one transaction of it. */
export interface Connection {
  /** Runs a query and reads all its rows. */
  query(statement: Statement, options?: RunOptions): Promise<RawResult>
  /** Runs a query and hands out its rows in batches; the statement ends when the consumer stops. */
  stream(statement: Statement, options?: RunOptions): AsyncIterable<readonly (readonly unknown[])[]>
  /** Runs a statement that gives no rows. */
  execute(statement: Statement, options?: RunOptions): Promise<{ rowsAffected: number }>
}

export interface RunOptions {
  /** Stops the statement in the database (where the engine can) and rejects with StatementCancelled. */
  readonly signal?: AbortSignal | undefined
}

/** What answered, for `test-connection`. Never holds a password. */
export interface EngineDescription {
  readonly engine: string
  readonly version: string
  readonly database: string
  readonly user: string | undefined
}

/** Words by which processes tell each other what is in use. Whoever dies lets go of theirs. */
export interface Claims {
  /** Claims the word until the result is called, or the engine is closed. */
  take(word: string): Promise<() => Promise<void>>
  /** Whether nobody claims the word; if so nobody can until the transaction ends. */
  isFree(word: string, on: Transaction): Promise<boolean>
}

/** One database behind one small interface. Made by `sqlite(…)`, `postgres(…)`; connects on first use. */
export interface Engine extends Connection {
  /** The dialect's name: `sqlite`, `postgres`, `mssql`, `duckdb`. */
  readonly dialect: string
  /** Whether a signal stops a statement that runs. Where not, it runs inside the calling thread, and ends only with it. */
  readonly interruptible: boolean
  /** The plain Knex instance, for Knex code of your own. The same pool and the same settings. */
  readonly knex: Knex
  /**
   * Runs `body` in one transaction: commits when it resolves, rolls back when it rejects.
   * `write` takes the write lock at the start (SQLite: BEGIN IMMEDIATE behind the write gate).
   */
  transaction<T>(body: (transaction: Transaction) => Promise<T>, options?: RunOptions): Promise<T>
  /** The catalogue's entry, or undefined where there is no such table or view. One round trip. */
  tableInfo(name: TableName, on?: Connection): Promise<TableInfo | undefined>
  /** All tables and views that `schema` (default: the engine's) holds, by name. */
  listTables(schema: string | undefined, on?: Connection): Promise<readonly TableEntry[]>
  /** Whether there is a schema of that name; of SQLite, an attached database. */
  schemaExists(name: string, on?: Connection): Promise<boolean>
  /** All tables and views of all schemas but the engine's own, in no order, with columns and comments. One query. */
  describeTables(on?: Connection): Promise<readonly TableDescription[]>
  /** What a swap of the table must respect. */
  dependents(name: TableName, on: Connection): Promise<TableDependents>
  /**
   * The views that must go before a relation can be dropped, those that others read first. Only engines whose views hold
   * on to what they read have it: elsewhere they read by name, whatever has the name.
   */
  readers?(name: TableName, on: Connection): Promise<readonly Reader[]>
  /**
   * The views that may read a relation, itself or by way of others: those whose text names it, the nearest first. Only
   * engines whose views read by name have it.
   */
  naming?(name: TableName, on: Connection): Promise<readonly TableName[]>
  /** What is said of a relation and its columns, where the engine keeps such a thing. */
  comments?(name: TableName, on: Connection): Promise<RelationComments>
  /** The columns that a query gives, without running it to its end. */
  describeQuery(statement: Statement, on?: Connection): Promise<readonly Field[]>
  /** Where processes of other machines may use the database: how to know of them. */
  readonly claims?: Claims | undefined
  /** Says what answered. @throws ConnectionFailed */
  describe(): Promise<EngineDescription>
  close(): Promise<void>
}

/** A transaction in flight. */
export interface Transaction extends Connection {
  /** The same transaction for plain Knex code. */
  readonly knex: Knex.Transaction
  /**
   * Sees to it that nothing of the transaction is committed, and that whoever waits for it gets `reason`. Only engines
   * without savepoints have it: what failed half-way cannot be undone alone there.
   */
  abandon?(reason: unknown): void
}
