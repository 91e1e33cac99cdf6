/**
 * One run at a time.
 *
 * The lock is an exclusive SQLite transaction on a file of its own: the kernel frees it when its holder dies, however
 * it dies, so there is no stale lock to judge. Who holds it is told by a record beside it, which is only read for the
 * message: a record that outlived its process (or whose pid now belongs to another one) is not believed.
 * That record is a separate file because a process that opens and closes the locked file itself would lose its lock.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import Sqlite from 'better-sqlite3'
import { isAlive, processStart } from '../engine/process-life.ts'
import { redact, StateLocked } from '../errors/index.ts'

export interface Lock {
  release(): void
}

interface Owner {
  readonly pid: number
  readonly host: string
  /** Start of the process in the kernel's ticks, where the system tells it: a recycled pid has another. */
  readonly started: string | undefined
  readonly since: string
  readonly command: string
}

/**
 * Takes the lock of a state file, or says who has it.
 *
 * @param file the state file; the lock lies beside it as `<file>.lock`, the owner's record as `<file>.owner`
 * @throws StateLocked with pid, host, time and command of the holder
 */
export function takeLock(file: string, command: string): Lock {
  const connection = openExclusively(file)
  const record = `${file}.owner`
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    started: processStart(process.pid),
    since: new Date().toISOString(),
    command: redact(command),
  }
  writeFileSync(record, JSON.stringify(owner))
  return {
    release() {
      if (!connection.open) return
      rmSync(record, { force: true })
      connection.close()
    },
  }
}

function openExclusively(file: string, again = true): Sqlite.Database {
  const connection = new Sqlite(`${file}.lock`, { timeout: 0 })
  try {
    connection.exec('BEGIN EXCLUSIVE')
    return connection
  } catch (error) {
    connection.close()
    const code = error instanceof Sqlite.SqliteError ? error.code : ''
    if (code.startsWith('SQLITE_BUSY')) throw heldBy(file)
    if (code !== 'SQLITE_NOTADB' || !again) throw error
    // Nobody can hold a lock on a file that is no database: it is debris, and worth nothing.
    rmSync(`${file}.lock`, { force: true })
    return openExclusively(file, false)
  }
}

function heldBy(file: string): StateLocked {
  const owner = readOwner(`${file}.owner`)
  const hint = `Wait until that run has ended${owner ? `, or stop it (kill ${owner.pid})` : ''}; a run of its own can keep its state elsewhere (the option "state").`
  if (owner === undefined) return new StateLocked(`another run holds the state ${file}`, { hint })
  const since = owner.since.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')
  return new StateLocked(
    `another run holds the state ${file}: pid ${owner.pid} on ${owner.host}, since ${since}, started as "${owner.command}"`,
    { hint },
  )
}

function readOwner(record: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(record, 'utf8')) as Partial<Owner>
    if (typeof owner.pid !== 'number' || typeof owner.host !== 'string') return undefined
    if (typeof owner.since !== 'string' || typeof owner.command !== 'string') return undefined
    const here = owner.host === hostname()
    // Between taking the lock and writing its record a new holder is unknown: better no name than the last one's.
    if (here && (!isAlive(owner.pid) || processStart(owner.pid) !== owner.started)) return undefined
    return { ...owner, started: owner.started } as Owner
  } catch {
    return undefined
  }
}
