import { InvalidArgument } from '../../errors/index.ts'
import { refuseUnknown } from '../known-options.ts'

/** Where the database is: a URL, or its parts. What is left out comes from the PG* variables, as in every PostgreSQL tool. */
export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database?sslmode=require` */
  readonly url?: string
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly password?: string
  readonly database?: string
  /** `true`, or options of Node's TLS. */
  readonly ssl?: boolean | object
  /** Most connections at once. Default 2. */
  readonly pool?: number
  /** How long to wait for the server to answer, in milliseconds. Default 10,000. */
  readonly connectTimeoutMs?: number
}

export interface PostgresSettings {
  /** Connection settings as `pg` takes them. Hold the password: never print them. */
  readonly connection: Readonly<Record<string, unknown>>
  readonly pool: number
  /** What an error may say. */
  readonly server: { readonly host: string; readonly port: string; readonly database: string; readonly user: string }
}

const OPTIONS = {
  url: true,
  host: true,
  port: true,
  user: true,
  password: true,
  database: true,
  ssl: true,
  pool: true,
  connectTimeoutMs: true,
} as const

/** @throws InvalidArgument for a URL that is none and for an unknown option; the message does not repeat it, since it may hold a password. */
export function postgresSettings(options: PostgresOptions): PostgresSettings {
  refuseUnknown('postgres', options, OPTIONS)
  const { url, pool = 2, connectTimeoutMs = 10_000, ...parts } = options
  const told = url === undefined ? {} : urlParts(url)
  const env = process.env
  const user = parts.user ?? told.user ?? env.PGUSER ?? env.USER ?? 'postgres'
  return {
    connection: {
      ...(url === undefined ? {} : { connectionString: url }),
      ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)),
      connectionTimeoutMillis: connectTimeoutMs,
      application_name: 'millrace',
      keepAlive: true,
    },
    pool,
    server: {
      host: parts.host ?? told.host ?? env.PGHOST ?? 'localhost',
      port: String(parts.port ?? told.port ?? env.PGPORT ?? 5432),
      database: parts.database ?? told.database ?? env.PGDATABASE ?? user,
      user,
    },
  }
}

function urlParts(url: string): { host?: string; port?: string; user?: string; database?: string } {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    throw notUrl()
  }
  if (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:') throw notUrl()
  const part = (text: string | null) => (text === null || text === '' ? undefined : decodeURIComponent(text))
  return {
    host: part(parsed.hostname) ?? part(parsed.searchParams.get('host')),
    port: part(parsed.port),
    user: part(parsed.username),
    database: part(parsed.pathname.slice(1)),
  }
}

function notUrl(): InvalidArgument {
  return new InvalidArgument('the url of the PostgreSQL connection is not a PostgreSQL URL', {
    hint: 'postgres://user:password@host:5432/database; special characters of a password are written %40, %2F …',
  })
}
