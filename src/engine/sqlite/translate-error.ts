import {
  ConnectionFailed,
  DatabaseError,
  type DatabaseErrorKind,
  MillraceError,
  ValueOutOfRange,
} from '../../errors/index.ts'
import { isTransientCode } from '../driver-codes.ts'
import type { Statement } from '../engine.ts'
import { poolExhausted } from '../pool-exhausted.ts'
import type { SqliteSettings } from './options.ts'

interface DriverError extends Error {
  readonly code?: string
}

/** What may help, by the start of SQLite's own code. The first that fits. */
const HINTS: readonly (readonly [code: string, message: string | undefined, hint: string | undefined])[] = [
  ['SQLITE_FULL', 'the database or its disk is full', 'free space on the disk, or raise max_page_count'],
  [
    'SQLITE_READONLY',
    'the database file is read-only',
    'check the permissions of the file and of its folder, and the readonly option',
  ],
  [
    'SQLITE_BUSY',
    'the database file is locked by another writer',
    'another process holds the write lock for more than 5 seconds; try again when it is done',
  ],
  ['SQLITE_LOCKED', undefined, undefined],
  ['SQLITE_NOTADB', 'the file is not an SQLite database', 'check the path of the file'],
  ['SQLITE_CORRUPT', 'the database file is damaged', 'restore it from a copy'],
  ['SQLITE_IOERR', 'the disk failed to read or write the database file', undefined],
  [
    'SQLITE_CANTOPEN',
    'the database file cannot be opened',
    'check that the path is right and that this user may read and write the file and its folder',
  ],
]

/** A table's schema that is no attached database. */
const NO_DATABASE = /^unknown database /

/** What Millrace acts upon. Most of it has no code of its own; RESTRICT is enforced by triggers, and has theirs. */
const KINDS: readonly (readonly [message: RegExp, kind: DatabaseErrorKind])[] = [
  [/^FOREIGN KEY constraint failed$/, 'foreignKey'],
  [/^UNIQUE constraint failed/, 'duplicate'],
  [/no such column|has no column named/, 'unknownColumn'],
  [/does not match any PRIMARY KEY or UNIQUE/, 'noUniqueIndex'],
  [/circularly defined/, 'circularView'],
]

/** A failed statement as an error of ours. Errors of ours (millrace_raise throws one) pass as they are. */
export function translateSqliteError(settings: SqliteSettings, error: unknown, statement?: Statement): unknown {
  if (error instanceof MillraceError || !(error instanceof Error)) return error
  const code = (error as DriverError).code
  const exhausted = poolExhausted(error, settings.file, settings.pool)
  if (exhausted !== undefined) return exhausted
  if (/^integer overflow$/i.test(error.message)) {
    return new ValueOutOfRange('integer overflow: a result does not fit into 64 bits', { cause: error })
  }
  if (code === undefined || !code.startsWith('SQLITE_')) {
    // Not SQLite's answer: a bad binding, a statement of the wrong kind.
    return new DatabaseError(error.message, { sql: statement?.sql, bindings: statement?.bindings, cause: error })
  }
  const known = HINTS.find(([start]) => code.startsWith(start))
  const message = known?.[1] === undefined ? error.message : `${known[1]}: ${settings.file} (${error.message})`
  return new DatabaseError(message, {
    sql: statement?.sql,
    bindings: statement?.bindings,
    sqlState: code,
    kind: KINDS.find(([pattern]) => pattern.test(error.message))?.[1],
    transient: isTransientCode(code),
    hint:
      known?.[2] ??
      (NO_DATABASE.test(error.message)
        ? 'SQLite has no schemas: leave out what stands before the dot, or attach a file under that name'
        : undefined),
    cause: error,
  })
}

/** A failure to open the file. */
export function translateSqliteOpenError(settings: SqliteSettings, error: unknown): unknown {
  if (error instanceof MillraceError || !(error instanceof Error)) return error
  const exhausted = poolExhausted(error, settings.file, settings.pool)
  if (exhausted !== undefined) return exhausted
  const code = (error as DriverError).code
  const known = HINTS.find(([start]) => code?.startsWith(start))
  return new ConnectionFailed(`cannot open the SQLite file ${settings.file}: ${known?.[1] ?? error.message}`, {
    hint: known?.[2] ?? 'check the path of the file',
    cause: error,
  })
}
