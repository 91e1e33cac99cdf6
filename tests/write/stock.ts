import { beforeEach } from 'vitest'
import { Session, schema } from '../../src/index.ts'
import type { TestDatabase } from '../support/databases.ts'
import { rows, run } from './writing.ts'

export const Stock = schema({ id: 'long?', region: 'string?', qty: 'long?' })
export type Row = [id: number | null, region: string | null, qty: number | null]

/** The table `t` of a suite, which each test finds gone with all that hangs on it, and frames of its rows. */
export function stockOn(database: TestDatabase) {
  beforeEach(async () => {
    await run(database, 'DROP VIEW IF EXISTS total')
    for (const name of ['child', 't']) await run(database, `DROP TABLE IF EXISTS ${name}`)
  })

  const session = () => new Session(database.engine)
  return {
    session,
    stock: (...all: Row[]) =>
      session().createDataFrame(
        all.map(([id, region, qty]) => ({ id, region, qty })),
        Stock,
      ),
    found: (sql = 'SELECT id, region, qty FROM t ORDER BY id, region') => rows(database, sql),
  }
}
