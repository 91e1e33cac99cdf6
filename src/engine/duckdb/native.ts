import { readdirSync, readlinkSync, realpathSync } from 'node:fs'
import type * as duckdb from '@duckdb/node-api'
import { ConnectionFailed } from '../../errors/index.ts'
import { loadDriver } from '../knex-internals.ts'
import type { DuckdbFile, DuckdbLink, DuckdbResult } from './link.ts'
import { bindingOf, converterOf, rowsOf } from './values.ts'

type Driver = typeof duckdb

/** How often a statement that is to be stopped is told so, in milliseconds: DuckDB forgets what comes before it begins. */
const INTERRUPT_EVERY = 20

/**
 * The optimizer that makes an aggregate of "the first rows of each group" fails some statements with an internal error,
 * and has given wrong values in others. Without it they are sorted, as on other engines.
 */
const DISABLED_OPTIMIZERS = 'top_n_window_elimination'

/** A database that is open in this thread. */
export interface NativeDatabase {
  connect(): Promise<DuckdbLink>
  /** Closes it, once everybody in this thread who opened it has done so. */
  close(): Promise<void>
}

interface OpenFile {
  readonly instance: Promise<duckdb.DuckDBInstance>
  users: number
}

/** Two instances on one file lose each other's rows: a thread has one, whoever opens the file. */
const open = new Map<string, OpenFile>()

/**
 * The driver's own decoder drops U+FEFF at the start of a text, as the Web's does unless told otherwise. Node's own keeps
 * it, and is faster for short texts.
 */
function keepByteOrderMarks(): void {
  const accessors = loadDriver<{ textDecoder: { decode(bytes: Uint8Array): string } }>(
    '@duckdb/node-api/lib/vectors/dataAccessors.js',
  )
  accessors.textDecoder = {
    decode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
  }
}

/** Opens a database of this thread's own. @throws ConnectionFailed where another thread of the process has the file open */
export function openNative({ file, readonly }: DuckdbFile): NativeDatabase {
  const driver = loadDriver<Driver>('@duckdb/node-api')
  keepByteOrderMarks()
  const create = (): OpenFile => {
    if (file !== ':memory:') refuseOtherThread(file)
    const instance = driver.DuckDBInstance.create(file, {
      access_mode: readonly ? 'READ_ONLY' : 'READ_WRITE',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      disabled_optimizers: DISABLED_OPTIMIZERS,
    })
    return { instance, users: 0 }
  }
  const key = `${readonly ? 'r' : 'w'}:${file}`
  const shared = (file === ':memory:' ? undefined : open.get(key)) ?? create()
  shared.users += 1
  if (file !== ':memory:') open.set(key, shared)
  const leave = () => {
    shared.users -= 1
    if (shared.users === 0 && open.get(key) === shared) open.delete(key)
    return shared.users === 0
  }
  let closed = false
  return {
    async connect() {
      const connection = await (await shared.instance).connect()
      await connection.run("SET TimeZone = 'UTC'")
      return nativeLink(driver, connection)
    },
    async close() {
      if (closed) return
      closed = true
      if (!leave()) return
      // Where it never opened, there is nothing to close.
      const instance = await shared.instance.catch(() => undefined)
      instance?.closeSync()
    },
  }
}

/** DuckDB's lock keeps other processes out, not other threads of this one. Where the system lists open files, we look. */
function refuseOtherThread(file: string): void {
  for (const link of listOpenFiles()) {
    if (link !== realPath(file)) continue
    throw new ConnectionFailed(`cannot open the DuckDB file ${file}: this process has it open already`, {
      hint: 'another thread holds it, or another engine with other options: two of them would lose rows. Use one engine in one thread',
    })
  }
}

function listOpenFiles(): readonly string[] {
  try {
    return readdirSync('/proc/self/fd').flatMap((descriptor) => {
      try {
        return [readlinkSync(`/proc/self/fd/${descriptor}`)]
      } catch {
        // Closed since it was listed.
        return []
      }
    })
  } catch {
    return []
  }
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file)
  } catch {
    return undefined
  }
}

function nativeLink(driver: Driver, connection: duckdb.DuckDBConnection): DuckdbLink {
  let running = 0
  let streaming: { result: duckdb.DuckDBResult; converters: ReturnType<typeof convertersOf> } | undefined
  let closing = false

  /** Counts what runs, so that an interruption is repeated until it has hit. */
  const counted = async <T>(body: () => Promise<T>): Promise<T> => {
    running += 1
    try {
      return await body()
    } finally {
      running -= 1
      if (closing && running === 0) connection.closeSync()
    }
  }
  const convertersOf = (result: duckdb.DuckDBResult) => result.columnTypes().map((type) => converterOf(driver, type))
  const prepare = async (sql: string, bindings: readonly unknown[]) => {
    const prepared = await connection.prepare(sql)
    if (bindings.length > 0) {
      const bound = bindings.slice(0, prepared.parameterCount).map((value) => bindingOf(driver, value))
      prepared.bind(
        bound.map(({ value }) => value),
        bound.map(({ type }) => type),
      )
    }
    return prepared
  }
  const interrupt = async () => {
    while (running > 0) {
      connection.interrupt()
      await new Promise((resolve) => setTimeout(resolve, INTERRUPT_EVERY))
    }
  }

  return {
    run: (sql, bindings) =>
      counted(async () => {
        const prepared = await prepare(sql, bindings)
        try {
          const kind = kindOf(driver, prepared.statementType)
          const result = await prepared.run()
          const returns = result.returnType === driver.ResultReturnType.QUERY_RESULT
          const converters = convertersOf(result)
          const rows: unknown[][] = []
          if (returns) {
            for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
              for (const row of rowsOf(chunk, converters)) rows.push(row)
            }
          }
          const answer: DuckdbResult = {
            columns: returns ? result.columnNames() : [],
            rows,
            rowsChanged: returns ? (kind === 'select' ? 0 : rows.length) : result.rowsChanged,
            kind,
          }
          return answer
        } finally {
          prepared.destroySync()
        }
      }),
    start: (sql, bindings) =>
      counted(async () => {
        const prepared = await prepare(sql, bindings)
        try {
          const result = await prepared.stream()
          streaming = { result, converters: convertersOf(result) }
          return result.columnNames()
        } finally {
          prepared.destroySync()
        }
      }),
    next: () =>
      counted(async () => {
        if (streaming === undefined) return undefined
        const chunk = await streaming.result.fetchChunk()
        if (chunk?.rowCount) return rowsOf(chunk, streaming.converters)
        streaming = undefined
        return undefined
      }),
    async stop() {
      if (streaming === undefined) return
      streaming = undefined
      // The next statement of the connection ends the one that is open. An interruption would fail a transaction.
      await counted(() => connection.run('SELECT 1'))
    },
    interrupt,
    async close() {
      if (closing) return
      closing = true
      streaming = undefined
      if (running === 0) connection.closeSync()
      else await interrupt()
    },
  }
}

function kindOf(driver: Driver, type: duckdb.StatementType): DuckdbResult['kind'] {
  switch (type) {
    case driver.StatementType.SELECT:
    case driver.StatementType.EXPLAIN:
    case driver.StatementType.CALL:
      return 'select'
    case driver.StatementType.INSERT:
      return 'insert'
    case driver.StatementType.UPDATE:
      return 'update'
    case driver.StatementType.DELETE:
      return 'delete'
    default:
      return 'other'
  }
}
