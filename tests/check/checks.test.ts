/** What tests of data find, on every engine. */
import { beforeAll, describe, expect, test } from 'vitest'
import { formatSample, runCheck } from '../../src/check/run-check.ts'
import { InvalidArgument, InvalidValue, TypeMismatch, UnknownColumn, UnknownTable } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { ask, type Declared, declared, inScope, reference, sessionOn, specOf, table, write } from './support.ts'

interface Case {
  readonly name: string
  readonly given: Declared
  readonly status: 'pass' | 'warn' | 'fail'
  /** The failing rows. */
  readonly rows: readonly (readonly unknown[])[]
  readonly message?: string
}

const TYPES = {
  id: 'long?',
  status: 'string?',
  total: 'double?',
  price: 'decimal(9,2)?',
  day: 'date?',
  at: 'timestamp?',
  done: 'boolean?',
}
const NOON = new Date('2024-02-29T12:00:00Z')
const ROWS = [
  [1, 'paid', 10.5, '1.50', '2024-02-28', NOON, true],
  [2, 'sent', -1, '2.50', '2024-02-29', NOON, false],
  [2, 'PAID', null, '1.50', '2024-02-29', null, true],
  [null, 'paid ', 3, null, null, null, null],
  [null, null, 4, '3.00', '2024-03-01', NOON, true],
]

const customers = reference<{ id: number | null }>('customers')

const CASES: readonly Case[] = [
  { name: 'unique', given: { tests: { id: ['unique'] } }, status: 'fail', rows: [[2, 2]], message: '1 value of "id" comes more than once' },
  { name: 'unique: text by its letters and blanks', given: { tests: { status: ['unique'] } }, status: 'pass', rows: [] },
  { name: 'unique: decimals', given: { tests: { price: ['unique'] } }, status: 'fail', rows: [['1.50', 2]] },
  { name: 'unique: days', given: { tests: { day: ['unique'] } }, status: 'fail', rows: [['2024-02-29', 2]] },
  { name: 'unique: moments', given: { tests: { at: ['unique'] } }, status: 'fail', rows: [[NOON, 3]] },
  { name: 'unique: booleans', given: { tests: { done: ['unique'] } }, status: 'fail', rows: [[true, 3]] },
  { name: 'unique where', given: { tests: { id: [{ unique: true, where: (o) => o.total.isNotNull() }] } }, status: 'pass', rows: [] },
  { name: 'not null', given: { tests: { total: ['notNull'] } }, status: 'fail', rows: [[2, 'PAID', null, '1.50', '2024-02-29', null, true]], message: '1 row has no "total"' },
  { name: 'not null where', given: { tests: { total: [{ notNull: true, where: (o) => o.done.eq(false) }] } }, status: 'pass', rows: [] },
  { name: 'accepted values', given: { tests: { status: [{ acceptedValues: ['paid', 'sent'] }] } }, status: 'fail', rows: [['PAID', 1], ['paid ', 1]], message: '2 values of "status" are none of "paid", "sent"' },
  { name: 'accepted values: a quote is a character', given: { tests: { status: [{ acceptedValues: ["it's", 'paid', 'sent', 'PAID', 'paid '] }] } }, status: 'pass', rows: [] },
  { name: 'accepted values: NULL among them changes nothing', given: { tests: { status: [{ acceptedValues: ['paid', 'sent', null as never] }] } }, status: 'fail', rows: [['PAID', 1], ['paid ', 1]] },
  { name: 'accepted values: numbers', given: { tests: { id: [{ acceptedValues: [1] }] } }, status: 'fail', rows: [[2, 2]] },
  { name: 'accepted values: decimals', given: { tests: { price: [{ acceptedValues: ['1.5', 3] }] } }, status: 'fail', rows: [['2.50', 1]] },
  { name: 'accepted values: days', given: { tests: { day: [{ acceptedValues: ['2024-02-29'] }] } }, status: 'fail', rows: [['2024-02-28', 1], ['2024-03-01', 1]] },
  { name: 'accepted values: booleans', given: { tests: { done: [{ acceptedValues: [true] }] } }, status: 'fail', rows: [[false, 1]] },
  { name: 'accepted values: very many', given: { tests: { id: [{ acceptedValues: Array.from({ length: 50_000 }, (_, at) => at + 2) }] } }, status: 'fail', rows: [[1, 1]] },
  { name: 'references', given: { tests: { id: [{ references: [customers, 'id'] }] } }, status: 'fail', rows: [[2], [2]], message: '2 rows have a "id" that is no "id" of customers' },
  { name: 'references: a model that is told later', given: { tests: { id: [{ references: [() => customers, 'id'], where: (o) => o.id.lt(2) }] } }, status: 'pass', rows: [] },
  { name: 'references: itself', given: { tests: { id: [{ references: [reference('orders'), 'id'] }] } }, status: 'pass', rows: [] },
  { name: 'references: nothing is there', given: { tests: { id: [{ references: [reference('nobody'), 'id'] }] } }, status: 'fail', rows: [[1], [2], [2]] },
  { name: 'expression: false, not unknown', given: { modelTests: [{ expression: (o) => o.total.gt(0) }] }, status: 'fail', rows: [[2, 'sent', -1, '2.50', '2024-02-29', NOON, false]], message: 'the condition is false for 1 row' },
  { name: 'expression where', given: { modelTests: [{ expression: (o) => o.total.gt(0), where: (o) => o.id.isNull() }] }, status: 'pass', rows: [] },
  { name: 'row count: enough', given: { modelTests: [{ rowCount: { min: 5, max: 5 } }] }, status: 'pass', rows: [] },
  { name: 'row count: too few', given: { modelTests: [{ rowCount: { min: 6 } }] }, status: 'fail', rows: [[5]], message: 'there are 5 rows, not 6 or more' },
  { name: 'row count: too many', given: { modelTests: [{ rowCount: { max: 4 } }] }, status: 'fail', rows: [[5]], message: 'there are 5 rows, not 4 or less' },
  { name: 'row count: between', given: { modelTests: [{ rowCount: { min: 6, max: 9 } }] }, status: 'fail', rows: [[5]], message: 'there are 5 rows, not 6 or more and 9 or less' },
  { name: 'row count: exactly', given: { modelTests: [{ rowCount: { equals: 2 }, where: (o) => o.id.isNull() }] }, status: 'pass', rows: [] },
  { name: 'row count: of no rows', given: { modelTests: [{ rowCount: { min: 1 }, where: (o) => o.id.gt(99) }] }, status: 'fail', rows: [[0]] },
  { name: 'bad rows', given: { modelTests: [{ name: 'negative', rows: (orders) => orders.filter((o) => o.total.lt(0)).select('id') }] }, status: 'fail', rows: [[2]], message: 'the query gives 1 row' },
  { name: 'bad rows where', given: { modelTests: [{ name: 'negative', rows: (orders) => orders.filter((o) => o.total.lt(0)).select('id'), where: (o) => o.id.lt(2) }] }, status: 'pass', rows: [] },
] // biome-ignore format: a case a line

const PAIRS = { k: 'long?', v: 'string?' }
const EQUALS: readonly (Case & { readonly pairs: readonly (readonly unknown[])[] })[] = [
  { name: 'the same rows in another order', pairs: [[1, 'a'], [null, 'b'], [1, 'a']], given: { modelTests: [{ equals: [{ k: null, v: 'b' }, { k: 1, v: 'a' }, { k: 1, v: 'a' }] }] }, status: 'pass', rows: [] },
  { name: 'what can be NULL may be left out', pairs: [[null, 'b']], given: { modelTests: [{ equals: [{ v: 'b' }] }] }, status: 'pass', rows: [] },
  { name: 'as often', pairs: [[1, 'a'], [1, 'a'], [2, 'b']], given: { modelTests: [{ equals: [{ k: 1, v: 'a' }, { k: 2, v: 'b' }, { k: 2, v: 'b' }] }] }, status: 'fail', rows: [['extra', 1, 'a'], ['missing', 2, 'b']], message: '2 rows differ from what is expected' },
  { name: 'nothing at all', pairs: [[1, 'a']], given: { modelTests: [{ equals: [] }] }, status: 'fail', rows: [['extra', 1, 'a']] },
  { name: 'a model, its columns in another order', pairs: [[1, 'a'], [2, 'b']], given: { modelTests: [{ equals: reference('turned') }] }, status: 'fail', rows: [['missing', 3, 'c']] },
] // biome-ignore format: a case a line

const sorted = (rows: readonly (readonly unknown[])[]) => rows.map((row) => JSON.stringify(row)).sort()

onEveryEngine((database) => {
  beforeAll(async () => {
    const { engine } = database
    await write(engine, 'orders', TYPES, ROWS)
    await write(engine, 'customers', { id: 'long?' }, [[1], [1], [null], [7]])
    await write(engine, 'nobody', { id: 'long?' }, [])
    await write(engine, 'turned', { v: 'string', k: 'long' }, [
      ['c', 3],
      ['b', 2],
      ['a', 1],
    ])
  })

  test.each(CASES)('$name', async ({ given, status, rows, message = '' }) => {
    const verdict = await ask(database.engine, 'orders', given)
    expect(sorted(verdict.sample)).toEqual(sorted(rows))
    expect(verdict).toMatchObject({ status, failures: rows.length })
    if (message !== '' || rows.length === 0) expect(verdict.message).toBe(message)
    // The query that people are shown gives just those rows.
    expect((await database.engine.query(verdict.statement)).rows).toHaveLength(rows.length)
  })

  describe('equals', () => {
    test.each(EQUALS)('$name', async ({ pairs, given, status, rows, message }) => {
      await write(database.engine, 'pairs', PAIRS, pairs)
      const verdict = await ask(database.engine, 'pairs', given)
      expect(sorted(verdict.sample)).toEqual(sorted(rows))
      expect(verdict).toMatchObject({ status, failures: rows.length, ...(message && { message }) })
    })

    test('beside a column that is called as ours', async () => {
      await write(database.engine, 'pairs', { Difference: 'string' }, [['a']])
      const verdict = await ask(database.engine, 'pairs', { modelTests: [{ equals: [{ Difference: 'b' }] }] })
      expect(verdict.columns.map(({ name }) => name)).toEqual(['difference_2', 'Difference'])
      expect(sorted(verdict.sample)).toEqual(
        sorted([
          ['extra', 'a'],
          ['missing', 'b'],
        ]),
      )
    })

    test('other columns cannot be compared', async () => {
      await write(database.engine, 'pairs', { k: 'long', w: 'string' }, [])
      await expect(ask(database.engine, 'pairs', { modelTests: [{ equals: reference('turned') }] })).rejects.toThrow(
        /v only in what is expected, w only in what is tested/,
      )
      await expect(ask(database.engine, 'pairs', { modelTests: [{ equals: [{ k: 1, v: 'a' }] }] })).rejects.toThrow(
        /equals: row 1 has a column "v" that the schema has not/,
      )
    })
  })

  test.each([
    ['severity', { severity: 'warn' }, 'warn', 2],
    ['warn above', { severity: 'warn', warnIf: '> 2' }, 'pass', 0],
    ['error above', { errorIf: '> 2' }, 'warn', 2],
    ['error from', { errorIf: '>= 2' }, 'fail', 2],
    ['neither', { warnIf: '>2', errorIf: '>2' }, 'pass', 0],
    ['between', { errorIf: 'between 2 and 3' }, 'fail', 2],
    ['not between', { warnIf: '> 9', errorIf: 'between 3 and 9' }, 'pass', 0],
    ['the limit is seen first', { limit: 1, errorIf: '> 1' }, 'warn', 1],
    ['a limit that is not reached', { limit: 9, errorIf: '> 1' }, 'fail', 2],
  ] as const)('thresholds: %s', async (_, options, status, failures) => {
    const verdict = await ask(database.engine, 'orders', { tests: { id: [{ notNull: true, ...options }] } })
    expect(verdict).toMatchObject({ status, failures })
    expect(verdict.sample).toHaveLength(failures)
  })

  test('what people are shown', async () => {
    await write(
      database.engine,
      'many',
      { id: 'long', name: 'string?' },
      Array.from({ length: 8 }, (_, id) => [id, null]),
    )
    const verdict = await ask(database.engine, 'many', { tests: { name: [{ notNull: true, errorIf: '> 7' }] } })
    expect(verdict).toMatchObject({ status: 'fail', failures: 8, message: '8 rows have no "name" (error if > 7)' })
    expect(verdict.sample).toHaveLength(5)
    const lines = formatSample(verdict).split('\n')
    expect(lines.slice(0, 4)).toEqual([
      '+---+----+',
      '| id|name|',
      '+---+----+',
      expect.stringMatching(/^\| +\d\|NULL\|$/),
    ])
    expect(lines.at(-1)).toBe('… and 3 more')
    const cut = await ask(database.engine, 'many', { tests: { name: [{ notNull: true, limit: 2 }] } })
    expect(cut.message).toBe('2 or more rows have no "name"')
    const one = await ask(database.engine, 'many', { tests: { name: [{ notNull: true, limit: 1 }] } })
    expect(one.message).toBe('1 or more rows have no "name"')
  })

  test('a number beyond those of JavaScript has a verdict too', async () => {
    await write(database.engine, 'large', { id: 'long' }, [[2n ** 60n], [2n ** 60n]])
    const verdict = await ask(database.engine, 'large', { tests: { id: ['unique'] } })
    expect(verdict).toMatchObject({ status: 'fail', failures: 1, sample: [[String(2n ** 60n), '2']] })
  })

  test('failing rows are kept in a table, anew each time', async () => {
    const stored = async () => {
      const session = sessionOn(database.engine)
      const rows = await session.table('unique_pairs_k').collect()
      await session.close()
      return rows
    }
    const check = () => ask(database.engine, 'pairs', { tests: { k: [{ unique: true, storeFailures: true }] } })
    await write(database.engine, 'pairs', PAIRS, [
      [1, 'a'],
      [1, 'b'],
      [2, 'c'],
      [2, 'd'],
      [2, 'e'],
      [3, 'f'],
    ])
    expect(await check()).toMatchObject({
      status: 'fail',
      failures: 2,
      sample: expect.arrayContaining([
        [1, 2],
        [2, 3],
      ]),
    })
    expect(await stored()).toEqual(
      expect.arrayContaining([
        { unique_field: 1, n_records: 2 },
        { unique_field: 2, n_records: 3 },
      ]),
    )
    await write(database.engine, 'pairs', PAIRS, [[1, 'a']])
    expect(await check()).toMatchObject({ status: 'pass', failures: 0 })
    expect(await stored()).toEqual([])
  })

  test('a test of a long name keeps its rows, two of them apart', async () => {
    const names = ['a', 'b'].map((end) => `${'nobody_called_é_may_be_missing_'.repeat(3)}${end}`)
    const stored = names.map((name) => {
      const given: Declared = { tests: { k: [{ unique: true, name, storeFailures: true }] } }
      return specOf(declared('pairs', given)[0] as never, table('pairs')).storeFailures?.name ?? ''
    })
    expect(new Set(stored).size).toBe(2)
    expect(stored.every((name) => Buffer.byteLength(name) <= 63)).toBe(true)
    const [name = ''] = names
    await write(database.engine, 'pairs', PAIRS, [
      [1, 'a'],
      [1, 'b'],
    ])
    await ask(database.engine, 'pairs', { tests: { k: [{ unique: true, name, storeFailures: true }] } })
    const session = sessionOn(database.engine)
    expect(await session.table(stored[0] as string).collect()).toEqual([{ unique_field: 1, n_records: 2 }])
    await session.close()
  })

  test('one statement where a test passes, two where it does not', async () => {
    const count = async (given: Declared) => {
      const sent: string[] = []
      const watched = {
        ...database.engine,
        knex: database.engine.knex,
        query: (...args: Parameters<typeof database.engine.query>) => {
          sent.push(args[0].sql)
          return database.engine.query(...args)
        },
      }
      await inScope(watched, async (scope) => {
        const spec = specOf(declared('orders', given)[0] as never, table('orders'))
        await scope.prepare(spec.tested)
        sent.length = 0
        await runCheck(scope, spec)
      })
      return sent.length
    }
    expect(await count({ tests: { status: ['unique'] } })).toBe(1)
    expect(await count({ tests: { id: ['unique'] } })).toBe(2)
  })

  test('a test that cannot be asked has no verdict', async () => {
    const { engine } = database
    const refused = async (given: Declared, error: new (...args: never[]) => Error, message: RegExp, of = 'orders') => {
      const failure = ask(engine, of, given)
      await expect(failure).rejects.toThrow(error)
      await expect(failure).rejects.toThrow(message)
    }
    await refused({ tests: { stauts: ['unique'] } }, UnknownColumn, /"stauts"/)
    await refused({ tests: { id: [{ references: [customers, 'idd'] }] } }, UnknownColumn, /"idd"/)
    await refused({ tests: { status: [{ references: [customers, 'id'] }] } }, TypeMismatch, /string/)
    await refused({ tests: { id: [{ references: [reference('nowhere'), 'id'] }] } }, UnknownTable, /"nowhere"/)
    await refused({ tests: { day: [{ acceptedValues: ['no day'] }] } }, InvalidValue, /no day/)
    await refused({ tests: { id: ['unique'] } }, UnknownTable, /"nowhere"/, 'nowhere')
    await refused(
      { modelTests: [{ name: 'none', rows: () => 7 as never }] },
      InvalidArgument,
      /none: rows gave 7, not a frame/,
    )
    await refused({ modelTests: [{ expression: () => true as never }] }, InvalidArgument, /takes a condition, not true/)
  })
})
