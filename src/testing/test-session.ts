import { parseInstant } from '../dag/models/instant.ts'
import type { Engine } from '../engine/engine.ts'
import { InvalidArgument } from '../errors/index.ts'
import { Session } from '../session/session.ts'

/** An embedded engine: what a test needs no server for. */
export type TestEngine = 'sqlite' | 'duckdb'

export interface TestSessionOptions {
  /** Default `sqlite`. */
  engine?: TestEngine
  /** The instant that `currentTimestamp()` gives: `'2026-01-31T08:00:00Z'`. Default: now. */
  now?: string | Date
}

/**
 * A session on an empty database in memory, gone when the session is closed.
 *
 * @example
 * const session = await testSession()
 * await session.createDataFrame([{ id: 1 }]).write('orders')
 * @throws InvalidArgument for another engine, and for a `now` that is no instant
 */
export async function testSession({ engine = 'sqlite', now }: TestSessionOptions = {}): Promise<Session> {
  const instant = instantOf(now)
  return new Session(await openInMemory(engine), { now: instant })
}

/** The instant of a test's options. @throws InvalidArgument */
export function instantOf(now: string | Date | undefined): Date | undefined {
  if (now === undefined) return undefined
  const instant = now instanceof Date ? now : typeof now === 'string' ? parseInstant(now) : undefined
  if (instant !== undefined && !Number.isNaN(instant.getTime())) return instant
  throw new InvalidArgument(`now: ${String(now)} is no instant`, { hint: "now: '2026-01-31T08:00:00Z', or a Date" })
}

/** Loads the one driver that is wanted. */
async function openInMemory(engine: TestEngine): Promise<Engine> {
  const options = { file: ':memory:' }
  switch (engine) {
    case 'sqlite':
      return (await import('../engine/sqlite/index.ts')).sqlite(options)
    case 'duckdb':
      return (await import('../engine/duckdb/index.ts')).duckdb(options)
    default:
      throw new InvalidArgument(`no test runs on ${String(engine satisfies never)} in memory`, {
        hint: "engine: 'sqlite' or 'duckdb'; on another, give a session of your own",
      })
  }
}
