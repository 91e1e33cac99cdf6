/**
 * One connection to a DuckDB database, here (`native.ts`) or at the run's owner of the file (`hosted.ts`). Everything
 * that goes in and comes out is structured-clonable.
 */
export interface DuckdbLink {
  /** Runs one statement and reads all its rows, values as `values.ts` says. */
  run(sql: string, bindings: readonly unknown[]): Promise<DuckdbResult>
  /** Starts a query whose rows `next` hands out; one at a time. Gives the names of its columns. */
  start(sql: string, bindings: readonly unknown[]): Promise<readonly string[]>
  /** Some rows more; undefined after the last. */
  next(): Promise<unknown[][] | undefined>
  /** Ends the query that `start` began, wherever it is. */
  stop(): Promise<void>
  /** Stops the statement that is running, if any: it rejects with an error that says "interrupt". */
  interrupt(): Promise<void>
  /** Closes the connection; what it has not committed is rolled back. */
  close(): Promise<void>
}

export interface DuckdbResult {
  readonly columns: readonly string[]
  readonly rows: unknown[][]
  readonly rowsChanged: number
  readonly kind: 'select' | 'insert' | 'update' | 'delete' | 'other'
}

/** What an owner needs to open the database. */
export interface DuckdbFile {
  /** Absolute path, or `:memory:`. */
  readonly file: string
  readonly readonly: boolean
}
