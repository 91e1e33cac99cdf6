/** The eight tables of TPC-H in a database, with the keys and indexes that whoever works with them would have. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import type { Engine } from '../../src/engine/engine.ts'
import { fieldsOf } from '../../src/frame/schema.ts'
import type { Fields } from '../../src/plan/schema.ts'
import { formatType } from '../../src/plan/type.ts'
import { SCHEMAS } from './tables.ts'

/** Not part of the project: a folder beside a checkout may hold it. */
export const DATA = fileURLToPath(new URL('../../../shared/data/tpch', import.meta.url))

type TableName = keyof typeof SCHEMAS

const KEYS: Readonly<Record<TableName, string>> = {
  region: 'r_regionkey',
  nation: 'n_nationkey',
  supplier: 's_suppkey',
  customer: 'c_custkey',
  part: 'p_partkey',
  partsupp: 'ps_partkey, ps_suppkey',
  orders: 'o_orderkey',
  lineitem: 'l_orderkey, l_linenumber',
}

const INDEXES: readonly (readonly [table: TableName, columns: string])[] = [
  ['nation', 'n_regionkey'],
  ['supplier', 's_nationkey'],
  ['customer', 'c_nationkey'],
  ['partsupp', 'ps_suppkey'],
  ['orders', 'o_custkey'],
  ['orders', 'o_orderdate'],
  ['lineitem', 'l_partkey, l_suppkey'],
  ['lineitem', 'l_suppkey'],
  ['lineitem', 'l_shipdate'],
]

/**
 * Makes the tables, fills them, and lets the engine look at what it has got.
 *
 * @param copies how often all but the countries: each copy has keys of its own, as if it were another company
 */
export async function fillTpch(engine: Engine, copies = 1): Promise<void> {
  const run = (sql: string) => engine.execute({ sql, bindings: [] })
  for (const name of Object.keys(SCHEMAS) as TableName[]) {
    const columns = fieldsOfTable(name).map((field) => `${field.name} ${declaredType(field, engine)} not null`)
    await run(`create table ${name} (${columns.join(', ')}, primary key (${KEYS[name]}))`)
    await fillTable(engine, name)
    await repeatRows(engine, name, copies)
  }
  for (const [index, [table, columns]] of INDEXES.entries())
    await run(`create index ${table}_index_${index} on ${table} (${columns})`)
  await run('analyze')
}

/** Keys that each copy has of its own, of a table and in what refers to it: none of the first copy is beyond the step. */
const OWN_KEY = /_(suppkey|custkey|partkey|orderkey)$/
const KEY_STEP = 1_000_000

async function repeatRows(engine: Engine, name: TableName, copies: number): Promise<void> {
  const fields = fieldsOfTable(name)
  const key = fields.find((field) => OWN_KEY.test(field.name))
  if (!key) return
  for (let copy = 1; copy < copies; copy += 1) {
    const columns = fields.map((field) =>
      OWN_KEY.test(field.name) ? `${field.name} + ${copy * KEY_STEP}` : field.name,
    )
    const sql = `insert into ${name} select ${columns.join(', ')} from ${name} where ${key.name} < ${KEY_STEP}`
    await engine.execute({ sql, bindings: [] })
  }
}

const fieldsOfTable = (name: TableName): Fields => fieldsOf(SCHEMAS[name]) ?? []

/** Types as all engines know them; in SQLite an integer key is the row's own number. */
function declaredType({ type }: Fields[number], { dialect }: Engine): string {
  if (type.kind === 'string') return 'text'
  if (type.kind === 'long') return dialect === 'sqlite' ? 'integer' : 'bigint'
  return formatType(type)
}

/** By the fastest road that each engine has: SQLite prepared statements, PostgreSQL a list a column, DuckDB its own reader. */
async function fillTable(engine: Engine, name: TableName): Promise<void> {
  const fields = fieldsOfTable(name)
  if (engine.dialect === 'duckdb') {
    await engine.execute({ sql: `copy ${name} from '${fileOf(name).replaceAll("'", "''")}' (header)`, bindings: [] })
  } else if (engine.dialect === 'sqlite') {
    const client: { acquireConnection(): Promise<Database>; releaseConnection(connection: Database): void } =
      engine.knex.client
    const connection = await client.acquireConnection()
    const insert = connection.prepare(`insert into ${name} values (${fields.map(() => '?').join(', ')})`)
    connection.transaction(() => {
      for (const row of recordsOf(name)) insert.run(...row)
    })()
    client.releaseConnection(connection)
  } else {
    const lists = fields.map((_, place) => recordsOf(name).map((row) => row[place]))
    const columns = fields.map((field, place) => `c${place}::${declaredType(field, engine)}`)
    const given = `unnest(${fields.map((_, place) => `$${place + 1}::text[]`).join(', ')})`
    const names = fields.map((_, place) => `c${place}`)
    const sql = `insert into ${name} select ${columns.join(', ')} from ${given} as given(${names.join(', ')})`
    await engine.execute({ sql, bindings: lists })
  }
}

const fileOf = (name: TableName): string => join(DATA, 'tables', `${name}.csv.gz`)

const read = new Map<TableName, readonly (readonly string[])[]>()
/** The rows of a table's file, read once for all engines. */
function recordsOf(name: TableName): readonly (readonly string[])[] {
  const records = read.get(name) ?? parse(gunzipSync(readFileSync(fileOf(name))), { fromLine: 2 })
  read.set(name, records)
  return records
}
