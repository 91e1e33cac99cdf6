import { describe, expect, test } from 'vitest'
import {
  and,
  col,
  count,
  countDistinct,
  InvalidArgument,
  lit,
  MillraceError,
  MisplacedAggregate,
  rowNumber,
  sum,
  TypeMismatch,
  UnknownTable,
  Window,
  when,
} from '../../src/index.ts'
import { inEveryShop } from './shop.ts'

/** What a call threw, or what its promise was rejected with. */
async function errorOf(call: () => unknown): Promise<MillraceError> {
  try {
    await call()
  } catch (error) {
    expect(error).toBeInstanceOf(MillraceError)
    return error as MillraceError
  }
  throw new Error('nothing was thrown')
}

inEveryShop((shop) => {
  /** Frames and functions as plain JavaScript sees them. */
  // biome-ignore lint/suspicious/noExplicitAny: nothing else can be as wrong as a program without types
  const loose = (): any => shop.orders

  test('an unknown table: the nearest name and the list, and the next look finds it', async () => {
    const error = await errorOf(() => shop.session.table('order').count())
    expect(error).toBeInstanceOf(UnknownTable)
    expect(error.message).toBe('there is no table or view "order"')
    expect(error.hint).toContain('Did you mean "orders"?')
    expect(error.hint).toContain('customers')
    await shop.session.execute`CREATE VIEW late AS SELECT id FROM orders`
    expect(await shop.session.table('late').count()).toBe(6)
  })

  test('a column that came after the first look is found', async () => {
    const { session } = shop
    await session.execute`CREATE TABLE grows (a integer)`
    expect(await session.table('grows').columns()).toEqual(['a'])
    await shop.database.engine.execute({ sql: 'ALTER TABLE grows ADD COLUMN b integer', bindings: [] })
    expect(await session.table('grows').select('b').collect()).toEqual([])
  })

  test('an unknown column, in every verb, before any SQL', async () => {
    const verbs = {
      select: () => loose().select('totl'),
      filter: () => loose().filter(col('totl').gt(1)),
      withColumns: () => loose().withColumn('x', col('totl').plus(1)),
      rename: () => loose().rename({ totl: 'x' }),
      drop: () => loose().drop('totl'),
      sort: () => loose().orderBy('totl'),
      groupBy: () => loose().groupBy('totl').count(),
      agg: () => loose().agg({ s: sum(col('totl') as never) }),
      over: () => loose().withColumn('n', rowNumber().over(Window.orderBy(col('totl')))),
    }
    for (const [verb, frame] of Object.entries(verbs)) {
      const error = await errorOf(() => frame().collect())
      expect([verb, error.name, error.hint]).toEqual([
        verb,
        'UnknownColumn',
        expect.stringContaining('Did you mean "total"?'),
      ])
      expect(error.message).toContain('no column "totl" in orders')
    }
  })

  test('a schema that names a column which the table has not', async () => {
    const error = await errorOf(() => shop.session.table('customers', { ...{} } as never).count())
    expect(error.hint).toBe("write schema({ id: 'long', note: 'string?' })")
  })

  describe('a string where a column belongs', () => {
    const calls: Record<string, [() => unknown, string]> = {
      sum: [() => sum('amount' as never), 'write sum(col("amount"))'],
      countDistinct: [() => countDistinct('amount' as never), 'write countDistinct(col("amount"))'],
      withColumn: [() => loose().withColumn('x', 'total'), 'write col("total") for the column'],
      agg: [() => loose().agg({ n: 'total' }), 'write col("total") for the column'],
      filter: [() => loose().filter('total > 1'), 'a condition is a column'],
      when: [() => when('total' as never, 1), 'a condition is a column'],
      and: [() => and('a' as never), ''],
      window: [() => Window.partitionBy('status' as never), 'write col("status")'],
    }
    for (const [name, [call, hint]] of Object.entries(calls)) {
      test(name, async () => {
        const error = await errorOf(call)
        expect(error).toBeInstanceOf(InvalidArgument)
        expect(error.hint ?? '').toContain(hint)
      })
    }
  })

  test('values of the wrong kind name themselves', async () => {
    const calls: Record<string, () => unknown> = {
      'filter takes a condition, not 1': () => loose().filter(1),
      'filter takes a condition, not true': () => loose().filter(true),
      'filter takes at least one condition': () => loose().filter(),
      'eq takes a column or a value, not undefined': () => loose().total.eq(undefined),
      'gt takes a column or a value, not a function': () => loose().total.gt(() => 1),
      'isin takes an array of values, not 3': () => loose().total.isin(3),
      'select takes at least one column': () => loose().select(),
      'select takes names and columns, not 3': () => loose().select(3),
      'select: a computed column needs a name': () => loose().select(loose().total.plus(1)),
      'limit takes a whole number of rows from 0, not -1': () => loose().limit(-1),
      'limit takes a whole number of rows from 0, not 1.5': () => loose().limit(1.5),
      "offset takes a whole number of rows from 0, not the string '2'": () => loose().offset('2'),
      'orderBy takes at least one key': () => loose().orderBy(),
      'withColumn takes a name first, not 3': () => loose().withColumn(3, lit(1)),
      'union takes another frame, not undefined': () => loose().union(undefined),
      'as takes a name, not 3': () => loose().total.as(3),
      'agg takes at least one aggregate': () => loose().agg({}),
      'alias takes a name, not undefined': () => loose().alias(),
      'a column has no JavaScript value: it stands for a value in the database': () => `${loose().total}`,
      'write takes the name of a table, not undefined': () => loose().write(),
    }
    for (const [message, call] of Object.entries(calls)) expect((await errorOf(call)).message).toContain(message)
  })

  test('types that do not meet', async () => {
    const frame = loose()
    const calls = [
      () => frame.filter(frame.total.eq('paid')).collect(),
      () => frame.filter(frame.status.gt(3)).collect(),
      () => frame.withColumn('x', frame.status.plus(1)).collect(),
      () => frame.filter(frame.total).collect(),
      () => frame.withColumn('x', frame.placed.minus(frame.placed)).collect(),
    ]
    for (const call of calls) expect(await errorOf(call)).toBeInstanceOf(TypeMismatch)
  })

  test('aggregates and windows where they have no meaning', async () => {
    const frame = loose()
    const { total } = frame
    const calls = {
      'an aggregate among columns': () => frame.select('id', sum(total).as('s')).collect(),
      'an aggregate in withColumn': () => frame.withColumn('s', sum(total)).collect(),
      'a plain column in agg': () => frame.agg({ t: total }).collect(),
      'an aggregate as group key': () => frame.groupBy(sum(total).as('s')).count().collect(),
      'an aggregate of an aggregate': () => frame.agg({ s: sum(sum(total) as never) }).collect(),
      'a window function without a window': () => frame.withColumn('n', rowNumber()).collect(),
      'a window function without a window in filter': () =>
        frame.filter((rowNumber() as never as typeof total).eq(1)).collect(),
      'a window function without an order': () =>
        frame.withColumn('n', rowNumber().over(Window.partitionBy(total))).collect(),
      'a window in agg': () => frame.agg({ n: sum(total).over(Window.partitionBy(total)) }).collect(),
    }
    for (const [mistake, call] of Object.entries(calls))
      expect([mistake, (await errorOf(call)).name]).toEqual([mistake, MisplacedAggregate.name])
  })

  test('a sort order is no value', async () => {
    expect((await errorOf(() => loose().withColumn('x', loose().total.desc()))).message).toContain('needs a column')
    expect((await errorOf(() => loose().filter(loose().total.desc()))).message).toContain('not a sort order')
  })

  test('nothing that was refused has touched the tables', async () => {
    expect([await shop.orders.count(), await shop.customers.count()]).toEqual([6, 4])
    expect(await shop.orders.agg(() => ({ n: count() })).collect()).toEqual([{ n: 6 }])
  })
})
