import { expect, test } from 'vitest'
import {
  col,
  count,
  DatabaseError,
  DuplicateColumn,
  InvalidArgument,
  SchemaNotLoaded,
  Session,
  schema,
  sum,
  UnknownColumn,
  UnsupportedOnDialect,
} from '../../src/index.ts'
import { inEveryShop, sortedRows } from './shop.ts'

inEveryShop((shop) => {
  const dialect = () => shop.database.dialect

  test('texts are columns over the frame, which goes on as any other', async () => {
    const doubled = shop.orders
      .filter((o) => o.total.isNotNull())
      .selectExpr<{ id: number; twice: number }>('id', 'total * 2 as twice')
    expect(
      await doubled
        .filter((d) => d.twice.gt(20))
        .orderBy('id')
        .collect(),
    ).toEqual([
      { id: 1, twice: 100 },
      { id: 2, twice: 41 },
      { id: 6, twice: 200 },
    ])
    expect(await doubled.columns()).toEqual(['id', 'twice'])
    expect((await doubled.agg((d) => ({ n: count(), all: sum(d.twice) })).collect())[0]).toEqual({ n: 5, all: 369 })
    const joined = doubled.join(shop.customers, (d, c) => d.id.plus(9).eq(c.id))
    expect(await joined.select('name', 'twice').orderBy('name').collect()).toEqual([
      { name: 'Ada', twice: 100 },
      { name: 'Bob', twice: 41 },
      { name: 'Dora', twice: 14 },
    ])
  })

  test('a star, an aggregate, a column that the frame has computed and renamed', async () => {
    const net = shop.orders.select((o) => [o.id.as('nr'), o.total.minus(7).as('net')])
    expect(await net.selectExpr('*').columns()).toEqual(['nr', 'net'])
    expect(await net.selectExpr('count(*) as n', 'max(frame.net) as most').collect()).toEqual([{ n: 6, most: 93 }])
    const twice = net.selectExpr('nr + 1 as nr').selectExpr('nr * 10 as nr')
    expect(await twice.orderBy(col('nr')).take(2)).toEqual([{ nr: 20 }, { nr: 30 }])
  })

  test('text with signs that mean something to a driver', async () => {
    const signs = shop.customers.limit(1).selectExpr(`'a ? b' as q`, `'$1 :x' as "d ?" -- the rest`, `'c' as last`)
    expect(await signs.collect()).toEqual([{ q: 'a ? b', 'd ?': '$1 :x', last: 'c' }])
  })

  test('a limited frame gives its own rows', async () => {
    const first = shop.orders.orderBy('id').limit(2).selectExpr('id')
    expect(await sortedRows(first)).toEqual([[1], [2]])
    expect(await shop.orders.orderBy('id').offset(4).selectExpr('count(*) as n').collect()).toEqual([{ n: 2 }])
  })

  test('with a schema nobody is asked, and without it the text is known once it was', async () => {
    const session = new Session(shop.database.engine)
    const orders = session.table('orders', schema({ id: 'long', total: 'double?' }))
    const typed = orders.selectExpr('id', 'total * 2 as twice', schema({ id: 'long', twice: 'double?' }))
    expect(typed.toSQL().sql).toBe(
      'select "id", "twice" from (select id, total * 2 as twice from (select "id", "total" from "orders") as "frame") as "q1"',
    )
    const asked = orders.selectExpr('id')
    expect(() => asked.toSQL()).toThrow(SchemaNotLoaded)
    await asked.resolve()
    expect(asked.toSQL().sql).toContain('select id from (')
    await session.execute`delete from orders where id = -1`
    expect(() => asked.toSQL()).toThrow(SchemaNotLoaded)
    expect(await asked.count()).toBe(6)
  })

  test('over rows, kept rows and in a transaction', async () => {
    const { session } = shop
    const rows = session.createDataFrame([{ a: 1 }, { a: 2 }])
    const more = rows.selectExpr('a + 1 as b').cache()
    expect(await more.orderBy(col('b')).collect()).toEqual([{ b: 2 }, { b: 3 }])
    expect(await more.selectExpr('b * 2 as c').orderBy(col('c')).collect()).toEqual([{ c: 4 }, { c: 6 }])
    await more.unpersist()
    await session.transaction(async (tx) => {
      await tx.table('orders').selectExpr('id', 'status').write('texts_of_orders')
      expect(await tx.table('texts_of_orders').selectExpr('count(*) as n').collect()).toEqual([{ n: 6 }])
    })
  })

  test('the text that the database refuses is named', async () => {
    const wrong = shop.orders.selectExpr('id', 'totl + 1 as x', 'status')
    await expect(wrong.collect()).rejects.toThrow(DatabaseError)
    await expect(wrong.collect()).rejects.toThrow('selectExpr: the database refuses "totl + 1 as x": ')
    const hidden = shop.orders.select('id').selectExpr('total')
    await expect(hidden.collect()).rejects.toThrow('refuses "total": ')
    await expect(shop.orders.selectExpr('total +').count()).rejects.toThrow('refuses "total +": ')
    await expect(shop.orders.selectExpr('id', 'status as id').count()).rejects.toThrow(DuplicateColumn)
    const one = shop.orders.selectExpr('id as nr')
    await expect(one.select('id').count()).rejects.toThrow(UnknownColumn)
  })

  test('what it takes, and where it cannot go', () => {
    const orders = shop.orders as unknown as { selectExpr(...texts: unknown[]): unknown }
    expect(() => orders.selectExpr()).toThrow('selectExpr takes at least one text')
    expect(() => orders.selectExpr(' ')).toThrow(InvalidArgument)
    expect(() => orders.selectExpr(shop.orders.id)).toThrow('selectExpr takes SQL texts, not a column')
    const typed = shop.orders.selectExpr('id', schema({ id: 'long' }))
    const other = dialect() === 'sqlite' ? 'postgres' : 'sqlite'
    expect(() => typed.toSQL({ dialect: other })).toThrow(UnsupportedOnDialect)
  })
})
