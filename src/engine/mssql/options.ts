import type { Knex } from 'knex'
import { InvalidArgument } from '../../errors/index.ts'
import { refuseUnknown } from '../known-options.ts'

/** Where the database is: a URL, or its parts. */
export interface MssqlOptions {
  /** `mssql://user:password@host:1433/database?encrypt=true&trustServerCertificate=true` */
  readonly url?: string
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly password?: string
  readonly database?: string
  /** Encrypts the connection. Default true. */
  readonly encrypt?: boolean
  /** Accepts a certificate that nobody vouches for. Default false. */
  readonly trustServerCertificate?: boolean
  /** Most connections at once. Default 2. */
  readonly pool?: number
  /** How long to wait for the server to answer, in milliseconds. Default 10,000. */
  readonly connectTimeoutMs?: number
}

export interface MssqlSettings {
  /** As Knex's client takes them. Hold the password: never print them. */
  readonly connection: Knex.MsSqlConnectionConfig
  readonly pool: number
  /** What an error may say. */
  readonly server: { readonly host: string; readonly port: number; readonly database: string; readonly user: string }
}

const OPTIONS = {
  url: true,
  host: true,
  port: true,
  user: true,
  password: true,
  database: true,
  encrypt: true,
  trustServerCertificate: true,
  pool: true,
  connectTimeoutMs: true,
} as const

/** @throws InvalidArgument for a URL that is none and for an unknown option; the message does not repeat it, since it may hold a password. */
export function mssqlSettings(options: MssqlOptions): MssqlSettings {
  refuseUnknown('mssql', options, OPTIONS)
  const { url, pool = 2, connectTimeoutMs = 10_000, ...parts } = options
  const told = { ...(url === undefined ? {} : urlParts(url)), ...definedOf(parts) }
  const server = {
    host: told.host ?? 'localhost',
    port: told.port ?? 1433,
    database: told.database ?? 'master',
    user: told.user ?? 'sa',
  }
  const { host, ...rest } = server
  return {
    connection: {
      ...rest,
      server: host,
      password: told.password ?? '',
      connectionTimeout: connectTimeoutMs,
      // A statement ends by itself or by its signal.
      requestTimeout: 0,
      options: {
        encrypt: told.encrypt ?? true,
        trustServerCertificate: told.trustServerCertificate ?? false,
        appName: 'millrace',
        useUTC: true,
      },
    },
    pool,
    server,
  }
}

function urlParts(url: string): Omit<MssqlOptions, 'url' | 'pool' | 'connectTimeoutMs'> {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    throw notUrl()
  }
  if (!/^(mssql|sqlserver):$/.test(parsed.protocol)) throw notUrl()
  const part = (text: string) => (text === '' ? undefined : decodeURIComponent(text))
  const flag = (name: string) => {
    const value = parsed.searchParams.get(name)
    return value === null ? undefined : value !== 'false'
  }
  return definedOf({
    host: part(parsed.hostname),
    port: parsed.port === '' ? undefined : Number(parsed.port),
    user: part(parsed.username),
    password: part(parsed.password),
    database: part(parsed.pathname.slice(1)),
    encrypt: flag('encrypt'),
    trustServerCertificate: flag('trustServerCertificate'),
  })
}

/** Without what is undefined: an option that is not given must not hide the URL's. */
function definedOf<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T
}

function notUrl(): InvalidArgument {
  return new InvalidArgument('the url of the SQL Server connection is not a SQL Server URL', {
    hint: 'mssql://user:password@host:1433/database; special characters of a password are written %40, %2F …',
  })
}
