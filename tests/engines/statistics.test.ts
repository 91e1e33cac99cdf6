/** describe and summary: Spark's statistics, printed as Spark prints them, on every engine. */
import { describe, expect, test } from 'vitest'
import { InvalidArgument, percentileApprox, Session, schema, UnknownColumn } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'

const Sale = schema({
  'großer Betrag': 'double?',
  amount: 'long?',
  price: 'decimal(10,2)?',
  code: 'string?',
  day: 'date?',
  paid: 'boolean?',
})
const ROWS = [
  { 'großer Betrag': 10000000.5, amount: 1, price: '10.00', code: '12', day: '2024-01-01', paid: true },
  { 'großer Betrag': 0.5, amount: 2, price: '9.99', code: 'ä', day: null, paid: null },
  { 'großer Betrag': null, amount: 3, price: null, code: null, day: null, paid: null },
  { 'großer Betrag': 2, amount: 4, price: '0.01', code: 'Z', day: null, paid: false },
]

onEveryEngine((database) => {
  const session = () => new Session(database.engine)
  const sales = () => session().createDataFrame(ROWS, Sale)
  const none = () => session().createDataFrame([], Sale)

  test('describe: numbers and texts, with NULLs left out of every statistic', async () => {
    expect(await sales().describe().collect()).toEqual([
      { summary: 'count', 'großer Betrag': '3', amount: '4', price: '3', code: '3' },
      {
        summary: 'mean',
        'großer Betrag': '3333334.3333333335',
        amount: '2.5',
        price: '6.666667',
        code: '12.0',
      },
      expect.objectContaining({ summary: 'stddev', amount: '1.2909944487358056', code: null }),
      { summary: 'min', 'großer Betrag': '0.5', amount: '1', price: '0.01', code: '12' },
      { summary: 'max', 'großer Betrag': '1.00000005E7', amount: '4', price: '10.00', code: 'ä' },
    ])
  })

  test('describe: the named columns, in that order', async () => {
    const rows = await sales().describe('price', 'amount').collect()
    expect(Object.keys(rows[0] ?? {})).toEqual(['summary', 'price', 'amount'])
    await expect(
      sales()
        .describe('amout' as 'amount')
        .collect(),
    ).rejects.toThrow(UnknownColumn)
    expect(
      await sales()
        .describe('day' as 'amount')
        .columns(),
    ).toEqual(['summary'])
  })

  test('summary: percentiles are values of the column', async () => {
    expect(await sales().select('amount', 'price', 'code').summary().collect()).toEqual([
      { summary: 'count', amount: '4', price: '3', code: '3' },
      { summary: 'mean', amount: '2.5', price: '6.666667', code: '12.0' },
      expect.objectContaining({ summary: 'stddev' }),
      { summary: 'min', amount: '1', price: '0.01', code: '12' },
      { summary: '25%', amount: '1', price: '0.01', code: '12.0' },
      { summary: '50%', amount: '2', price: '9.99', code: '12.0' },
      { summary: '75%', amount: '3', price: '10.00', code: '12.0' },
      { summary: 'max', amount: '4', price: '10.00', code: 'ä' },
    ])
  })

  test('summary: the statistics that are asked for, in that order', async () => {
    const numbers = session().range(1, 101)
    const asked = await numbers.summary('99.5%', '0%', '7%', '100%', 'count_distinct', 'count').collect()
    // The seventh percentile of a hundred is the eighth value: 0.07 × 100 is more than 7 in double.
    expect(asked.map((row) => Object.values(row))).toEqual([
      ['99.5%', '100'],
      ['0%', '1'],
      ['7%', '8'],
      ['100%', '100'],
      ['count_distinct', '100'],
      ['count', '100'],
    ])
    expect(() => numbers.summary('mode' as 'mean')).toThrow(InvalidArgument)
    expect(() => numbers.summary('medn' as 'mean')).toThrow(/knows no statistic the string 'medn'/)
    expect(() => numbers.summary('101%')).toThrow(InvalidArgument)
  })

  test('no rows: counts of nothing, and NULL for the rest', async () => {
    expect(await none().select('amount', 'code').describe().collect()).toEqual([
      { summary: 'count', amount: '0', code: '0' },
      ...['mean', 'stddev', 'min', 'max'].map((summary) => ({ summary, amount: null, code: null })),
    ])
  })

  test('columns of neither kind leave the names alone', async () => {
    expect(await sales().select('day', 'paid').describe().collect()).toEqual(
      ['count', 'mean', 'stddev', 'min', 'max'].map((summary) => ({ summary })),
    )
  })

  test('a description is a frame like any other', async () => {
    const means = sales()
      .describe('amount')
      .filter((row) => row.summary.eq('mean'))
    expect(await means.collect()).toEqual([{ summary: 'mean', amount: '2.5' }])
    expect(await means.join(sales().describe('price'), 'summary').collect()).toEqual([
      { summary: 'mean', amount: '2.5', price: '6.666667' },
    ])
  })

  describe('percentileApprox', () => {
    test('by group', async () => {
      const rows = await session()
        .range(10)
        .withColumn('odd', (r) => r.id.mod(2))
        .groupBy('odd')
        .agg((r) => ({ median: percentileApprox(r.id, 0.5), last: percentileApprox(r.id, 1) }))
        .orderBy('odd')
        .collect()
      expect(rows).toEqual([
        { odd: 0, median: 4, last: 8 },
        { odd: 1, median: 5, last: 9 },
      ])
    })
    test('refuses what is no share', () => {
      const median = () =>
        session()
          .range(3)
          .agg((r) => ({ half: percentileApprox(r.id, 50) }))
      expect(median).toThrow(/a share from 0 to 1, or a list of them, not 50/)
    })
  })
})
