/**
 * Where a database may be opened by one owner only, the threads and processes of a run do not open it: they use
 * connections that live with the owner, in the runner's own thread. Outside a run there is no host, and an engine opens
 * its database itself.
 */
export interface ConnectionHost {
  /**
   * Opens a connection at the owner.
   *
   * @param module URL of the module that opens the database there; its `openOwner` gets `settings`
   * @param settings structured-clonable; equal settings are one database with one owner
   */
  connect(module: string, settings: object): Promise<HostedConnection>
}

/** A connection that lives elsewhere. */
export interface HostedConnection {
  /** Calls a method of the connection at its owner; arguments and results are structured-clonable. */
  call(method: string, args: readonly unknown[]): Promise<unknown>
}

/** What a module that the host loads exports as `openOwner`. */
export type OpenOwner = (settings: object) => Owner

/** The one owner of a database. */
export interface Owner {
  /** The methods that a hosted connection's `call` reaches. `close` ends it, in the middle of a statement too. */
  connect(): Promise<OwnedConnection>
  /** Closes the database; all connections are closed by then. */
  close(): Promise<void>
}

export interface OwnedConnection {
  close(): Promise<void>
}

let current: ConnectionHost | undefined

/** Installed once by a slot before any task runs. */
export function installConnectionHost(host: ConnectionHost | undefined): void {
  current = host
}

/** The host of this thread, inside a slot of a run. */
export function connectionHost(): ConnectionHost | undefined {
  return current
}
