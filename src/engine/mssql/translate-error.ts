import {
  ConnectionFailed,
  DatabaseError,
  MillraceError,
  StatementCancelled,
  ValueOutOfRange,
} from '../../errors/index.ts'
import type { RunOptions, Statement } from '../engine.ts'
import { poolExhausted } from '../pool-exhausted.ts'
import type { MssqlSettings } from './options.ts'

interface DriverError extends Error {
  /** tedious: `EREQUEST`, `ELOGIN`, `ESOCKET` … */
  readonly code?: string
  /** SQL Server's own number of the error. */
  readonly number?: number
}

/** Overflow, failed conversions, strings too long for their column. */
const OUT_OF_RANGE = new Set([220, 232, 241, 242, 244, 245, 248, 517, 2628, 8114, 8115, 8152])
/** Deadlock, lock timeout, snapshot conflict, and what Azure SQL says of itself when it is busy. */
const TRANSIENT = new Set([1205, 1222, 3960, 4060, 40197, 40501, 40613, 49918, 49919, 49920])
const LOST = /^(ESOCKET|ECONNRESET|ETIMEOUT|ECONNCLOSED|EINVALIDSTATE)$/

/** A failed statement as an error of ours. */
export function translateMssqlError(
  settings: MssqlSettings,
  error: unknown,
  statement?: Statement,
  options: RunOptions = {},
): unknown {
  if (error instanceof MillraceError || !(error instanceof Error)) return error
  const exhausted = poolExhausted(error, place(settings), settings.pool)
  if (exhausted !== undefined) return exhausted
  const { code, number, message } = error as DriverError
  if (code === 'ECANCEL' && options.signal?.aborted)
    return new StatementCancelled('the statement was cancelled', { cause: error })
  if (number !== undefined && OUT_OF_RANGE.has(number)) return new ValueOutOfRange(message, { cause: error })
  const lost = code !== undefined && LOST.test(code)
  return new DatabaseError(lost ? `the connection to ${place(settings)} was lost: ${message}` : message, {
    sql: statement?.sql,
    bindings: statement?.bindings,
    sqlState: number === undefined ? code : String(number),
    transient: lost || (number !== undefined && TRANSIENT.has(number)),
    hint: number === 229 ? 'the user of the connection needs this right: GRANT … ON … TO …' : undefined,
    cause: error,
  })
}

/** A failure to connect. Says where to and as whom, never with what password. */
export function translateMssqlConnectError(settings: MssqlSettings, error: unknown): unknown {
  if (error instanceof MillraceError || !(error instanceof Error)) return error
  const exhausted = poolExhausted(error, place(settings), settings.pool)
  if (exhausted !== undefined) return exhausted
  const { code = '', message } = error as DriverError
  const [reason, hint] =
    code === 'ELOGIN'
      ? [`the login was refused: ${message}`, 'check user, password and database']
      : code === 'ETIMEOUT'
        ? ['the server did not answer in time', 'check host, port and firewall']
        : code === 'ESOCKET' && /certificate/i.test(message)
          ? [message, 'trustServerCertificate: true accepts a certificate that nobody vouches for']
          : [message, 'is the server running, and are host and port right?']
  return new ConnectionFailed(`cannot connect to ${place(settings)}, user "${settings.server.user}": ${reason}`, {
    hint,
    transient: code === 'ETIMEOUT' || code === 'ESOCKET',
  })
}

function place({ server }: MssqlSettings): string {
  return `SQL Server at ${server.host}:${server.port}, database "${server.database}"`
}
