/** Parameters and interval of a task under test. */
import { describe, expect, test } from 'vitest'
import {
  Cron,
  GivenMismatch,
  InvalidArgument,
  Model,
  Monthly,
  param,
  ref,
  type StandardSchema,
  schema,
  Task,
  table,
} from '../../src/index.ts'
import { expectFrame, runModel, runTask, testSession } from '../../src/testing/index.ts'

const Orders = schema({ id: 'long', at: 'timestamp', total: 'long', currency: 'string' })
const sales = Task(
  { params: { currency: param.string('EUR'), least: param.int(1), since: param.date() }, runsOn: Monthly(1) },
  async ({ session, params, interval }) => {
    const { rowsInserted } = await session
      .table('orders', Orders)
      .filter(
        (o) => o.at.gte(interval.start),
        (o) => o.at.lt(interval.end),
        (o) => o.at.gte(params.since),
      )
      .filter(
        (o) => o.currency.eq(params.currency),
        (o) => o.total.gte(params.least),
      )
      .select('id')
      .write('sales', { mode: 'overwrite' })
    return rowsInserted
  },
)
const orders = [
  { id: 1, at: '2026-01-01T00:00:00Z', total: 5, currency: 'EUR' },
  { id: 2, at: '2026-01-31T23:59:59Z', total: 1, currency: 'EUR' },
  { id: 3, at: '2026-02-01T00:00:00Z', total: 5, currency: 'EUR' },
  { id: 4, at: '2026-01-15T00:00:00Z', total: 5, currency: 'USD' },
]

describe.each(['sqlite', 'duckdb'] as const)('on %s', (engine) => {
  test.each([
    [{ since: '2026-01-01' }, [1, 2]],
    [{ since: '2026-01-02' }, [2]],
    [{ since: '2026-01-01', least: 2 }, [1]],
    [{ since: '2026-01-01', currency: 'USD', least: undefined }, [4]],
  ])('%j of an interval gives %j', async (params, ids) => {
    const session = await testSession({ engine })
    try {
      const interval = ['2026-01-01', '2026-02-01'] as const
      const given = [['orders', orders, Orders]] as const
      expect(await runTask(sales, { session, params, interval, given })).toBe(ids.length)
      await expectFrame(session.table<{ id: number }>('sales')).toEqualRows(ids.map((id) => ({ id })))
    } finally {
      await session.close()
    }
  })
})

test('without one, the interval is that of the schedule at the instant of the test', async () => {
  const now = '2026-03-02T12:00:00Z'
  const told = Task({ runsOn: Cron('0 7 * * 1-5', { timezone: 'Europe/Paris' }) }, ({ interval }) => interval)
  expect(await runTask(told, { now })).toEqual({
    start: new Date('2026-02-27T06:00:00Z'),
    end: new Date('2026-03-02T06:00:00Z'),
  })
  expect(
    await runTask(
      Task(({ interval }) => interval),
      { now },
    ),
  ).toEqual({
    start: new Date('2026-03-01'),
    end: new Date('2026-03-02'),
  })
})

test('a schema of another validator says what its parameter is', async () => {
  const trimmed: StandardSchema<string, { readonly text: string }> = {
    '~standard': {
      version: 1,
      vendor: 'homemade',
      validate: (value) =>
        typeof value === 'string' ? { value: { text: value.trim() } } : { issues: [{ message: 'not a text' }] },
    },
  }
  const told = Task({ params: { name: trimmed } }, ({ params }) => params.name.text)
  const text: string = await runTask(told, { params: { name: ' ana ' } })
  expect(text).toBe('ana')
  await expect(runTask(told, { params: { name: 1 as unknown as string } })).rejects.toThrow('params: name: not a text')
})

/** As somebody without the type checker writes it. */
const untyped = (options: object): Promise<unknown> =>
  runTask(sales, options as Parameters<typeof runTask>[1] & { params: { since: string } })

test.each([
  [{}, 'params: since has no default, and is not given', "params: { day: '2026-01-31' }"],
  [
    { params: { since: '2026-02-30', least: '1' } },
    'params: least: expected a whole number; since: expected a day',
    '',
  ],
  [
    { params: { since: '2026-01-01', curency: 'USD' } },
    'the task has no parameter "curency"',
    'Did you mean "currency"?',
  ],
  [
    { params: { since: '2026-01-01' }, interval: ['2026-01-02', '2026-01-01'] },
    'interval: 2026-01-02 is not before',
    '',
  ],
  [{ params: { since: '2026-01-01' }, interval: ['January', '2026-02-01'] }, 'interval: "January" is neither', ''],
  [
    { params: { since: '2026-01-01' }, interval: '2026-01-01' },
    'interval is',
    "interval: ['2026-01-01', '2026-02-01']",
  ],
])('%j is refused', async (options, message, hint) => {
  const error = await untyped(options).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(InvalidArgument)
  expect((error as Error).message).toContain(message)
  expect((error as InvalidArgument).hint ?? '').toContain(hint)
})

describe('a model that its export alone names', () => {
  const agg = Model(() => table('raw').limit(1))
  const counts = Task({ dependsOn: [agg] }, ({ ref }) => ref(agg).count())

  test.each(['sqlite', 'duckdb'] as const)('is given by itself on %s', async (engine) => {
    expect(await runTask(counts, { engine, given: [[agg, [{ id: 1 }, { id: 2 }]]] })).toBe(2)
  })

  test('twice in one session', async () => {
    const session = await testSession()
    try {
      expect(await runTask(counts, { session, given: [[agg, [{ id: 1 }]]] })).toBe(1)
      expect(await runTask(counts, { session, given: [[agg, [{ id: 1 }, { id: 2 }]]] })).toBe(2)
    } finally {
      await session.close()
    }
  })

  test('cannot be given by a name: the message says how else', async () => {
    const run = runTask(counts, { given: { agg: [{ id: 1 }] } })
    await expect(run).rejects.toThrow(GivenMismatch)
    await expect(run).rejects.toThrow(/of which given has no rows\nhint: .*given: \[\[model, rows\]\]/)
  })

  test('is given to a model by itself', async () => {
    const reader = Model(() => ref(agg))
    expect(await runModel(reader, { given: [[agg, [{ id: 1 }]]] })).toEqual([{ id: 1 }])
    await expect(runModel(reader, { given: { agg: [{ id: 1 }] } })).rejects.toThrow(
      /hint: .*given: \[\[model, rows\]\]/,
    )
  })
})
