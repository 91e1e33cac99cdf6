import { analyse } from '../../src/analyse/analyse.ts'
import { EMPTY_CATALOGUE } from '../../src/analyse/catalogue.ts'
import type { Plan } from '../../src/analyse/resolved.ts'
import { toBlocks } from '../../src/compiler/compile.ts'
import { countSelects } from '../../src/compiler/print-query.ts'
import { dialectOf } from '../../src/dialect/index.ts'
import { duckdb } from '../../src/engine/duckdb/index.ts'
import { mssql } from '../../src/engine/mssql/index.ts'
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { relationOf } from '../../src/frame/data-frame.ts'
import { Session, schema } from '../../src/index.ts'
import type { DialectName } from '../../src/plan/dialect-name.ts'

/** Sessions that compile and never connect. */
export const offline: Readonly<Record<DialectName, Session>> = {
  sqlite: new Session(sqlite({ file: '/nowhere/offline.db' })),
  postgres: new Session(postgres({ url: 'postgres://nobody@127.0.0.1:1/offline' })),
  duckdb: new Session(duckdb({ file: '/nowhere/offline.duckdb' })),
  mssql: new Session(mssql({ url: 'mssql://nobody@127.0.0.1:1/offline' })),
}

export const Orders = schema({
  id: 'long',
  customer_id: 'long?',
  status: 'string?',
  total: 'double?',
  placed: 'date?',
})
export const Customers = schema({ id: 'long', name: 'string', city: 'string?' })
export const Lists = schema({ id: 'long', tags: 'array<string>?' })

export const tablesOf = (session: Session) => ({
  orders: session.table('orders', Orders),
  customers: session.table('customers', Customers),
  lists: session.table('lists', Lists),
})

/** The resolved plan of a frame whose schemas are all given. */
export function planOf(frame: unknown): Plan {
  const relation = relationOf(frame)
  if (!relation) throw new Error('planOf takes a frame')
  return analyse(relation, { catalogue: EMPTY_CATALOGUE, now: new Date('2024-01-01T00:00:00Z') })
}

/** How many SELECTs a frame compiles to, subqueries of functions left out. */
export const selectsOf = (frame: unknown, dialect: DialectName = 'postgres'): number =>
  countSelects(toBlocks(planOf(frame), dialectOf(dialect)))
