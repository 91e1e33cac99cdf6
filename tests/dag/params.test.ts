import { describe, expect, test } from 'vitest'
import { Task } from '../../src/dag/define-task.ts'
import { fingerprintOf, paramNodes } from '../../src/dag/params/declared.ts'
import { type ParamDeclarations, param } from '../../src/dag/params/param.ts'
import { askText, askValue, resolveParams } from '../../src/dag/params/resolve.ts'
import type { TaskOptions } from '../../src/dag/task.ts'
import type { StandardSchema, Validated } from '../../src/plan/standard-schema.ts'
import { thrownBy } from './support.ts'

const written = async (declared: ParamDeclarations, texts: Record<string, string>): Promise<unknown> => {
  const { values, problems } = await resolveParams(declared, new Map(Object.entries(texts)), askText)
  return problems.length === 0 ? values : problems
}
/** What a validator's schema looks like from outside. */
const schemaOf = <T>(validate: (value: unknown) => Validated<T> | Promise<Validated<T>>): StandardSchema<T> => ({
  '~standard': { version: 1, vendor: 'homemade', validate },
})
const numbers = schemaOf<number>(async (value) =>
  typeof value === 'number' && value > 0
    ? { value }
    : { issues: [{ message: typeof value === 'number' ? 'too small' : 'no number' }] },
)

describe('values that are written as text', () => {
  test.each<[string, StandardSchema, string, unknown]>([
    ['a text', param.string(), 'USD', 'USD'],
    ['a text of digits', param.string(), '007', '007'],
    ['the empty text', param.string('EUR'), '', ''],
    ['a number', param.int(), '-12', -12],
    ['a day', param.date(), '2024-02-29', '2024-02-29'],
    ['true', param.boolean(false), 'true', true],
    ['false', param.boolean(true), 'false', false],
    ['the number of a schema', numbers, '0.5', 0.5],
    ['the list of a schema', schemaOf((value) => (Array.isArray(value) ? { value } : { issues: [] })), '[1,2]', [1, 2]],
  ])('%s', async (_, declared, text, value) => {
    expect(await written({ it: declared }, { it: text })).toEqual({ it: value })
  })

  test.each<[StandardSchema, string, string]>([
    [param.int(), '1.5', 'expected a whole number'],
    [param.int(), 'one', 'expected a whole number'],
    [param.int(), '12345678901234567890', 'expected a whole number'],
    [param.date(), '2023-02-29', "expected a day such as '2024-01-31'"],
    [param.date(), '2023-02-28T00:00:00Z', "expected a day such as '2024-01-31'"],
    [param.boolean(), 'yes', 'expected true or false'],
    // What is said of the number says more than that a text is none.
    [numbers, '-1', 'too small'],
    [numbers, 'many', 'no number'],
  ])('%j refuses %s', async (declared, text, why) => {
    expect(await written({ it: declared }, { it: text })).toEqual([{ kind: 'refused', name: 'it', why }])
  })
})

describe('parameters of an attempt', () => {
  test('defaults are filled in, and what has none is missing', async () => {
    const declared = { currency: param.string('EUR'), day: param.date(), least: param.int(1), more: numbers }
    expect(await resolveParams(declared, new Map([['least', 3]]), askValue)).toEqual({
      values: { currency: 'EUR', least: 3 },
      problems: [
        { kind: 'missing', name: 'day' },
        { kind: 'missing', name: 'more' },
      ],
    })
  })

  test('values are what they are, no texts of them', async () => {
    expect(await resolveParams({ least: param.int() }, new Map([['least', '3']]), askValue)).toEqual({
      values: {},
      problems: [{ kind: 'refused', name: 'least', why: 'expected a whole number' }],
    })
  })

  test('what a schema makes must be able to travel; what it throws is its answer', async () => {
    const made = schemaOf(() => ({ value: () => 1 }))
    const thrower = schemaOf(() => {
      throw new RangeError('cannot look')
    })
    const { problems } = await resolveParams(
      { made, thrower },
      new Map(Object.entries({ made: 1, thrower: 1 })),
      askValue,
    )
    expect(problems).toEqual([
      { kind: 'refused', name: 'made', why: expect.stringContaining('what it becomes cannot leave its thread') },
      { kind: 'refused', name: 'thrower', why: 'cannot look' },
    ])
  })
})

test('a definition keeps names and types, and of defaults only that they are the same', () => {
  const kept = paramNodes({ token: param.string('hunter2'), day: param.date(), more: numbers })
  expect(JSON.stringify(kept)).not.toContain('hunter2')
  expect(kept).toEqual({
    token: { type: 'string', fallback: expect.stringMatching(/^[0-9a-f]{16}$/) },
    day: { type: 'date' },
    more: { type: 'homemade schema' },
  })
  expect(paramNodes({})).toBeUndefined()
})

test('what is given is told apart by a hash, and the defaults are nothing', () => {
  const nodes = paramNodes({ currency: param.string('EUR'), least: param.int(1) }) ?? {}
  const of = (texts: Record<string, string>) => fingerprintOf(nodes, new Map(Object.entries(texts)))
  expect([of({}), of({ currency: 'EUR' }), of({ currency: 'EUR', least: '1' })]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(of({ currency: 'USD', least: '2' })).toBe(of({ least: '2', currency: 'USD' }))
  expect(new Set([of({ currency: 'USD' }), of({ currency: 'GBP' }), of({ least: '2' })]).size).toBe(3)
  expect(of({ currency: 'USD', least: '1' })).toBe(of({ currency: 'USD' }))
})

describe('declarations that cannot be', () => {
  test.each([
    [() => param.int(1.5), 'param.int: the default is not a whole number', 'param.int()'],
    [() => param.date('2024-02-30'), "param.date: the default is not a day such as '2024-01-31'", 'param.date()'],
    [() => param.string(undefined as never), 'param.string: the default is not a text', 'param.string()'],
  ])('%s', (declare, message, hint) => {
    const error = thrownBy(declare)
    expect([error.name, error.message]).toEqual(['InvalidArgument', message])
    expect(error.hint).toContain(hint)
  })

  test.each([
    [{ currency: 'EUR' }, 'params.currency is neither made by param nor a Standard Schema'],
    [{ currency: param.string }, 'params.currency is neither made by param nor a Standard Schema'],
    [{ 'a.b': param.string() }, 'a parameter cannot be called "a.b"'],
    [{ 'a=b': param.string() }, 'a parameter cannot be called "a=b"'],
    [[param.string()], 'params is no object of parameters'],
    [null, 'params is no object of parameters'],
  ])('%j', (params, message) => {
    const error = thrownBy(() => Task({ params } as unknown as TaskOptions, () => 1))
    expect([error.name, error.message]).toEqual(['InvalidArgument', `Task: ${message}`])
  })
})
