/** rand and uuid: what is drawn is drawn once for each row, however often it is read. */
import { expect, test } from 'vitest'
import {
  count,
  lit,
  max,
  min,
  rand,
  rowNumber,
  Session,
  sum,
  UnsupportedOnDialect,
  uuid,
  Window,
  when,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'

onEveryEngine((database) => {
  const numbers = (rows = 200) => new Session(database.engine).range(rows)
  const drawn = (rows?: number) => numbers(rows).withColumn('lot', rand())

  test('numbers from 0 to below 1, another for each row and each time', async () => {
    const lots = (await drawn().collect()).map(({ lot }) => lot)
    expect(lots.every((lot) => lot >= 0 && lot < 1)).toBe(true)
    expect(new Set(lots).size).toBe(200)
    // Twelve deviations of a mean of 200 such numbers: as good as never.
    expect(Math.abs(lots.reduce((all, lot) => all + lot, 0) / 200 - 0.5)).toBeLessThan(0.25)
    const again = (await drawn().collect()).map(({ lot }) => lot)
    expect(again.some((lot) => lots.includes(lot))).toBe(false)
  })

  test('identifiers of version 4, all different', async () => {
    const keys = (await numbers().withColumn('key', uuid()).collect()).map(({ key }) => key)
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(keys).size).toBe(200)
  })

  test('a column that is read twice has one value', async () => {
    const twice = drawn().select((o) => [o.lot, o.lot.plus(1).as('more'), o.lot.as('same')])
    for (const row of await twice.collect()) expect([row.more, row.same]).toEqual([row.lot + 1, row.lot])
    const texts = numbers()
      .withColumn('key', uuid())
      .select((o) => [o.key, o.key.as('same')])
    for (const row of await texts.collect()) expect(row.same).toBe(row.key)
  })

  test('a condition, an order and a limit see what is given out', async () => {
    const high = await drawn()
      .filter((o) => o.lot.gt(0.5))
      .collect()
    expect(high.length).toBeGreaterThan(0)
    for (const { lot } of high) expect(lot).toBeGreaterThan(0.5)
    const sorted = await drawn().orderBy('lot').limit(50).collect()
    expect(sorted.map(({ lot }) => lot)).toEqual(sorted.map(({ lot }) => lot).sort((a, b) => a - b))
    const keys = await numbers().withColumn('key', uuid()).orderBy('key').collect()
    expect(keys.map(({ key }) => key)).toEqual(keys.map(({ key }) => key).sort())
    const parts = await drawn()
      .orderBy('lot')
      .select((o) => [o.lot, o.lot.times(100).as('parts')])
      .collect()
    expect(parts.map((row) => row.parts)).toEqual(parts.map((row) => row.lot * 100))
  })

  test('where rows meet, a row keeps what it drew', async () => {
    const pairs = await drawn(20)
      .crossJoin(numbers(10).rename({ id: 'other' }))
      .collect()
    expect(pairs).toHaveLength(200)
    expect(new Set(pairs.map(({ id, lot }) => `${id} ${lot}`)).size).toBe(20)
    const some = numbers(10).filter(() => rand().lt(0.5))
    for (let time = 0; time < 5; time += 1) {
      // A row of the right side is there for every row of the left one, or for none.
      const met = await numbers(10).rename({ id: 'left' }).crossJoin(some).groupBy('id').count().collect()
      for (const row of met) expect(row.count).toBe(10)
    }
    const semi = await drawn(20)
      .join(numbers(40), 'id', 'semi')
      .select((o) => [o.lot, o.lot.as('same')])
      .collect()
    for (const row of semi) expect(row.same).toBe(row.lot)
  })

  test('groups and windows of what is drawn', async () => {
    const halves = await drawn()
      .groupBy((o) => [when(o.lot.lt(0.5), 'low').otherwise('high').as('half')])
      .agg((o) => ({ n: count(), least: min(o.lot), most: max(o.lot) }))
      .collect()
    expect(halves.reduce((all, { n }) => all + n, 0)).toBe(200)
    for (const { half, least, most } of halves) {
      expect(half === 'low' ? (most ?? 1) < 0.5 : (least ?? 0) >= 0.5).toBe(true)
    }
    const placed = await drawn()
      .withColumn('place', (o) => rowNumber().over(Window.orderBy(o.lot)))
      .orderBy('place')
      .collect()
    expect(placed.map(({ lot }) => lot)).toEqual(placed.map(({ lot }) => lot).sort((a, b) => a - b))
    const totals = await numbers()
      .agg(() => ({ total: sum(rand()) }))
      .filter((o) => o.total.gt(0))
      .select((o) => [o.total, o.total.as('same')])
      .collect()
    for (const row of totals) expect(row.same).toBe(row.total)
  })

  test('inside of what an engine says twice, it is drawn once', async () => {
    // Drawn for each bound apart, three tenths of the rows would be taken, and not one.
    const between = await numbers(2000)
      .filter(() => rand().between(0.45, 0.55))
      .count()
    expect(between).toBeLessThan(400)
    const rest = await numbers()
      .select(() => [rand().times(10).minus(5).mod(3).as('rest')])
      .collect()
    for (const row of rest) expect(Math.abs(row.rest ?? 9)).toBeLessThan(3)
    const written = await numbers()
      .select(() => [rand().cast('string').as('text')])
      .filter((o) => o.text.cast('double').gte(1))
      .count()
    expect(written).toBe(0)
  })

  test('a builder that goes on reads what was drawn', async () => {
    const open = drawn().toKnex().where('lot', '>', 0.5).select('lot as same')
    const rows = (await open) as unknown as readonly { lot: number; same: number }[]
    expect(rows.length).toBeGreaterThan(0)
    for (const { lot, same } of rows) expect([lot > 0.5, same]).toEqual([true, lot])
  })

  test('several sets of keys see the same draw, or say that they cannot', async () => {
    const totals = drawn(20)
      .rollup('id')
      .agg((o) => ({ total: sum(o.lot) }))
    if (database.dialect === 'sqlite') {
      await expect(totals.collect()).rejects.toThrow(UnsupportedOnDialect)
      return
    }
    const rows = await totals.collect()
    const all = rows.find(({ id }) => id === null)?.total ?? 0
    const parts = rows.filter(({ id }) => id !== null).reduce((sum, { total }) => sum + (total ?? 0), 0)
    expect(all).toBeCloseTo(parts, 9)
  })

  test('what is kept is not drawn again; a draw of a condition on none is none', async () => {
    const session = new Session({ ...database.engine, knex: database.engine.knex, close: async () => {} })
    const kept = session.range(10).withColumn('lot', rand()).cache()
    expect(await kept.orderBy('id').collect()).toEqual(await kept.orderBy('id').collect())
    await session.close()
    expect(
      await numbers()
        .filter(() => rand().lt(lit(0)))
        .count(),
    ).toBe(0)
  })
})
