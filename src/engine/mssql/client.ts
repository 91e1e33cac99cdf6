import type { Knex } from 'knex'
import type { Connection, Request } from 'tedious'
import { type KnexClientBase, knexClientClass } from '../knex-internals.ts'

/** A connection of the pool, with the requests that wait for it. */
export type MssqlConnection = Connection & { readonly state: { readonly name: string }; waiting?: Request[] }

/** What the engine asks of our client besides what Knex does. */
export interface MssqlClient extends KnexClientBase<MssqlConnection> {
  /** Runs the request when the connection is free, in order. */
  _enqueueRequest(request: Request, connection: MssqlConnection): void
}

/**
 * Knex's client for SQL Server, with one line of waiting requests for each connection.
 *
 * Knex has one line for all: a statement of a transaction could run on another connection, outside of it.
 */
export function mssqlClient(): typeof Knex.Client {
  const Base = knexClientClass<MssqlClient>('mssql')
  const Client = class extends Base {
    // A bracket in a name is doubled; Knex leaves it out.
    wrapIdentifierImpl(name: string): string {
      return name === '*' ? name : `[${name.replaceAll(']', ']]')}]`
    }

    override _enqueueRequest(request: Request, connection: MssqlConnection): void {
      connection.waiting ??= []
      connection.waiting.push(request)
      this._chomp(connection)
    }

    _chomp(connection: MssqlConnection): void {
      if (connection.state.name !== 'LoggedIn') return
      const next = connection.waiting?.shift()
      if (next === undefined) return
      next.once('requestCompleted', () => setImmediate(() => this._chomp(connection)))
      connection.execSql(next)
    }

    override async cancelQuery(connection: MssqlConnection): Promise<void> {
      connection.cancel()
    }
  }
  Object.assign(Client.prototype, { canCancelQuery: true })
  return Client as unknown as typeof Knex.Client
}
