import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { InvalidArgument, Session, schema, sum } from '../../src/index.ts'
import { isKeptTable } from '../../src/session/keep/table-names.ts'
import { bundleScript } from '../support/bundle-script.ts'
import { startChild } from '../support/child.ts'
import { onEveryEngine, type TestDatabase } from '../support/databases.ts'

const Item = schema({ id: 'long', kind: 'string?', amount: 'double?' })
const ITEMS = [
  { id: 1, kind: 'a', amount: 5 },
  { id: 2, kind: 'b', amount: null },
  { id: 3, kind: 'a', amount: 7 },
]

/** Names of the tables in which rows are kept now. */
async function keptTables({ engine }: TestDatabase): Promise<readonly string[]> {
  return (await engine.listTables(undefined)).map(({ name }) => name).filter(isKeptTable)
}

/** A session that is closed, and leaves the engine open. */
async function inSession<T>({ engine }: TestDatabase, body: (session: Session) => Promise<T>): Promise<T> {
  const session = new Session({ ...engine, knex: engine.knex, close: async () => {} })
  try {
    return await body(session)
  } finally {
    await session.close()
  }
}

onEveryEngine((database) => {
  beforeEach(async () => {
    await new Session(database.engine).createDataFrame(ITEMS, Item).write('items', { mode: 'overwrite' })
  })
  afterEach(async () => {
    expect(await keptTables(database)).toEqual([])
  })
  const more = (session: Session) =>
    session.createDataFrame([{ id: 9, kind: 'z', amount: 1 }], Item).write('items', { mode: 'append' })

  test('nothing is kept before an action, then the source is read no more', () =>
    inSession(database, async (session) => {
      const items = session.table('items', Item)
      const cached = items.filter((i) => i.id.gt(1)).cache()
      expect(await keptTables(database)).toEqual([])
      expect(await cached.columns()).toEqual(['id', 'kind', 'amount'])
      expect(await keptTables(database)).toEqual([])
      expect(await cached.count()).toBe(2)
      expect(await keptTables(database)).toHaveLength(1)
      await more(session)
      expect(await items.count()).toBe(4)
      expect(await cached.count()).toBe(2)
      expect(await cached.orderBy('id').collect()).toEqual(ITEMS.slice(1))
      await session.execute`DROP TABLE items`
      expect(await cached.count()).toBe(2)
      expect(
        await cached
          .groupBy('kind')
          .agg((c) => ({ n: sum(c.amount) }))
          .orderBy('kind')
          .collect(),
      ).toEqual([
        { kind: 'a', n: 7 },
        { kind: 'b', n: null },
      ])
    }))

  test('a call of cache that stands alone marks the frame, also for frames made of it before', () =>
    inSession(database, async (session) => {
      const items = session.table('items', Item)
      const big = items.filter((i) => i.amount.gt(5))
      items.cache()
      expect(await items.count()).toBe(3)
      await more(session)
      await session.execute`UPDATE items SET amount = 100`
      expect(await big.count()).toBe(1)
      expect(await session.table('items', Item).count()).toBe(4)
    }))

  test('columns of older frames, self-joins, and SQL that reads the kept table', () =>
    inSession(database, async (session) => {
      const items = session.table('items', Item)
      const doubled = items.withColumn('twice', (i) => i.amount.times(2))
      const cached = doubled.filter((i) => i.id.lt(3)).cache()
      expect(cached.toSQL().sql).toContain('"items"')
      await cached.count()
      expect(cached.toSQL().sql).toMatch(/from "millrace_kept_\w+"$/)
      expect(await cached.filter(items.kind.eq('a')).select(doubled.twice).collect()).toEqual([{ twice: 10 }])
      expect(await cached.join(items, 'id').count()).toBe(2)
      expect(
        await cached
          .join(cached.alias('other'), (a, b) => a.id.lt(b.id))
          .select('id', 'id_right')
          .collect(),
      ).toEqual([{ id: 1, id_right: 2 }])
      expect(await cached.union(cached).count()).toBe(4)
      await cached.write('copy', { mode: 'overwrite' })
      expect(await session.catalog.listColumns('copy')).toEqual([
        { name: 'id', type: 'long', nullable: false },
        { name: 'kind', type: 'string', nullable: true },
        { name: 'amount', type: 'double', nullable: true },
        { name: 'twice', type: 'double', nullable: true },
      ])
      expect((await session.catalog.listTables()).map(({ name }) => name)).toEqual(['copy', 'items'])
      await expect(session.table('itemz').count()).rejects.toMatchObject({ hint: expect.not.stringContaining('kept') })
    }))

  test('an order that the frame had goes on', () =>
    inSession(database, async (session) => {
      const sorted = session
        .range(200)
        .orderBy((n) => n.id.desc())
        .limit(100)
        .cache()
      expect((await sorted.take(2)).map((row) => row.id)).toEqual([199, 198])
      expect((await sorted.collect()).map((row) => row.id).slice(0, 3)).toEqual([199, 198, 197])
      expect(sorted.toSQL().sql).toContain('order by "id" desc')
    }))

  test('a kept frame of kept frames', () =>
    inSession(database, async (session) => {
      const inner = session.table('items', Item).cache()
      const outer = inner.filter((i) => i.kind.eq('a')).cache()
      expect(await outer.count()).toBe(2)
      expect(await keptTables(database)).toHaveLength(2)
      await more(session)
      expect([await inner.count(), await outer.count()]).toEqual([3, 2])
      await inner.unpersist()
      expect([await inner.count(), await outer.count()]).toEqual([4, 2])
      expect(await keptTables(database)).toHaveLength(1)
    }))

  test('unpersist drops the rows, and later actions compute again', () =>
    inSession(database, async (session) => {
      const cached = session.table('items', Item).cache()
      expect(await cached.count()).toBe(3)
      await more(session)
      await cached.unpersist()
      expect(await keptTables(database)).toEqual([])
      expect(await cached.count()).toBe(4)
      expect(await keptTables(database)).toEqual([])
      cached.cache()
      await Promise.all([cached.count(), cached.unpersist()])
      await cached.unpersist()
    }))

  test('many actions at once compute it once, and whoever reads it may finish', () =>
    inSession(database, async (session) => {
      const cached = session.range(2000).cache()
      expect(new Set(await Promise.all(Array.from({ length: 6 }, () => cached.count())))).toEqual(new Set([2000]))
      expect(await keptTables(database)).toHaveLength(1)
      let seen = 0
      for await (const row of cached) {
        seen += row.id >= 0 ? 1 : 0
        if (seen === 1 && database.dialect !== 'sqlite') await cached.unpersist()
      }
      expect(seen).toBe(2000)
    }))

  test('a failed computation is forgotten', () =>
    inSession(database, async (session) => {
      const cached = session
        .table('items', Item)
        .select((i) => [i.kind.cast('int').as('n')])
        .cache()
      await expect(cached.count()).rejects.toThrow()
      expect(await keptTables(database)).toEqual([])
      await session.execute`UPDATE items SET kind = '4'`
      expect(await cached.collect()).toEqual([{ n: 4 }, { n: 4 }, { n: 4 }])
    }))

  test('a view of a kept frame is one of its query', () =>
    inSession(database, async (session) => {
      const cached = session
        .table('items', Item)
        .filter((i) => i.id.gt(1))
        .cache()
      expect(await cached.count()).toBe(2)
      await cached.writeView('some_items')
      await more(session)
      expect(await session.table('some_items').count()).toBe(3)
      await session.execute`DROP VIEW some_items`
    }))

  test('in a transaction: what it keeps goes with it, what was kept is there', () =>
    inSession(database, async (session) => {
      const before = session.table('items', Item).cache()
      expect(await before.count()).toBe(3)
      await session.transaction(async (tx) => {
        await more(tx)
        const inside = tx.table('items', Item).cache()
        expect(await inside.count()).toBe(4)
        await more(tx)
        expect([await inside.count(), await tx.table('items').count()]).toEqual([4, 5])
        expect(await inside.join(before, 'id').count()).toBe(3)
      })
      expect(await keptTables(database)).toHaveLength(1)
      const failing = session.transaction(async (tx) => {
        expect(await tx.table('items', Item).cache().count()).toBe(5)
        throw new Error('enough')
      })
      await expect(failing).rejects.toThrow('enough')
      expect(await keptTables(database)).toHaveLength(1)
      expect(await before.count()).toBe(3)
    }))

  test('a closed session keeps nothing', async () => {
    const kept = await inSession(database, async (session) => {
      const cached = session.range(3).cache()
      expect(await cached.count()).toBe(3)
      return cached
    })
    await expect(kept.count()).rejects.toThrow(InvalidArgument)
  })

  test('recording runs nothing', async () => {
    const told: string[] = []
    const session = new Session(database.engine, { record: ({ what }) => told.push(what) })
    expect(await session.table('items', Item).cache().collect()).toEqual([])
    expect(told).toEqual(['collect()'])
    expect(await keptTables(database)).toEqual([])
  })
})

describe('a killed process', () => {
  let script: string
  beforeAll(async () => {
    script = await bundleScript('tests/engines/caching-child.ts')
  })
  onEveryEngine((database) => {
    test('leaves rows that the next session clears away, and no others', async () => {
      // DuckDB lets one process open a file.
      await database.engine.close()
      const child = startChild(script, database.dialect, JSON.stringify(database.options))
      expect(await child.message()).toBe('kept')
      if (database.dialect !== 'duckdb') {
        await inSession(database, async (session) => {
          expect(await session.range(2).cache().count()).toBe(2)
          expect(await keptTables(database)).toHaveLength(2)
        })
        expect(await keptTables(database)).toHaveLength(1)
      }
      await child.kill()
      expect(await keptTables(database)).toHaveLength(1)
      // A server takes its time to see that a client is gone: until then the rows are still somebody's.
      await expect
        .poll(
          async () => {
            await inSession(database, async (session) => {
              expect(await session.range(2).cache().count()).toBe(2)
            })
            return keptTables(database)
          },
          { timeout: 10_000 },
        )
        .toEqual([])
    })
  })
})
