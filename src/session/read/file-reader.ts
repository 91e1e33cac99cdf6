import type { DuckdbLink } from '../../engine/duckdb/link.ts'
import { type NativeDatabase, openNative } from '../../engine/duckdb/native.ts'

/** Most memory that reading takes, whatever the files' size; what needs more (a row group of Parquet) goes to disk. */
const MEMORY = '512MB'

/**
 * Reads files for all databases: one reader gives one answer. It is a DuckDB of the session's own, in memory and empty,
 * opened when the first file is looked at.
 */
export interface FileReader {
  /** The first column of a query's rows. */
  query(sql: string): Promise<readonly unknown[]>
  rows(sql: string): Promise<readonly (readonly unknown[])[]>
  /** Rows in batches. One query after the other: a connection each. */
  stream(sql: string): AsyncGenerator<readonly (readonly unknown[])[]>
  /** A value as SQL text. */
  text(value: string): string
  close(): Promise<void>
}

export function fileReader(): FileReader {
  let database: NativeDatabase | undefined
  const connect = async (): Promise<DuckdbLink> => {
    const first = database === undefined
    database ??= openNative({ file: ':memory:', readonly: false })
    const link = await database.connect()
    if (first) await link.run(`SET memory_limit = '${MEMORY}'`, [])
    return link
  }
  const rows: FileReader['rows'] = async (sql) => {
    const link = await connect()
    try {
      return (await link.run(unescaped(sql), [])).rows
    } finally {
      await link.close()
    }
  }
  return {
    rows,
    query: async (sql) => (await rows(sql)).map((row) => row[0]),
    async *stream(sql) {
      const link = await connect()
      try {
        await link.start(unescaped(sql), [])
        for (let batch = await link.next(); batch !== undefined; batch = await link.next()) yield batch
      } finally {
        await link.close()
      }
    },
    text: textLiteral,
    async close() {
      const open = database
      database = undefined
      await open?.close()
    },
  }
}

/** A text in SQL that may become part of another statement: there a bare question mark would be a binding. */
export function textLiteral(value: string): string {
  return `'${value.replaceAll("'", "''").replaceAll('?', '\\?')}'`
}

const unescaped = (sql: string): string => sql.replaceAll('\\?', '?')
