/** What verbs and actions are told, and what some of them give back. */
import type { DialectName } from '../plan/dialect-name.ts'

export interface ShowOptions {
  /** How many rows. Default 20. */
  rows?: number
  /** Longest cell in characters; `false` shows all. Default 20. */
  truncate?: number | false
}

/** A name, or several, of columns. */
export type KeyOf<R> = (keyof R & string) | readonly (keyof R & string)[]

export interface WriteOptions<R> {
  /** What happens where the table exists: an error (default), its replacement, more rows, or nothing. */
  mode?: 'error' | 'overwrite' | 'append' | 'ignore'
  /** Indexes to make with the table. */
  indexes?: readonly KeyOf<R>[]
  /** In `append`, what a changed column list does: an error (default), new columns in the table, or nothing. */
  onSchemaChange?: 'fail' | 'append' | 'ignore'
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

export interface DropnaOptions<K extends string> {
  /** `any` (default): a row with one NULL goes; `all`: only a row of NULLs. */
  how?: 'any' | 'all'
  /** Keeps rows with at least so many values; overrides `how`. */
  thresh?: number
  /** The columns that count. Default all. */
  subset?: readonly K[]
}

export interface SampleOptions {
  fraction: number
  /** A row may be there several times. Default false. */
  withReplacement?: boolean
  seed?: number | bigint
}
