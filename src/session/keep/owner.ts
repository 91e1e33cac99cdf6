import type { Dialect } from '../../dialect/dialect.ts'
import type { Connection, Engine, Transaction } from '../../engine/engine.ts'
import type { TableName } from '../../plan/relation.ts'
import { abandonedTables, isKeptTable, keptTable, ownerWord } from './table-names.ts'

/** Who a session's kept tables belong to: names them, and says to other processes that they are in use. */
export interface KeepOwner {
  /** The name of the next table. Nothing is in the database yet. */
  nextTable(): TableName
  /** Before the first table is made: tells that its owner lives, and clears away what dead ones left. */
  claim(): Promise<void>
  drop(table: TableName): Promise<void>
  /** After the last table is dropped. */
  release(): Promise<void>
}

/** @param transaction where the session is one of a transaction: what it makes, nobody else ever sees */
export function keepOwner(
  engine: Engine,
  connection: Connection,
  dialect: () => Dialect,
  schema: string | undefined,
  transaction: Transaction | undefined,
): KeepOwner {
  const word = ownerWord()
  let tables = 0
  let claimed: Promise<(() => Promise<void>) | undefined> | undefined
  const drop = async (table: TableName, on: Connection) => {
    await on.execute({ sql: `DROP TABLE IF EXISTS ${dialect().ddl.table(table)}`, bindings: [] })
  }
  const begin = async () => {
    const release = await engine.claims?.take(word)
    const found = (await engine.listTables(schema)).filter(({ name }) => isKeptTable(name))
    if (found.length > 0) {
      await engine.transaction(async (on) => {
        for (const table of await abandonedTables(engine, found, on)) await drop(table, on)
      })
    }
    return release
  }
  return {
    nextTable() {
      tables += 1
      return keptTable(word, tables, schema)
    },
    async claim() {
      if (transaction) return
      claimed ??= begin().catch((error: unknown) => {
        claimed = undefined
        throw error
      })
      await claimed
    },
    drop: (table) => drop(table, connection),
    async release() {
      const release = await claimed?.catch(() => undefined)
      claimed = undefined
      await release?.()
    },
  }
}
