import { inDist } from '../../errors/package-root.ts'
import type { ConnectionHost, OpenOwner } from '../connection-host.ts'
import type { DuckdbFile, DuckdbLink, DuckdbResult } from './link.ts'
import { openNative } from './native.ts'

/**
 * The owner of a file for all slots of a run, in the runner's thread.
 *
 * DuckDB takes one owner a file: a second process is refused, and a second instance in the same process is not, but
 * loses rows. Of the ways to have one owner we host raw connections, and leave everything above them (transactions,
 * streams, catalogue, plain Knex code) in the slot, as on every other engine: a slot that dies loses its connections
 * and nothing else, and no task shares a thread with another. DuckDB works in threads of its own, so the runner's thread
 * only hands messages on.
 */
export const openOwner: OpenOwner = (settings) => {
  const database = openNative(settings as DuckdbFile)
  return { connect: () => database.connect(), close: () => database.close() }
}

/** A connection at the owner of the file. */
export async function hostedLink(host: ConnectionHost, settings: DuckdbFile): Promise<DuckdbLink> {
  const { call } = await host.connect(inDist('engine/duckdb/hosted.js').href, settings)
  return {
    run: (sql, bindings) => call('run', [sql, bindings]) as Promise<DuckdbResult>,
    start: (sql, bindings) => call('start', [sql, bindings]) as Promise<readonly string[]>,
    next: () => call('next', []) as Promise<unknown[][] | undefined>,
    stop: () => call('stop', []) as Promise<void>,
    interrupt: () => call('interrupt', []) as Promise<void>,
    close: () => call('close', []) as Promise<void>,
  }
}
