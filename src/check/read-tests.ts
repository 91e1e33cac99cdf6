/** Reads the tests in a model's options, which plain JavaScript may have misspelled. */
import { describeValue } from '../column/expression-column.ts'
import { didYouMean, InvalidArgument, listNames } from '../errors/index.ts'
import type { LiteralValue } from '../plan/expression.ts'
import { isModelRef, type ModelRef } from './model-ref.ts'
import type { ExpectedRow, Severity } from './spec.ts'
import { parseThreshold } from './threshold.ts'

/** A function of the columns, or of the frame, of what is tested. */
type OfTested = (tested: unknown) => unknown
type Later<T> = T | (() => T)

export interface ReadOptions {
  readonly name: string | undefined
  readonly severity: Severity
  readonly warnIf: string | undefined
  readonly errorIf: string | undefined
  readonly where: OfTested | undefined
  readonly limit: number | undefined
  readonly storeFailures: boolean | string
}

/** A test as it was declared, in one form. */
export type ReadTest = ReadOptions &
  (
    | { readonly kind: 'unique' | 'notNull'; readonly column: string }
    | { readonly kind: 'acceptedValues'; readonly column: string; readonly values: readonly LiteralValue[] }
    | {
        readonly kind: 'references'
        readonly column: string
        readonly to: Later<ModelRef<unknown>>
        readonly toColumn: string
      }
    | { readonly kind: 'rows'; readonly name: string; readonly rows: OfTested }
    | { readonly kind: 'expression'; readonly condition: OfTested }
    | { readonly kind: 'rowCount'; readonly bounds: RowBounds }
    | { readonly kind: 'equals'; readonly expected: Later<ModelRef<unknown>> | readonly ExpectedRow[] }
  )

export interface RowBounds {
  readonly min?: number
  readonly max?: number
  readonly equals?: number
}

type Given = Readonly<Record<string, unknown>>

const OPTIONS = ['name', 'severity', 'warnIf', 'errorIf', 'where', 'limit', 'storeFailures']
const COLUMN_TESTS = ['unique', 'notNull', 'acceptedValues', 'references'] as const
const MODEL_TESTS = ['rows', 'expression', 'rowCount', 'equals'] as const

/**
 * The tests in the options `tests` (by column) and `modelTests` of a model.
 *
 * @throws InvalidArgument naming the column and the option, with what there is
 */
export function readTests(tests: unknown, modelTests: unknown): readonly ReadTest[] {
  return [...readColumnTests(tests), ...readModelTests(modelTests)]
}

function readColumnTests(tests: unknown): readonly ReadTest[] {
  if (tests === undefined) return []
  if (!isObject(tests))
    throw new InvalidArgument(`tests: expected lists of tests by column, not ${describeValue(tests)}`, {
      hint: "tests: { order_id: ['unique', 'notNull'] }",
    })
  return Object.entries(tests).flatMap(([column, list]) => {
    if (list === undefined) return []
    if (!Array.isArray(list)) {
      throw new InvalidArgument(`tests: ${column} has ${describeValue(list)}, not a list of tests`, {
        hint: `tests: { ${column}: ['unique'] }`,
      })
    }
    return list.map((given) => readColumnTest(column, given))
  })
}

function readColumnTest(column: string, test: unknown): ReadTest {
  const where = `tests: ${column}`
  const given = typeof test === 'string' ? { [test]: true } : test
  const { kind, options } = readOne(where, given, COLUMN_TESTS, "'unique', 'notNull', { acceptedValues: [ … ] }")
  const value = (given as Given)[kind]
  switch (kind) {
    case 'unique':
    case 'notNull':
      if (value === true) return { ...options, kind, column }
      throw new InvalidArgument(`${where}: ${kind} is ${describeValue(value)}`, { hint: `write { ${kind}: true }` })
    case 'acceptedValues':
      if (Array.isArray(value) && value.length > 0) return { ...options, kind, column, values: value }
      throw new InvalidArgument(`${where}: acceptedValues is ${describeValue(value)}, not a list of values`, {
        hint: "acceptedValues: ['placed', 'shipped']",
      })
    case 'references': {
      const [to, toColumn] = Array.isArray(value) && value.length === 2 ? value : []
      if (isLater(to) && typeof toColumn === 'string') return { ...options, kind, column, to, toColumn }
      throw new InvalidArgument(`${where}: references is ${describeValue(value)}, not a model and a column of it`, {
        hint:
          to === undefined && toColumn !== undefined
            ? "a model that is declared later, or in a file that imports this one: references: [() => customers, 'id']"
            : "references: [customers, 'id']",
      })
    }
    default:
      return kind satisfies never
  }
}

function readModelTests(tests: unknown): readonly ReadTest[] {
  if (tests === undefined) return []
  if (!Array.isArray(tests)) {
    throw new InvalidArgument(`modelTests: expected a list of tests, not ${describeValue(tests)}`, {
      hint: 'modelTests: [{ rowCount: { min: 1 } }]',
    })
  }
  return tests.map((given, index) => readModelTest(`modelTests: test ${index + 1}`, given))
}

function readModelTest(where: string, given: unknown): ReadTest {
  const { kind, options } = readOne(where, given, MODEL_TESTS, '{ rowCount: { min: 1 } }, { name, rows: (o) => … }')
  const value = (given as Given)[kind]
  switch (kind) {
    case 'rows':
      if (options.name === undefined) {
        throw new InvalidArgument(`${where}: a test of rows needs a name`, {
          hint: "{ name: 'no_negative_totals', rows: (orders) => orders.filter((o) => o.total.lt(0)) }",
        })
      }
      return { ...options, name: options.name, kind, rows: functionOf(where, kind, value) }
    case 'expression':
      return { ...options, kind, condition: functionOf(where, kind, value) }
    case 'rowCount':
      return { ...options, kind, bounds: readBounds(where, value) }
    case 'equals':
      if (isLater(value) || (Array.isArray(value) && value.every(isObject)))
        return { ...options, kind, expected: value }
      throw new InvalidArgument(`${where}: equals is ${describeValue(value)}, not a list of rows or a model`, {
        hint: 'equals: [{ id: 1, total: 10 }]',
      })
    default:
      return kind satisfies never
  }
}

/** Which of the kinds an object is, and its options. */
function readOne<K extends string>(
  where: string,
  given: unknown,
  kinds: readonly K[],
  example: string,
): { readonly kind: K; readonly options: ReadOptions } {
  if (!isObject(given))
    throw new InvalidArgument(`${where}: ${describeValue(given)} is no test`, { hint: `write ${example}` })
  const found = kinds.filter((kind) => given[kind] !== undefined)
  const unknown = Object.keys(given).find((key) => ![...kinds, ...OPTIONS].includes(key))
  if (unknown !== undefined) {
    throw new InvalidArgument(`${where}: there is no test or option ${JSON.stringify(unknown)}`, {
      hint: [
        didYouMean(unknown, [...kinds, ...OPTIONS]),
        `Tests are ${listNames(kinds)}; options ${listNames(OPTIONS)}.`,
      ]
        .filter(Boolean)
        .join(' '),
    })
  }
  const [kind, other] = found
  if (kind === undefined)
    throw new InvalidArgument(`${where}: no test is named`, { hint: `one of ${listNames(kinds)}: ${example}` })
  if (other !== undefined)
    throw new InvalidArgument(`${where}: ${kind} and ${other} are two tests`, { hint: 'write an object for each' })
  return { kind, options: readOptions(where, given) }
}

function readOptions(where: string, given: Given): ReadOptions {
  const { name, severity = 'error', warnIf, errorIf, limit, storeFailures = false } = given
  const refuse = (option: string, expected: string): never => {
    throw new InvalidArgument(`${where}: ${option} is ${describeValue(given[option])}`, {
      hint: `expected ${expected}`,
    })
  }
  if (name !== undefined && (typeof name !== 'string' || name === '')) return refuse('name', 'a name')
  if (severity !== 'error' && severity !== 'warn') return refuse('severity', "'error' or 'warn'")
  if (limit !== undefined && !(typeof limit === 'number' && Number.isSafeInteger(limit) && limit > 0))
    return refuse('limit', 'a number of rows: 1, 2, 3 …')
  if (typeof storeFailures !== 'boolean' && (typeof storeFailures !== 'string' || storeFailures === ''))
    return refuse('storeFailures', 'true, false, or the name of a table')
  for (const [option, text] of Object.entries({ warnIf, errorIf })) {
    if (text !== undefined) parseThreshold(text, `${where}: ${option}`)
  }
  return {
    name,
    severity,
    warnIf: warnIf as string | undefined,
    errorIf: errorIf as string | undefined,
    where: given.where === undefined ? undefined : functionOf(where, 'where', given.where),
    limit,
    storeFailures,
  }
}

function readBounds(where: string, value: unknown): RowBounds {
  const names = ['min', 'max', 'equals']
  const isCount = (one: unknown): boolean => typeof one === 'number' && Number.isSafeInteger(one) && one >= 0
  const given = isObject(value) ? Object.entries(value).filter(([, bound]) => bound !== undefined) : []
  if (given.length > 0 && given.every(([name, bound]) => names.includes(name) && isCount(bound)))
    return Object.fromEntries(given)
  throw new InvalidArgument(`${where}: rowCount is ${describeValue(value)}`, {
    hint: 'expected { min: 1 }, { max: 100 }, { min: 1, max: 100 } or { equals: 50 }',
  })
}

function functionOf(where: string, what: string, value: unknown): OfTested {
  if (typeof value === 'function') return value as OfTested
  throw new InvalidArgument(`${where}: ${what} is ${describeValue(value)}, not a function`, {
    hint: what === 'rows' ? 'rows: (orders) => orders.filter(…)' : `${what}: (o) => o.total.gte(0)`,
  })
}

const isLater = (value: unknown): value is Later<ModelRef<unknown>> => typeof value === 'function' || isModelRef(value)

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
