import { ValueOutOfRange } from '../../errors/index.ts'

/** What better-sqlite3 hands to a function of ours: integers as bigint. */
export type SqliteValue = bigint | number | string | Uint8Array | null

export interface SqliteFunction {
  readonly name: string
  readonly options: {
    /** The same arguments give the same answer: SQLite may then evaluate once, and may use it in an index. */
    readonly deterministic: boolean
    /** Takes any number of arguments. */
    readonly varargs?: boolean
  }
  readonly fn: (...args: SqliteValue[]) => SqliteValue
}

const text = (value: SqliteValue | undefined): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : String(value)

/**
 * Functions that every SQLite connection of ours gets, since SQLite has none of its own that would do.
 * All return NULL for NULL. Other programs that open the file do not have them.
 */
export const sqliteFunctions: readonly SqliteFunction[] = [
  // SQLite's own upper and lower know ASCII alone.
  {
    name: 'millrace_upper',
    options: { deterministic: true },
    fn: (value) => text(value ?? null)?.toUpperCase() ?? null,
  },
  {
    name: 'millrace_lower',
    options: { deterministic: true },
    fn: (value) => text(value ?? null)?.toLowerCase() ?? null,
  },
  {
    // The one way to raise inside an expression. Not deterministic, or SQLite would run it while preparing.
    name: 'millrace_raise',
    options: { deterministic: false },
    fn: (message) => {
      throw new ValueOutOfRange(text(message ?? null) ?? 'a value does not fit its type')
    },
  },
]
