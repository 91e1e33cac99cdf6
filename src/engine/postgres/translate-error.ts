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
import type { PostgresSettings } from './options.ts'

/** What we read of pg's errors and of Node's. */
interface DriverError extends Error {
  /** SQLSTATE, or a code of Node (`ECONNREFUSED`). */
  readonly code?: string
  readonly detail?: string
  readonly hint?: string
  readonly errors?: readonly Error[]
}

/** A value does not fit its type: SQLSTATEs of overflow and of bad casts. */
const OUT_OF_RANGE = new Set(['22003', '22P02', '22007', '22008', '22P03', '22018', '22021', '22023', '22004', '22030'])

/** Trying again may help: deadlock, serialisation, a lock that did not come, the server going down or coming up. */
const TRANSIENT = /^(40001|40P01|55P03|08...|57P0[1-3]|53300|57P05)$/

/** Codes of Node, and pg's own words, for a connection that went away. */
const LOST = /^(08...|57P0[1-5]|ECONNRESET|EPIPE|ETIMEDOUT|ECONNREFUSED|ECONNABORTED)$/
const LOST_MESSAGE = /^(Connection terminated|Client has encountered a connection error|Connection ended)/

const HINTS: Readonly<Record<string, string>> = {
  '42501': 'the user of the connection needs this right: GRANT … ON … TO …, by the owner of the table or a superuser',
  '53100': 'the disk of the database server is full: free space there',
  '3F000': 'create the schema first: CREATE SCHEMA …',
  '54000': 'split the statement',
  '25006': 'the database is read-only (a replica?): write to its primary',
  '40P01': 'two writers waited for each other; trying again usually helps',
  '40001': 'a concurrent transaction was first; trying again usually helps',
  '55P03': 'another session holds the lock; try again when it is done',
}

/** Whether the connection is gone with the statement. */
export function isLost(error: unknown): boolean {
  return error instanceof Error && (LOST.test((error as DriverError).code ?? '') || LOST_MESSAGE.test(error.message))
}

/** A failed statement as an error of ours. */
export function translatePostgresError(
  settings: PostgresSettings,
  error: unknown,
  statement?: Statement,
  options: RunOptions = {},
): unknown {
  if (error instanceof MillraceError || !(error instanceof Error)) return error
  const exhausted = poolExhausted(error, place(settings), settings.pool)
  if (exhausted !== undefined) return exhausted
  const { code, detail, hint, message } = error as DriverError
  if (code === '57014' && options.signal?.aborted) {
    return new StatementCancelled('the statement was cancelled', { cause: error })
  }
  if (code !== undefined && OUT_OF_RANGE.has(code)) return new ValueOutOfRange(message, { hint, cause: error })
  const lost = isLost(error)
  return new DatabaseError(
    lost
      ? `the connection to ${place(settings)} was lost: ${message}`
      : detail === undefined
        ? message
        : `${message} (${detail})`,
    {
      sql: statement?.sql,
      bindings: statement?.bindings,
      sqlState: code,
      kind: kindOfSqlState(code),
      transient: lost || (code !== undefined && TRANSIENT.test(code)),
      hint: hint ?? (code === undefined ? undefined : HINTS[code]),
      cause: error,
    },
  )
}

/** A failure to connect. Says where to and as whom, never with what password. */
export function translatePostgresConnectError(settings: PostgresSettings, error: unknown): unknown {
  if (error instanceof MillraceError || !(error instanceof Error)) return error
  const exhausted = poolExhausted(error, place(settings), settings.pool)
  if (exhausted !== undefined) return exhausted
  const { code = '', message, errors } = error as DriverError
  const { host, port, database, user } = settings.server
  // A host with several addresses fails with one error for each; the outer one has no text.
  const words = message !== '' ? message : (errors?.map((inner) => inner.message).join('; ') ?? code)
  const [reason, hint] =
    code === 'ECONNREFUSED'
      ? ['nothing listens there', 'is the server running, and are host and port right?']
      : code === 'ENOTFOUND' || code === 'EAI_AGAIN'
        ? [`the host ${host} is not known`, 'check the host of the connection']
        : code === '28P01' || code === '28000'
          ? [`the login was refused: ${words}`, `check user and password, and the server's pg_hba.conf`]
          : code === '3D000'
            ? [words, `create it (CREATE DATABASE), or correct the name`]
            : code === '53300'
              ? [words, 'the server has no connection left: close others, or lower the pool']
              : /timeout|ETIMEDOUT/i.test(`${code} ${words}`)
                ? ['the server did not answer in time', 'check host, port and firewall']
                : [words, undefined]
  return new ConnectionFailed(
    `cannot connect to PostgreSQL at ${host}:${port}, database "${database}", user "${user}": ${reason}`,
    {
      hint,
      transient: /^(ECONNREFUSED|ETIMEDOUT|ECONNRESET|EAI_AGAIN|53300|57P03)$/.test(code),
      // The driver's own error is left out: it can hold the settings it was made with.
    },
  )
}

function place({ server }: PostgresSettings): string {
  return `PostgreSQL at ${server.host}:${server.port}, database "${server.database}"`
}
