/** What verbs and actions are told, and what some of them give back. */
import type { NoAggregate, RowCondition } from '../column/aggregate.ts'
import type { ColumnOf, SortKey } from '../column/column.ts'
import type { DialectName } from '../plan/dialect-name.ts'
import type { Cols, How } from './row-types.ts'

// biome-ignore lint/suspicious/noExplicitAny: a column of any value
export type AnyColumn = ColumnOf<any>
/** A verb's condition: a column, or a function of the frame's columns that gives one. */
export type ConditionOf<R> = RowCondition | ((columns: Cols<R>) => RowCondition)
/** A column of rows: an aggregate belongs in `agg`, or before `.over(window)`. */
export type RowColumn<V> = ColumnOf<V> & NoAggregate
/**
 * Any number of arguments. That none is a case of its own makes the checker compare all of them at once: what it says of
 * a name then comes with the nearest right one.
 */
export type Several<T> = readonly T[] | readonly []
/** What a join is made on: both sides' columns compared. */
export type JoinCondition<L, R> =
  | RowColumn<boolean | null>
  | ((left: Cols<L>, right: Cols<R>) => RowColumn<boolean | null>)
/** A key of `orderBy`: a name, a column, a column with a direction, or a function of the columns that gives some. */
export type OrderOf<R> =
  | (keyof R & string)
  | AnyColumn
  | SortKey
  | ((columns: Cols<R>) => AnyColumn | SortKey | readonly (AnyColumn | SortKey)[])

export interface JoinOptions<H extends How, S extends string> {
  how?: H
  /** What a colliding right-hand name gets appended. Default `_right`. */
  suffix?: S
}

export interface ShowOptions {
  /** How many rows. Default 20. */
  rows?: number
  /** Longest cell in characters; `false` shows all. Default 20. */
  truncate?: number | false
}

/** A name, or several, of columns. */
export type KeyOf<R> = (keyof R & string) | readonly (keyof R & string)[]

/** What happens where the table exists, and what that takes. */
export type WriteOptions<R> = WriteIndexes<R> &
  (PlainWrite | MergeWrite<R> | DeleteInsertWrite<R> | ReplaceWhereWrite<R>)

interface WriteIndexes<R> {
  /** Indexes to make with the table. */
  indexes?: readonly KeyOf<R>[]
  /**
   * Where the table stays, what a changed column list does: an error (default), new columns in the table, or nothing:
   * the columns that both have are written.
   */
  onSchemaChange?: 'fail' | 'append' | 'ignore'
}

interface PlainWrite {
  /** An error (default), its replacement, more rows, or nothing. */
  mode?: 'error' | 'overwrite' | 'append' | 'ignore'
}

interface MergeWrite<R> {
  /** Updates the rows whose key is there, inserts the others. The table needs a unique index on the key, or is made with one. */
  mode: 'merge'
  /** What rows are found again by: no NULL, and no two new rows of one key. */
  key: KeyOf<R>
  /** The columns that get new values in rows that match. Default: all but the key. */
  update?: readonly (keyof R & string)[]
  /** Which of several new rows of one key is written: the first in this order. */
  dedupeBy?: (columns: Cols<R>) => SortKey | readonly SortKey[]
}

interface DeleteInsertWrite<R> {
  /** Deletes the rows whose key is among the new rows, inserts these. */
  mode: 'deleteInsert'
  /** What old and new rows meet by: no NULL; several rows may share one. */
  key: KeyOf<R>
}

interface ReplaceWhereWrite<R> {
  /** Deletes the rows that the condition selects, inserts the new ones, which must satisfy it. */
  mode: 'replaceWhere'
  where: (columns: Cols<R>) => RowCondition
}

export interface WriteResult {
  readonly rowsInserted: number
  readonly rowsUpdated: number
  readonly rowsDeleted: number
  readonly durationMs: number
}

/** SQL text with its bindings, as the engine's driver takes them. */
export interface SqlText {
  readonly sql: string
  readonly bindings: readonly unknown[]
}

export interface SqlOptions {
  /** The database to write for. Default: the session's own. */
  dialect?: DialectName
  /** On several lines, a clause each. Default false. */
  pretty?: boolean
}

export interface DropnaOptions<K extends string, W extends 'any' | 'all', T extends number | undefined> {
  /** `any` (default): a row with one NULL goes; `all`: only a row of NULLs. */
  how?: W
  /** Keeps rows with at least so many values; overrides `how`. */
  thresh?: T
  /** The columns that count. Default all. */
  subset?: readonly K[]
}

export interface SampleOptions {
  fraction: number
  /** A row may be there several times. Default false. */
  withReplacement?: boolean
  seed?: number | bigint
}
