import { describe, expect, test } from 'vitest'
import { checkFreshness } from '../../src/check/freshness.ts'
import { InvalidArgument, TypeMismatch, UnknownColumn, UnknownTable } from '../../src/index.ts'
import type { Relation } from '../../src/plan/relation.ts'
import { types } from '../../src/plan/type.ts'
import { freshDatabase, onEveryEngine } from '../support/databases.ts'
import { inScope, NOW, table, write } from './support.ts'

const TYPES = { at: 'timestamp?', day: 'date?', text: 'string?' }

onEveryEngine((database) => {
  const ask = (given: { column?: string; warnAfter?: string; errorAfter?: string }, name = 'events') =>
    inScope(database.engine, (scope) => checkFreshness(scope, { table: table(name), column: 'at', now: NOW, ...given }))
  /** Now is 2024-06-01T12:00Z. */
  const newest = (...rows: readonly (readonly [Date | null, string | null])[]) =>
    write(
      database.engine,
      'events',
      TYPES,
      rows.map(([at, day]) => [at, day, null]),
    )

  test.each([
    ['within both', { warnAfter: '2h', errorAfter: '4h' }, 'pass'],
    ['just at the limit', { warnAfter: '90m' }, 'pass'],
    ['beyond the first', { warnAfter: '1h', errorAfter: '2h' }, 'warn'],
    ['beyond both', { warnAfter: '30m', errorAfter: '1h' }, 'error'],
    ['beyond the only one', { errorAfter: '1h' }, 'error'],
    ['no limit at all', {}, 'pass'],
  ] as const)('%s', async (_, limits, status) => {
    await newest([new Date('2024-06-01T10:30:00Z'), null], [null, null], [new Date('2024-01-01T00:00:00Z'), null])
    const found = await ask(limits)
    expect(found).toMatchObject({ status, ageMs: 5_400_000, newest: new Date('2024-06-01T10:30:00Z') })
    expect(found.message).toContain('the newest row of events is 90 min old (2024-06-01T10:30:00.000Z)')
  })

  test('the message says what was allowed', async () => {
    await newest([new Date('2024-05-29T10:00:00Z'), null])
    expect((await ask({ warnAfter: '1d', errorAfter: '2d' })).message).toMatch(/is 3 d 2 h old \(.*\), more than 2 d$/)
  })

  test('days begin at midnight in UTC', async () => {
    await newest([null, '2024-05-31'])
    expect(await ask({ column: 'day', errorAfter: '35h' })).toMatchObject({ status: 'error', ageMs: 36 * 3_600_000 })
    expect(await ask({ column: 'day', errorAfter: '36h' })).toMatchObject({ status: 'pass' })
  })

  test('what lies in the future is fresh', async () => {
    await newest([new Date('2024-06-01T13:00:00Z'), null])
    expect(await ask({ errorAfter: '1ms' })).toMatchObject({ status: 'pass', ageMs: -3_600_000 })
  })

  test('nothing there is an error of its own', async () => {
    for (const rows of [[], [[null, null] as const]]) {
      await newest(...rows)
      expect(await ask({ warnAfter: '1d' })).toEqual({
        status: 'error',
        newest: undefined,
        ageMs: undefined,
        message: 'no row of events has a value in "at": nobody can say how fresh it is',
      })
    }
  })

  test('what cannot be asked', async () => {
    await newest([NOW, null])
    await expect(ask({ errorAfter: 'a day' })).rejects.toThrow(InvalidArgument)
    await expect(ask({ column: 'att' })).rejects.toThrow(UnknownColumn)
    await expect(ask({ column: 'text' })).rejects.toThrow(TypeMismatch)
    await expect(ask({ column: 'text' })).rejects.toThrow(/"text" of events is string/)
    await expect(ask({}, 'nowhere')).rejects.toThrow(UnknownTable)
  })
})

describe('on SQLite', () => {
  const database = freshDatabase('sqlite')

  test('text may be what the schema of a source calls a moment', async () => {
    await database.engine.execute({
      sql: "CREATE TABLE texts AS SELECT '2024-06-01T11:00:00.000Z' AS at",
      bindings: [],
    })
    const fields = [{ name: 'at', type: types.timestamp, nullable: true }]
    const texts: Relation = { kind: 'table', table: { schema: undefined, name: 'texts' }, fields }
    const found = await inScope(database.engine, (scope) =>
      checkFreshness(scope, { table: texts, column: 'at', errorAfter: '2h', now: NOW }),
    )
    expect(found).toMatchObject({ status: 'pass', ageMs: 3_600_000 })
  })
})
