/** Opens `.millrace/state.db`: to run (under the lock) or only to read. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StateLocked, StateUnavailable } from '../errors/index.ts'
import { keepAside } from './aside.ts'
import { takeLock } from './lock.ts'
import { stateReader } from './reader.ts'
import { recover } from './recover.ts'
import { APPLICATION_ID, MIGRATIONS, SCHEMA, SCHEMA_VERSION } from './schema.ts'
import type { State, StateReader } from './state.ts'
import { type StateWriter, stateWriter } from './writer.ts'

/** Told when a state file had to be kept aside. */
export type Warn = (message: string, hint: string | undefined) => void

/**
 * Opens the state for a run, creates it where there is none, and holds its lock until `close()`.
 *
 * A run that died under the lock is settled first: its running tasks become `crashed`. A state file that is corrupt or
 * was written by a newer Millrace is renamed and named in a warning, and a fresh one begins.
 *
 * @param options.file absolute path, `.millrace/state.db`
 * @param options.command what the lock tells others of this run, `node app.js run`
 * @throws StateLocked where another run holds it; StateUnavailable where the folder cannot be written or the file is
 * another application's database
 */
export function openState(options: { file: string; command: string; warn: Warn }): State {
  const { file, command, warn } = options
  const lock = explained(file, () => {
    mkdirSync(dirname(file), { recursive: true })
    return takeLock(file, command)
  })
  try {
    const database = explained(file, () => openUsable(file, warn))
    const recovered = recover(database)
    return {
      ...stateReader(database),
      ...guarded(file, stateWriter(database)),
      recovered,
      close: () => closeBoth(database, lock),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * Opens the state to look things up, beside a run that may be going on. What is missing or unreadable reads as empty;
 * nothing is created, changed or renamed.
 */
export function readState(options: { file: string; warn: Warn }): StateReader {
  const { file, warn } = options
  if (!existsSync(file)) return emptyReader()
  let database: Sqlite.Database | undefined
  try {
    database = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5000 })
    const found = examine(database)
    if (found === 'usable') return stateReader(database)
    database.close()
    if (found !== 'empty')
      warn(`the state ${file} is ${describeFinding(found)}; nothing is known of earlier runs`, undefined)
  } catch (error) {
    database?.close()
    if (!isDamage(error)) throw unavailable(file, error)
    warn(`the state ${file} is damaged; nothing is known of earlier runs`, undefined)
  }
  return emptyReader()
}

type Finding = 'usable' | 'empty' | 'newer' | 'foreign'

function examine(database: Sqlite.Database): Finding {
  const version = database.pragma('user_version', { simple: true }) as number
  const application = database.pragma('application_id', { simple: true }) as number
  const tables = database.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0
  if (tables === 0 && application === 0) return 'empty'
  if (application !== APPLICATION_ID) return 'foreign'
  return version > SCHEMA_VERSION ? 'newer' : 'usable'
}

/** Brings the tables of an older Millrace to what this one writes, in one transaction. */
function migrate(database: Sqlite.Database): void {
  const version = database.pragma('user_version', { simple: true }) as number
  const steps = MIGRATIONS.slice(version - 1)
  if (steps.length === 0) return
  database
    .transaction(() => {
      for (const step of steps) database.exec(step)
      database.pragma(`user_version = ${SCHEMA_VERSION}`)
    })
    .immediate()
}

function describeFinding(found: Exclude<Finding, 'usable' | 'empty'>): string {
  return found === 'newer' ? 'of a newer Millrace' : 'not a Millrace state'
}

function openUsable(file: string, warn: Warn): Sqlite.Database {
  let database: Sqlite.Database | undefined
  let unusable: 'corrupt' | 'newer' = 'corrupt'
  try {
    database = new Sqlite(file, { timeout: 5000 })
    const found = examine(database)
    if (found === 'foreign') throw foreign(file)
    if (found !== 'newer') {
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = FULL')
      if (found === 'empty') database.transaction((fresh: Sqlite.Database) => fresh.exec(SCHEMA)).immediate(database)
      else migrate(database)
      const health = database.pragma('quick_check(1)', { simple: true })
      if (health === 'ok') return database
    } else unusable = 'newer'
    database.close()
  } catch (error) {
    database?.close()
    if (!isDamage(error)) throw error
  }
  const kept = keepAside(file, unusable)
  const what = unusable === 'newer' ? 'was written by a newer Millrace' : 'is damaged'
  warn(
    `the state ${file} ${what}: it is kept as ${kept}, and a fresh one begins`,
    'Earlier runs are forgotten: schedules and TTLs start anew, so every scheduled task is due.',
  )
  return openUsable(file, warn)
}

function foreign(file: string): StateUnavailable {
  return new StateUnavailable(`${file} is a SQLite database, but not a Millrace state`, {
    hint: 'It was left untouched. Give the option "state" a path of its own, such as .millrace/state.db.',
  })
}

function isDamage(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(NOTADB|CORRUPT|IOERR_SHORT_READ)/.test(error.code)
}

/** Runs `body`; what the file system or SQLite refuses comes out as one clear error. */
function explained<T>(file: string, body: () => T): T {
  try {
    return body()
  } catch (error) {
    throw error instanceof StateLocked || error instanceof StateUnavailable ? error : unavailable(file, error)
  }
}

/** The writer with its errors explained: a full disk in the middle of a run. */
function guarded(file: string, writer: StateWriter): StateWriter {
  const guard =
    <A extends readonly unknown[]>(write: (...given: A) => void) =>
    (...given: A) => {
      try {
        write(...given)
      } catch (error) {
        throw error instanceof Sqlite.SqliteError || error instanceof TypeError ? unwritable(file, error) : error
      }
    }
  return {
    runStarted: guard(writer.runStarted),
    attemptStarted: guard(writer.attemptStarted),
    attemptFailed: guard(writer.attemptFailed),
    batchesStarted: guard(writer.batchesStarted),
    batchEnded: guard(writer.batchEnded),
    tasksEnded: guard(writer.tasksEnded),
    runEnded: guard(writer.runEnded),
  }
}

function unwritable(file: string, error: Error): StateUnavailable {
  return new StateUnavailable(`cannot write the state ${file}: ${error.message}`, {
    hint: 'Nothing more is run, since nobody would know of it. Is the disk full?',
    cause: error,
  })
}

function unavailable(file: string, error: unknown): StateUnavailable {
  const why = error instanceof Error ? error.message : String(error)
  return new StateUnavailable(`cannot open the state ${file}: ${why}`, {
    hint: `The folder ${dirname(file)} must be writable; the option "state" can name another place.`,
    cause: error,
  })
}

function closeBoth(database: Sqlite.Database, lock: { release(): void }): void {
  if (database.open) database.close()
  lock.release()
}

function emptyReader(): StateReader {
  return {
    definitions: () => new Map(),
    lastSuccesses: () => new Map(),
    compiledSql: () => undefined,
    lastOutcomes: () => new Map(),
    batches: () => new Map(),
    runs: () => [],
    transitions: () => [],
    outcomes: () => [],
    close() {},
  }
}
