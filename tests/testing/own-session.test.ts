import { expect, test } from 'vitest'
import { currentTimestamp, Model, ref, Session, schema, source, sum } from '../../src/index.ts'
import { expectFrame, expectRows, runModel } from '../../src/testing/index.ts'
import { onEveryEngine } from '../support/databases.ts'

const Sales = schema({ day: 'date', total: 'decimal(10,2)', note: 'string?', tags: 'array<string>?' })
const sales = source('raw', 'sales', { schema: Sales })
const daily = Model(() =>
  ref(sales)
    .groupBy('day')
    .agg((s) => ({ total: sum(s.total) }))
    .withColumn('at', currentTimestamp()),
)
const given = {
  sales: [
    { day: '2026-01-31', total: '1.50', tags: ['a', null] },
    { day: '2026-01-31', total: 2, note: 'x' },
    { day: '2026-02-01', total: '-1' },
  ],
}
const expected = [
  { day: '2026-01-31', total: '3.50', at: new Date('2026-02-02') },
  { day: '2026-02-01', total: '-1.00', at: new Date('2026-02-02') },
]

onEveryEngine((database) => {
  test('a model runs in a session of the test’s own, and leaves nothing in it', async () => {
    const session = new Session(database.engine)
    expectRows(await runModel(daily, { session, given, now: '2026-02-02' })).toEqualRows(expected)
    expect(await session.catalog.listTables()).toEqual([])
  })

  test('in a transaction, too, whose tables frames are compared with', async () => {
    const session = new Session(database.engine)
    const outside = session.transaction(async (tx) => {
      const rows = await runModel(daily, { session: tx, given, now: '2026-02-02' })
      const frame = tx.createDataFrame(rows, schema({ day: 'date', total: 'decimal(12,2)?', at: 'timestamp' }))
      await frame.write('daily')
      await expectFrame(tx.table('daily')).toEqualRows(expected)
      throw new RangeError('back')
    })
    await expect(outside).rejects.toThrow('back')
    expect(await session.catalog.listTables()).toEqual([])
  })
})
