import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  col,
  DatabaseError,
  InvalidArgument,
  InvalidValue,
  SchemaNotLoaded,
  Session,
  schema,
  sum,
  TableExists,
} from '../../src/index.ts'
import { inEveryShop, sortedRows, valuesOf } from './shop.ts'

inEveryShop((shop) => {
  describe('actions', () => {
    test('count, first, take, isEmpty, columns', async () => {
      const { orders } = shop
      const none = orders.filter((o) => o.id.gt(100))
      expect([
        await orders.count(),
        await none.count(),
        await orders.distinct().count(),
        await orders.limit(2).count(),
      ]).toEqual([6, 0, 6, 2])
      expect([await orders.isEmpty(), await none.isEmpty(), await orders.limit(0).isEmpty()]).toEqual([
        false,
        true,
        true,
      ])
      expect(await orders.orderBy('id').select('id').first()).toEqual({ id: 1 })
      expect(await none.first()).toBeNull()
      expect(await orders.orderBy('id').select('id').take(2)).toEqual([{ id: 1 }, { id: 2 }])
      expect(await orders.take(0)).toEqual([])
      expect(await orders.columns()).toEqual(['id', 'customer_id', 'status', 'total', 'placed'])
    })

    test('untyped is a table by any name', async () => {
      const orders = shop.session.untyped('orders')
      expect(await orders.filter(orders.id.gt(5)).select('id').collect()).toEqual([{ id: 6 }])
    })

    test('head is first and take', async () => {
      const inOrder = shop.orders.orderBy('id').select('id')
      expect(await inOrder.head()).toEqual({ id: 1 })
      expect(await inOrder.head(2)).toEqual([{ id: 1 }, { id: 2 }])
      expect(await inOrder.filter((o) => o.id.gt(9)).head()).toBeNull()
    })

    test('tail gives the last rows, in order', async () => {
      const { orders } = shop
      const ids = async (rows: Promise<{ id: number }[]>) => (await rows).map(({ id }) => id)
      expect(await ids(orders.orderBy('id').tail(2))).toEqual([5, 6])
      expect(await ids(orders.orderBy(orders.id.desc()).select('id').tail(2))).toEqual([2, 1])
      expect(await ids(orders.orderBy('total', 'id').tail(3))).toEqual([2, 1, 6])
      expect(await ids(orders.orderBy(orders.total.desc(), orders.id).tail(2))).toEqual([5, 3])
      expect(await ids(orders.orderBy(orders.total.ascNullsLast(), orders.id).tail(2))).toEqual([6, 3])
      expect(await ids(orders.orderBy('id').limit(4).tail(2))).toEqual([3, 4])
      expect(await ids(orders.orderBy('id').offset(4).tail(9))).toEqual([5, 6])
      expect(
        await ids(
          orders
            .orderBy('status', 'id')
            .filter((o) => o.id.lt(4))
            .tail(2),
        ),
      ).toEqual([1, 3])
      expect(await orders.orderBy('id').tail(0)).toEqual([])
      expect(await orders.select('status').distinct().orderBy('status').tail(1)).toEqual([{ status: 'paid' }])
      await expect(orders.tail(1)).rejects.toThrow('tail: the rows have no order')
      await expect(orders.orderBy('id').groupBy('status').count().tail(1)).rejects.toThrow(InvalidArgument)
      expect(() => orders.tail(-1)).toThrow('tail takes a whole number of rows from 0')
    })

    test('dtypes are names and types as schemas write them', async () => {
      expect(await shop.orders.select((o) => [o.id, o.placed, o.total.cast('decimal(9,2)').as('p')]).dtypes()).toEqual([
        ['id', 'long'],
        ['placed', 'date'],
        ['p', 'decimal(9,2)'],
      ])
    })

    test('values have their JavaScript types', async () => {
      expect(await shop.session.table('orders').orderBy(col('id')).first()).toEqual({
        id: 1,
        customer_id: 10,
        status: 'paid',
        total: 50,
        placed: '2024-01-05',
      })
    })

    test('for await gives rows one by one, and may stop', async () => {
      const seen: number[] = []
      for await (const row of shop.orders.orderBy('id')) {
        seen.push(row.id)
        if (row.id === 4) break
      }
      expect(seen).toEqual([1, 2, 3, 4])
      expect(await shop.orders.count()).toBe(6)
    })

    test('a closed session says so', async () => {
      let kept: Session | undefined
      await shop.session.transaction(async (tx) => {
        kept = tx
      })
      const frame = (kept as unknown as Session).table('orders')
      await expect(frame.count()).rejects.toThrow('the session is closed')
      const iterate = async () => {
        for await (const _ of frame) break
      }
      await expect(iterate()).rejects.toThrow('the session is closed')
    })
  })

  describe('createDataFrame', () => {
    test('types follow from the values, or from a schema', async () => {
      const { session } = shop
      const frame = session.createDataFrame([
        { i: 1, d: 1.5, s: 'x', b: true, t: new Date('2024-01-01T10:00:00Z'), n: null, u: new Uint8Array([1, 255]) },
        { i: 2, d: 2, s: null, b: false, t: new Date('1969-12-31T23:59:59.999Z'), n: 3, u: new Uint8Array() },
      ])
      expect(await frame.orderBy('i').collect()).toEqual([
        { i: 1, d: 1.5, s: 'x', b: true, t: new Date('2024-01-01T10:00:00Z'), n: null, u: new Uint8Array([1, 255]) },
        { i: 2, d: 2, s: null, b: false, t: new Date('1969-12-31T23:59:59.999Z'), n: 3, u: new Uint8Array() },
      ])
      expect(await session.createDataFrame([], schema({ a: 'int' })).collect()).toEqual([])
      expect(
        await session
          .createDataFrame([{ a: 1 }, {}] as { a?: number }[])
          .orderBy('a')
          .collect(),
      ).toEqual([{ a: null }, { a: 1 }])
    })

    test('ten thousand rows', async () => {
      const rows = Array.from({ length: 10_000 }, (_, n) => ({ n, s: `row ${n}` }))
      const frame = shop.session.createDataFrame(rows)
      expect(await frame.agg((r) => ({ all: sum(r.n) })).collect()).toEqual([{ all: 49_995_000 }])
      expect(frame.toSQL().bindings.length).toBeLessThan(10)
    })

    test('what it refuses, before any SQL', () => {
      const make = (rows: unknown, fields?: unknown) => () =>
        shop.session.createDataFrame(rows as never, fields as never)
      expect(make([])).toThrow('createDataFrame of no rows needs a schema')
      expect(make('abc')).toThrow(InvalidArgument)
      expect(make([1])).toThrow('row 1 is 1')
      expect(make([{ a: null }])).toThrow('nothing tells the type of the column "a"')
      expect(make([{ a: 1 }, { a: 'x' }])).toThrow('row 2 has a string where rows before have a long')
      expect(make([{ a: () => 1 }])).toThrow(InvalidValue)
      expect(make([{ a: 1, bb: 2 }], schema({ a: 'int', b: 'int?' }))).toThrow(
        'row 1 has a column "bb" that the schema has not',
      )
      expect(make([{}], schema({ a: 'int' }))).toThrow('row 1 has no value for "a", which cannot be NULL')
      expect(make([{ a: 1 }], { a: 'int' })).toThrow('takes a schema as second argument')
    })
  })

  describe('what is printed', () => {
    const printed: string[] = []
    beforeEach(() => {
      printed.length = 0
      vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text))
    })
    afterEach(() => {
      vi.restoreAllMocks()
    })
    const shownBy = async (action: Promise<void>): Promise<string> => {
      await action
      return printed.join('\n')
    }

    test('show: cells to the right, NULLs, doubles as Spark writes them', async () => {
      expect(await shownBy(shop.orders.orderBy('id').show(3))).toBe(`+---+-----------+------+-----+----------+
| id|customer_id|status|total|    placed|
+---+-----------+------+-----+----------+
|  1|         10|  paid| 50.0|2024-01-05|
|  2|         10|  open| 20.5|2024-01-06|
|  3|         11|  paid| NULL|2024-02-01|
+---+-----------+------+-----+----------+
only showing top 3 rows`)
    })

    test('show: exactly as many rows as there are says nothing more; none shows the header', async () => {
      const { session } = shop
      const one = session.createDataFrame([{ a: 1 }])
      expect(await shownBy(one.show(1))).toBe('+---+\n|  a|\n+---+\n|  1|\n+---+')
      printed.length = 0
      expect(await shownBy(one.filter((r) => r.a.gt(1)).show())).toBe('+---+\n|  a|\n+---+\n+---+')
      printed.length = 0
      expect(await shownBy(one.union(one).show(1))).toMatch(/only showing top 1 row$/)
    })

    test('show: long cells are cut, wide characters take two places, lines stay lines', async () => {
      const frame = shop.session.createDataFrame([
        { n: 1, text: 'abcdefghijklmnopqrstuvwxyz' },
        { n: 2, text: '漢字' },
        { n: 3, text: 'a\nb\tc' },
        { n: 4, text: '😀' },
      ])
      expect(await shownBy(frame.orderBy('n').show())).toBe(`+---+--------------------+
|  n|                text|
+---+--------------------+
|  1|abcdefghijklmnopq...|
|  2|                漢字|
|  3|             a\\nb\\tc|
|  4|                  😀|
+---+--------------------+`)
      printed.length = 0
      expect(
        await shownBy(frame.orderBy('n').limit(2).show({ truncate: false })),
      ).toBe(`+---+--------------------------+
|n  |text                      |
+---+--------------------------+
|1  |abcdefghijklmnopqrstuvwxyz|
|2  |漢字                      |
+---+--------------------------+`)
      printed.length = 0
      expect(await shownBy(frame.orderBy('n').show({ rows: 1, truncate: 5 }))).toBe(`+---+-----+
|  n| text|
+---+-----+
|  1|ab...|
+---+-----+
only showing top 1 row`)
    })

    test('show: booleans, decimals, timestamps, bytes', async () => {
      const frame = shop.session.createDataFrame(
        [{ b: true, d: '12.50', t: '2024-02-29T12:30:00Z', y: new Uint8Array([1, 171]) }] as never[],
        schema({ b: 'boolean', d: 'decimal(5,2)', t: 'timestamp', y: 'binary' }),
      )
      expect(await shownBy(frame.show())).toBe(`+----+-----+-------------------+-------+
|   b|    d|                  t|      y|
+----+-----+-------------------+-------+
|true|12.50|2024-02-29 12:30:00|[01 AB]|
+----+-----+-------------------+-------+`)
    })

    test('printSchema', async () => {
      const joined = shop.customers.join(shop.orders, (c, o) => c.id.eq(o.customer_id), 'left')
      expect(await shownBy(joined.select('id', 'city', 'id_right', 'placed').printSchema())).toBe(`root
 |-- id: long (nullable = false)
 |-- city: string (nullable = true)
 |-- id_right: long (nullable = true)
 |-- placed: date (nullable = true)`)
    })

    test('explain shows the SQL, its bindings, and how the database means to run it', async () => {
      const text = await shownBy(shop.orders.filter((o) => o.status.eq('paid')).explain())
      expect(text).toContain('== SQL ==\nselect "id", "customer_id", "status", "total", "placed" from "orders" where')
      expect(text).toContain('== Bindings ==\n1: "paid"')
      expect(text).toMatch(/== Plan of (SQLite|PostgreSQL|DuckDB) ==\n.*orders/s)
    })
  })

  describe('doors to plain SQL', () => {
    test('toSQL needs to know the columns', async () => {
      const frame = shop.session.table('customers').filter(col('id').eq(11))
      const fresh = new Session(shop.database.engine).table('customers').filter(col('id').eq(11))
      expect(() => fresh.toSQL()).toThrow(SchemaNotLoaded)
      expect(() => fresh.toKnex()).toThrow('the columns of customers are not known yet')
      expect((await fresh.resolve()).toSQL().sql).toMatch(/^select "id", "name", "city" from "customers" where/)
      expect((await frame.resolve()).toSQL().bindings).toHaveLength(1)
    })

    test('toKnex goes on in Knex, fromKnex comes back', async () => {
      const { session, customers, database } = shop
      const builder = customers.filter((c) => c.city.eq('Bern')).toKnex()
      const rows = (await builder.clone().orderBy('name', 'desc').limit(1)) as { name: string }[]
      expect(rows.map((row) => row.name)).toEqual(['Dora'])
      const { knex } = database.engine
      const counted = session.fromKnex<{ city: string; n: number }>(
        knex('customers').select('city').count('* as n').where('name', '<>', 'What?').groupBy('city'),
      )
      expect(
        await counted
          .filter((c) => c.n.gt(1))
          .select('city')
          .collect(),
      ).toEqual([{ city: 'Bern' }])
      expect(await counted.columns()).toEqual(['city', 'n'])
      expect(() => session.fromKnex('select 1' as never)).toThrow(
        "fromKnex takes a Knex builder, not the string 'select 1'",
      )
    })

    test('sql: values become bindings, question marks stay', async () => {
      const { session } = shop
      const evil = "x'; DROP TABLE orders; --"
      const frame = session.sql<{ id: number; mark: string }>`
        select id, 'what?' as mark from orders where status = ${'paid'} and id > ${1} and status <> ${evil};`
      expect(await frame.filter((f) => f.id.lt(4)).collect()).toEqual([{ id: 3, mark: 'what?' }])
      expect(frame.toSQL().sql).not.toContain('DROP')
      expect(await frame.join(shop.orders, 'id').count()).toBe(2)
      expect(() => session.sql`select ${undefined}`).toThrow('value 1 of the template is undefined')
      expect(() => session.sql`select ${[1, 2]}`).toThrow(InvalidArgument)
      expect(() => (session.sql as unknown as (text: string) => unknown)('select 1')).toThrow('sql is a template tag')
    })

    test('execute tells how many rows it touched', async () => {
      const { session } = shop
      await session.execute`CREATE TABLE notes (id integer, note text)`
      expect(await session.execute`INSERT INTO notes VALUES (1, 'why?'), (${2}, ${"it's"})`).toEqual({
        rowsAffected: 2,
      })
      expect(await session.execute`UPDATE notes SET note = 'what?' WHERE id > ${0}`).toEqual({ rowsAffected: 2 })
      expect(await session.table('notes').collect()).toEqual([
        { id: 1, note: 'what?' },
        { id: 2, note: 'what?' },
      ])
      await expect(session.execute`INSERT INTO nothing VALUES (1)`).rejects.toThrow(DatabaseError)
    })
  })

  describe('transactions', () => {
    test('all or nothing', async () => {
      const { session } = shop
      const frame = (tx: Session, n: number) => tx.createDataFrame([{ n }])
      await session.transaction(async (tx) => {
        await frame(tx, 1).write('ledger')
        await frame(tx, 2).write('ledger', { mode: 'append' })
      })
      expect(await session.table('ledger').count()).toBe(2)
      const failing = session.transaction(async (tx) => {
        await frame(tx, 3).write('ledger', { mode: 'append' })
        await frame(tx, 4).write('unborn')
        expect(await tx.table('ledger').count()).toBe(3)
        throw new Error('enough')
      })
      await expect(failing).rejects.toThrow('enough')
      expect(await session.table('ledger').count()).toBe(2)
      await expect(session.table('unborn').count()).rejects.toThrow('there is no table or view "unborn"')
    })
  })

  describe('writes through frames', () => {
    test('each mode', async () => {
      const { session, orders } = shop
      const paid = orders.filter((o) => o.status.eq('paid')).select('id', 'total', 'placed')
      expect(await paid.write('paid')).toMatchObject({ rowsInserted: 3 })
      await expect(paid.write('paid')).rejects.toThrow(TableExists)
      expect(await paid.write('paid', { mode: 'ignore' })).toMatchObject({ rowsInserted: 0 })
      expect(await paid.write('paid', { mode: 'append' })).toMatchObject({ rowsInserted: 3 })
      expect(await session.table('paid').count()).toBe(6)
      expect(await paid.limit(1).write('paid', { mode: 'overwrite' })).toMatchObject({ rowsInserted: 1 })
      expect(await session.table('paid').columns()).toEqual(['id', 'total', 'placed'])
      expect(await session.table('paid').count()).toBe(1)
      await expect(paid.write('paid', { mode: 'replace' as never })).rejects.toThrow(
        "write: mode is the string 'replace'",
      )
      await expect(paid.write('paid', { mod: 'append' } as never)).rejects.toMatchObject({
        hint: 'Did you mean "mode"?',
      })
    })

    test('types and NULLs survive', async () => {
      const { session } = shop
      const given = session.createDataFrame(
        [
          { b: true, i: 1, d: '0.10', day: '2024-02-29', at: new Date('2024-02-29T23:30:00Z'), s: 'ä' },
          { b: null, i: 2, d: null, day: null, at: null, s: null },
        ] as never[],
        schema({ b: 'boolean?', i: 'int', d: 'decimal(8,2)?', day: 'date?', at: 'timestamp?', s: 'string?' }),
      )
      await given.write('kinds')
      expect(await session.table('kinds').orderBy(col('i')).collect()).toEqual([
        { b: true, i: 1, d: '0.10', day: '2024-02-29', at: new Date('2024-02-29T23:30:00Z'), s: 'ä' },
        { b: null, i: 2, d: null, day: null, at: null, s: null },
      ])
    })

    test('over the table that it reads', async () => {
      const { session } = shop
      await session.createDataFrame([{ n: 1 }, { n: 2 }]).write('growing')
      const growing = () => session.table('growing', schema({ n: 'long' }))
      await growing()
        .union(growing().withColumn('n', (g) => g.n.plus(10)))
        .write('growing', { mode: 'overwrite' })
      expect(await sortedRows(growing())).toEqual([[11], [12], [1], [2]])
      await growing()
        .filter((g) => g.n.gt(10))
        .write('growing', { mode: 'append' })
      expect(await growing().count()).toBe(6)
    })

    test('a view follows its tables', async () => {
      const { session, customers } = shop
      await customers.filter((c) => c.city.eq("Be'rn?")).writeView('bernese')
      expect(await session.table('bernese').count()).toBe(0)
      await customers.filter((c) => c.city.eq('Bern')).writeView('bernese')
      expect(await valuesOf(session.table('bernese').orderBy(col('id')), 'name')).toEqual(['Ada', 'Dora'])
    })
  })

  test('tables by schema and in quotes', async () => {
    const { session, database } = shop
    const home = database.dialect === 'postgres' ? 'public' : 'main'
    expect(await session.table(`${home}.orders`).count()).toBe(6)
    expect(await session.table(`"${home}"."orders"`).count()).toBe(6)
    expect(await new Session(database.engine, { schema: home }).table('orders').count()).toBe(6)
    await session.createDataFrame([{ n: 1 }]).write('"a.b"')
    expect(
      await session
        .table('"a.b"')
        .join(session.table(`${home}."a.b"`), 'n')
        .count(),
    ).toBe(1)
    expect(() => session.table('a.b.c')).toThrow('is no name of a table')
  })
})
