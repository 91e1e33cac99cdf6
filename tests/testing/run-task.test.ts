import { describe, expect, test } from 'vitest'
import {
  ActionNotAwaited,
  InvalidArgument,
  schema,
  TableExists,
  Task,
  type TaskContext,
  TaskSkipped,
  UnserialisableResult,
} from '../../src/index.ts'
import { expectFrame, type LoggedLine, runTask, testSession } from '../../src/testing/index.ts'
import { rawOrders, stgOrders } from './shop.ts'

const Orders = schema({ id: 'long', day: 'date', total: 'decimal(10,2)' })

const daily = Task({ retry: 2 }, async ({ session, log }) => {
  const { rowsInserted } = await session.table('orders', Orders).groupBy('day').count().write('days')
  log.info('counted', { days: rowsInserted })
  return rowsInserted
})

describe.each(['sqlite', 'duckdb'] as const)('a task on %s', (engine) => {
  test('is given its tables, and gives what it returns', async () => {
    const log: LoggedLine[] = []
    const session = await testSession({ engine })
    try {
      const rows = [
        { id: 1, day: '2026-01-01', total: '1.50' },
        { id: 2, day: '2026-01-01', total: 2 },
        { id: 3, day: '2026-01-02', total: 3 },
      ]
      const days: number = await runTask(daily, { session, log, given: [['orders', rows, Orders]] })
      expect(days).toBe(2)
      expect(log).toEqual([{ level: 'info', message: 'counted', fields: { days: 2 } }])
      await expectFrame(session.table('days')).toEqualRows([
        { day: '2026-01-01', count: 2 },
        { day: '2026-01-02', count: 1 },
      ])
    } finally {
      await session.close()
    }
  })

  test('reads what models and seeds are called, with their types', async () => {
    const types = Task(({ session }) => session.table('raw_orders').dtypes())
    expect(await runTask(types, { engine, given: [[rawOrders, []]] })).toEqual([
      ['id', 'long'],
      ['user_id', 'long'],
      ['order_date', 'date'],
      ['status', 'string'],
    ])
    const columns = Task(({ session }) => session.table('stg_orders').columns())
    expect(await runTask(columns, { engine, given: [[stgOrders, []]] })).toEqual([
      'order_id',
      'customer_id',
      'order_date',
      'status',
    ])
  })
})

describe('the context of a task', () => {
  test('is that of a run', async () => {
    const told = Task(async ({ now, attempt, runId, signal, session }) => {
      const [row] = await session.sql<{ one: number }>`select 1 as one`.collect()
      return { now, attempt, runId, aborted: signal.aborted, one: row?.one }
    })
    expect(await runTask(told, { now: '2026-01-31' })).toEqual({
      now: new Date('2026-01-31'),
      attempt: 1,
      runId: 'test',
      aborted: false,
      one: 1,
    })
  })

  test('skips with a reason', async () => {
    const skipping = Task(async ({ skip }) => skip('no water is high'))
    const error = await runTask(skipping).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TaskSkipped)
    expect((error as TaskSkipped).reason).toBe('no water is high')
    const caught = Task(async ({ skip }) => {
      try {
        skip('quietly')
      } catch {}
    })
    await expect(runTask(caught)).rejects.toThrow('the task skipped itself: quietly')
  })

  test('tells of an action that nobody awaited', async () => {
    const forgetful = Task(async ({ session }) => {
      void session.createDataFrame([{ id: 1 }]).write('t')
    })
    const error = await runTask(forgetful).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ActionNotAwaited)
    expect((error as Error).message).toMatch(
      /^write\('t'\) at tests\/testing\/run-task\.test\.ts:\d+:\d+ was not awaited\nhint: /,
    )
  })

  test('hands on what the task throws, and refuses what cannot leave a run', async () => {
    const failing = Task(async () => {
      throw new RangeError('too deep')
    })
    await expect(runTask(failing)).rejects.toThrow(RangeError)
    await expect(runTask(Task(() => () => 1))).rejects.toThrow(UnserialisableResult)
  })
})

describe('what runTask takes', () => {
  test('a method that @Task() stands on', async () => {
    // What @Task() does, by hand: the tests' own compiler leaves decorators as they are.
    const winners = async ({ now }: TaskContext) => now.getUTCMonth()
    const about = { kind: 'method', name: 'winners', static: true, private: false, addInitializer: () => {} }
    Task()(winners, about as unknown as ClassMethodDecoratorContext)
    const result: number = await runTask(winners, { now: '2026-03-01' })
    expect(result).toBe(2)
  })

  test('no other function, and no session of a transaction', async () => {
    await expect(runTask(async () => 1)).rejects.toThrow(InvalidArgument)
    const session = await testSession()
    await session.transaction(async (tx) => {
      await expect(runTask(daily, { session: tx })).rejects.toThrow(InvalidArgument)
    })
    await expect(runTask(daily, { session, engine: 'sqlite' })).rejects.toThrow(InvalidArgument)
    await session.close()
  })

  test('a table that is there already stays as it is', async () => {
    const session = await testSession()
    await session.createDataFrame([{ id: 1 }]).write('orders')
    await expect(runTask(daily, { session, given: { orders: [{ id: 2 }] } })).rejects.toThrow(TableExists)
    await expectFrame(session.table('orders')).toEqualRows([{ id: 1 }])
    await session.close()
  })
})
