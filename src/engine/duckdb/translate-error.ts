import {
  ConnectionFailed,
  DatabaseError,
  MillraceError,
  StatementCancelled,
  ValueOutOfRange,
} from '../../errors/index.ts'
import type { RunOptions, Statement } from '../engine.ts'
import { poolExhausted } from '../pool-exhausted.ts'
import { kindOfSqlState } from '../sqlstate.ts'
import type { DuckdbSettings } from './options.ts'

/** DuckDB has no error codes, but says the kind first: those of PostgreSQL for what callers tell apart. */
const STATES: readonly (readonly [pattern: RegExp, sqlState: string])[] = [
  [/foreign key constraint|main key table/i, '23503'],
  [/not referenced by a UNIQUE\/PRIMARY KEY|no UNIQUE\/PRIMARY KEY/i, '42P10'],
  [/infinite recursion/i, '42P17'],
  [/duplicate key|PRIMARY KEY or UNIQUE constraint|contains duplicates on indexed column/i, '23505'],
  [/NOT NULL constraint/i, '23502'],
  [/CHECK constraint/i, '23514'],
  [
    /^Binder Error: (Referenced column|Table .* does not have a column)|does not contain column|column .* does not exist/i,
    '42703',
  ],
  [/^Catalog Error: (Table|View) with name .* does not exist/i, '42P01'],
  [/^Parser Error/i, '42601'],
  [/write-write conflict|Conflict on (tuple|update)|Transaction conflict|transaction conflict/i, '40001'],
  [/^Out of Memory Error/i, '53200'],
]

/**
 * What our own SQL raises by `error('function: …')` is about a value too, and so is what DuckDB says of a map's keys and
 * of a time zone that there is not.
 */
const OUT_OF_RANGE =
  /^(Out of Range Error|Conversion Error|Not implemented Error(?=: Unknown TimeZone)|Invalid Input Error(?=: (?:[a-z]\w*: |Map keys )))/

const HINTS: Readonly<Record<string, string>> = {
  '40001': 'a concurrent transaction was first; trying again usually helps',
  '53200': 'the memory that DuckDB may take is full: SET memory_limit raises it',
}

/** A failed statement as an error of ours. */
export function translateDuckdbError(
  settings: DuckdbSettings,
  error: unknown,
  statement?: Statement,
  options: RunOptions = {},
): unknown {
  if (error instanceof MillraceError || !(error instanceof Error)) return error
  const exhausted = poolExhausted(error, settings.file, settings.pool)
  if (exhausted !== undefined) return exhausted
  if (options.signal?.aborted && /interrupt/i.test(error.message)) {
    return new StatementCancelled('the statement was cancelled', { cause: error })
  }
  // Below the first line DuckDB shows the statement, and so perhaps data.
  const message = (error.message.split('\n\nLINE ')[0] ?? '').trim()
  const sqlState = STATES.find(([pattern]) => pattern.test(message))?.[1]
  if (sqlState === undefined && OUT_OF_RANGE.test(message)) {
    return new ValueOutOfRange(message.replace(OUT_OF_RANGE, '').replace(/^: /, ''), { cause: error })
  }
  return new DatabaseError(message, {
    sql: statement?.sql,
    bindings: statement?.bindings,
    sqlState,
    kind: kindOfSqlState(sqlState),
    transient: sqlState === '40001',
    hint: sqlState === undefined ? undefined : HINTS[sqlState],
    cause: error,
  })
}

/** A failure to open the file. */
export function translateDuckdbOpenError(settings: DuckdbSettings, error: unknown): unknown {
  if (error instanceof MillraceError || !(error instanceof Error)) return error
  const exhausted = poolExhausted(error, settings.file, settings.pool)
  if (exhausted !== undefined) return exhausted
  const holder = /Conflicting lock is held in (.+?)(?:\. See also|\.?$)/s.exec(error.message)?.[1]
  if (holder !== undefined || /could not set lock|being used by another process/i.test(error.message)) {
    return new ConnectionFailed(
      `cannot open the DuckDB file ${settings.file}: another process has it open${holder === undefined ? '' : `: ${holder.trim()}`}`,
      {
        hint: 'DuckDB lets one process at a time open a file for writing: close the other one (a notebook, a shell, a run), or open it readonly in all',
        transient: true,
        cause: error,
      },
    )
  }
  const known: readonly [reason: string, hint: string] = /sqlite_scanner/.test(error.message)
    ? ['the file is an SQLite database', 'use sqlite({ file }) for it, or give DuckDB a file of its own']
    : /not a valid DuckDB database file/i.test(error.message)
      ? ['the file is not a DuckDB database', 'check the path of the file']
      : /version number/i.test(error.message)
        ? ['another version of DuckDB has written it', 'open it with that version and EXPORT DATABASE']
        : /permission denied/i.test(error.message)
          ? ['this user may not read or write it', 'check the permissions of the file and of its folder']
          : [error.message, 'check the path of the file']
  return new ConnectionFailed(`cannot open the DuckDB file ${settings.file}: ${known[0]}`, {
    hint: known[1],
    cause: error,
  })
}
