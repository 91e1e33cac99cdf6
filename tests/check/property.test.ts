/** Random rows and tests: every engine finds the failing rows that plain JavaScript finds. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runCheck } from '../../src/check/run-check.ts'
import type { CheckKind } from '../../src/check/spec.ts'
import { call, literal, nameReference } from '../../src/plan/expression.ts'
import { onEveryEngine } from '../support/databases.ts'
import { inScope, table, write } from './support.ts'

type Row = readonly [k: number | null, t: string | null]

const key = fc.option(fc.integer({ min: 0, max: 4 }))
const word = fc.option(fc.constantFrom('', 'a', 'A', 'a ', 'ß', "it's"))
const rowsOf = fc.array(fc.tuple(key, word), { maxLength: 8 })
const column = fc.constantFrom('k', 't')

/** What a test asks, as the model and as Millrace understand it. */
type Asked =
  | { readonly kind: 'unique' | 'notNull'; readonly column: string }
  | { readonly kind: 'acceptedValues'; readonly column: 't'; readonly values: readonly string[] }
  | { readonly kind: 'references'; readonly column: 'k'; readonly itself: boolean }
  | { readonly kind: 'equals' }
  | { readonly kind: 'rowCount'; readonly min: number; readonly max: number }

const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ kind: fc.constantFrom('unique' as const, 'notNull' as const), column }),
  fc.record({
    kind: fc.constant('acceptedValues' as const),
    column: fc.constant('t' as const),
    values: fc.subarray(['', 'a', 'A', 'a ', "it's"], { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('references' as const), column: fc.constant('k' as const), itself: fc.boolean() }),
  fc.record({ kind: fc.constant('equals' as const) }),
  fc.record({
    kind: fc.constant('rowCount' as const),
    min: fc.integer({ min: 0, max: 3 }),
    max: fc.integer({ min: 3, max: 6 }),
  }),
)

const plain = (value: number | string): string => (typeof value === 'string' ? `'${value}'` : String(value))

/** The failing rows as texts. */
function model(one: Asked, rows: readonly Row[], others: readonly Row[]): string[] {
  const valuesOf = (name: string): (number | string)[] =>
    rows.map(([k, t]) => (name === 'k' ? k : t)).filter((value) => value !== null)
  const counts = (values: readonly (number | string)[]): [string, number][] =>
    [...new Set(values)].map((value) => [plain(value), values.filter((other) => other === value).length])
  switch (one.kind) {
    case 'unique':
      return counts(valuesOf(one.column)).flatMap(([value, count]) => (count > 1 ? [`${value} ${count}`] : []))
    case 'notNull':
      return rows.filter(([k, t]) => (one.column === 'k' ? k : t) === null).map(rowText)
    case 'acceptedValues':
      return counts(valuesOf('t').filter((value) => !one.values.includes(String(value)))).map(
        ([value, count]) => `${value} ${count}`,
      )
    case 'references':
      return valuesOf('k').flatMap((value) => (others.some(([k]) => k === value) ? [] : [plain(value)]))
    case 'equals':
      return [
        ...without(others, rows).map((row) => `'missing' ${row}`),
        ...without(rows, others).map((row) => `'extra' ${row}`),
      ]
    case 'rowCount':
      return rows.length < one.min || rows.length > one.max ? [String(rows.length)] : []
    default:
      return one satisfies never
  }
}

const rowText = (row: readonly unknown[]): string =>
  row.map((value) => (value === null ? 'NULL' : plain(value as string))).join(' ')

/** Each of the `taken` takes one equal row away. */
function without(rows: readonly Row[], taken: readonly Row[]): string[] {
  const left = rows.map(rowText)
  for (const row of taken) {
    const found = left.indexOf(rowText(row))
    if (found >= 0) left.splice(found, 1)
  }
  return left
}

function kindOf(one: Asked): CheckKind {
  switch (one.kind) {
    case 'references':
      return { kind: one.kind, column: one.column, to: one.itself ? TESTED : table('others'), toColumn: 'k' }
    case 'equals':
      return { kind: one.kind, expected: table('others') }
    default:
      return one
  }
}

const TESTED = table('tested')
const SAMPLE = 5

onEveryEngine((database) => {
  test('the failing rows', async () => {
    const cases = fc.record({
      one: asked,
      rows: rowsOf,
      others: rowsOf,
      above: fc.option(fc.integer({ min: -1, max: 3 })),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ one, rows, others, above }) => {
        await write(database.engine, 'tested', { k: 'long?', t: 'string?' }, rows)
        await write(database.engine, 'others', { k: 'long?', t: 'string?' }, others)
        const where = above === null ? undefined : call('gt', [nameReference('k'), literal(above)])
        const kept = above === null ? rows : rows.filter(([k]) => k !== null && k > above)
        // A condition leaves out tested rows, not those that they may refer to.
        const expected = model(one, kept, one.kind === 'references' && one.itself ? rows : others)
        const verdict = await inScope(database.engine, (scope) =>
          runCheck(scope, { ...kindOf(one), tested: TESTED, where }),
        )
        expect(verdict.failures).toBe(expected.length)
        expect(verdict.status).toBe(expected.length === 0 ? 'pass' : 'fail')
        const found = verdict.sample.map(rowText)
        expect(found).toHaveLength(Math.min(SAMPLE, expected.length))
        for (const row of found) expect(expected).toContain(row)
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
