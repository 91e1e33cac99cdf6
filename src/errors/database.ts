/** What the database answers, put so that a person can act on it. */
import { MillraceError } from './base.ts'

/** A 64-bit integer beyond ±(2^53-1) was read: JavaScript's number would round it. */
export class UnsafeInteger extends MillraceError {}
/** A value does not fit its type: an integer overflow, a bad cast. */
export class ValueOutOfRange extends MillraceError {}
/** The database cannot be reached or refused the login. `transient`: trying again may help (nothing listens yet, no connection free). */
export class ConnectionFailed extends MillraceError {
  readonly transient: boolean

  constructor(message: string, options: { hint?: string | undefined; transient?: boolean; cause?: unknown } = {}) {
    super(message, options)
    this.transient = options.transient ?? false
  }
}
/** The target of a write in mode `error` exists. */
export class TableExists extends MillraceError {}
/** The columns of the target are not those of the frame. */
export class SchemaChanged extends MillraceError {}
/** Rows that a key should tell apart have the same one. */
export class DuplicateKey extends MillraceError {}
/** NULL in what rows are found again by: a key, the time of an event. */
export class NullKey extends MillraceError {}
/** `merge` into a table that has no unique index on the key; the hint has the DDL. */
export class NoUniqueIndex extends MillraceError {}
/** New rows do not satisfy the condition whose rows they replace. */
export class RowsOutsideCondition extends MillraceError {
  /** How many. */
  readonly rows: number

  constructor(message: string, options: { hint?: string | undefined; rows: number }) {
    super(message, options)
    this.rows = options.rows
  }
}
/** Something that hangs on the target forbids the write. */
export class WriteBlocked extends MillraceError {}
/** The target of a snapshot exists, and no snapshot has made it. */
export class NotASnapshot extends MillraceError {}
/** Batches of time were not written; `failures` has one entry for each, with what it threw. */
export class BatchesFailed extends MillraceError {
  readonly failures: readonly { readonly start: Date; readonly end: Date; readonly error: unknown }[]
  /** Whether trying again may help. */
  readonly transient: boolean

  constructor(message: string, options: { failures: BatchesFailed['failures']; hint?: string }) {
    super(message, { hint: options.hint, cause: options.failures[0]?.error })
    this.failures = options.failures
    this.transient = options.failures.some(({ error }) => (error as { transient?: unknown } | null)?.transient === true)
  }
}
/** A statement was cancelled by its signal. */
export class StatementCancelled extends MillraceError {}

/**
 * What a database objects to, where Millrace acts upon it. The engine names it: nobody else knows its codes and words.
 *
 * `foreignKey`: a foreign key points to rows, or to a table, that would go. `dependentObjects`: something else needs what
 * would go. `unknownColumn`: a statement names a column that there is not. `noUniqueIndex`: rows cannot be found again by
 * columns that no unique index has. `duplicate`: rows that an index tells apart have the same values. `viewColumns`: a
 * view cannot be replaced by one of these columns. `circularView`: a view reads itself.
 */
export type DatabaseErrorKind =
  | 'foreignKey'
  | 'dependentObjects'
  | 'unknownColumn'
  | 'noUniqueIndex'
  | 'duplicate'
  | 'viewColumns'
  | 'circularView'

/**
 * The database refused a statement.
 *
 * `sql` and `bindings` are fields so that a reporter can show them; the message never holds them, since bindings may
 * be data that has no place in a log. `sqlState` is the driver's own code (`23505`, `SQLITE_FULL`), `kind` what it means
 * on every engine, where Millrace must know; `transient` says whether trying again may help (deadlock, serialisation
 * failure, lost connection, busy file).
 */
export class DatabaseError extends MillraceError {
  readonly sql: string | undefined
  readonly bindings: readonly unknown[] | undefined
  readonly sqlState: string | undefined
  readonly kind: DatabaseErrorKind | undefined
  readonly transient: boolean

  constructor(
    message: string,
    options: {
      sql?: string | undefined
      bindings?: readonly unknown[] | undefined
      sqlState?: string | undefined
      kind?: DatabaseErrorKind | undefined
      transient?: boolean
      hint?: string | undefined
      cause?: unknown
    },
  ) {
    super(message, options)
    this.sql = options.sql
    this.bindings = options.bindings
    this.sqlState = options.sqlState
    this.kind = options.kind
    this.transient = options.transient ?? false
  }
}

/**
 * Whether a database has refused a statement for one of these reasons.
 *
 * @example if (isRefusal(error, 'foreignKey')) …
 */
export function isRefusal(error: unknown, ...kinds: readonly DatabaseErrorKind[]): error is DatabaseError {
  return error instanceof DatabaseError && error.kind !== undefined && kinds.includes(error.kind)
}
