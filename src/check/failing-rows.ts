import { InvalidArgument, listNames } from '../errors/index.ts'
import { call, type Expression, literal, nameReference } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import { types } from '../plan/type.ts'
import { arrangeRows } from '../session/infer-schema.ts'
import type { CheckSpec, ExpectedRow } from './spec.ts'

/** The columns of failing rows that are not the tested relation's own, under the names that dbt gives them. */
const FAILURE_COLUMNS = {
  uniqueValue: 'unique_field',
  badValue: 'value_field',
  missingKey: 'from_field',
  count: 'n_records',
  difference: 'difference',
} as const

/** What a key that is referred to is called beside the one that refers to it: dbt's name. */
const KNOWN_KEY = 'to_field'

/** Of an `equals`: what the relation lacks, and what it should not have. */
const DIFFERENCES = { missing: 'missing', extra: 'extra' } as const

/**
 * The rows that make a test fail, as a plan: none is a pass.
 *
 * `unique` gives each duplicated value with its count, `acceptedValues` each bad value with its count, `references` the
 * missing key of each row that has one, `notNull` and `expression` the rows themselves, `rowCount` the count where it is
 * a wrong one, `equals` the rows that are missing and those that are too many.
 *
 * @param columnsOf the columns of a relation; only `equals` asks
 * @throws InvalidArgument for an `equals` of other columns
 */
export function failingRows(spec: CheckSpec, columnsOf: (relation: Relation) => Fields): Relation {
  const { tested } = spec
  const input: Relation =
    spec.where && spec.kind !== 'rows' ? { kind: 'filter', input: tested, condition: spec.where } : tested
  const failing = failingOf(spec, input, columnsOf)
  return spec.limit === undefined ? failing : { kind: 'limit', input: failing, count: spec.limit }
}

function failingOf(spec: CheckSpec, input: Relation, columnsOf: (relation: Relation) => Fields): Relation {
  switch (spec.kind) {
    case 'unique': {
      const { uniqueValue, count } = FAILURE_COLUMNS
      const found = filter(input, call('isNotNull', [nameReference(spec.column)]))
      return filter(counted(found, spec.column, uniqueValue), call('gt', [nameReference(count), literal(1)]))
    }
    case 'notNull':
      return filter(input, call('isNull', [nameReference(spec.column)]))
    case 'acceptedValues': {
      // A NULL passes in any case; among the values it would make every answer unknown.
      const values = spec.values.filter((value) => value !== null).map((value) => literal(value))
      const accepted: Expression = { kind: 'in', operand: nameReference(spec.column), values }
      const bad = call('and', [call('isNotNull', [nameReference(spec.column)]), call('not', [accepted])])
      return counted(filter(input, bad), spec.column, FAILURE_COLUMNS.badValue)
    }
    case 'references': {
      const keys = select(filter(input, call('isNotNull', [nameReference(spec.column)])), [
        named(nameReference(spec.column), FAILURE_COLUMNS.missingKey),
      ])
      // Not an anti join: SQLite would look through all that is referred to for each row, where no index helps it.
      const known = select(spec.to, [named(nameReference(spec.toColumn), KNOWN_KEY)])
      const [missing, found] = [
        { kind: 'attribute', frame: keys, name: FAILURE_COLUMNS.missingKey, operand: 'left' },
        { kind: 'attribute', frame: known, name: KNOWN_KEY, operand: 'right' },
      ] as const
      const on = { kind: 'condition', condition: call('eq', [missing, found]) } as const
      const joined: Relation = { kind: 'join', left: keys, right: known, how: 'left', on, suffix: '_right' }
      const lost = filter(joined, call('isNull', [nameReference(KNOWN_KEY)]))
      return select(lost, [nameReference(FAILURE_COLUMNS.missingKey)])
    }
    case 'expression':
      return filter(input, call('not', [spec.condition]))
    case 'rowCount': {
      const count = nameReference(FAILURE_COLUMNS.count)
      const rows = aggregate(input, [])
      const wrong = [
        ...(spec.min === undefined ? [] : [call('lt', [count, literal(spec.min)])]),
        ...(spec.max === undefined ? [] : [call('gt', [count, literal(spec.max)])]),
        ...(spec.equals === undefined ? [] : [call('ne', [count, literal(spec.equals)])]),
      ]
      return filter(rows, wrong.length === 1 ? (wrong[0] as Expression) : call('or', wrong))
    }
    case 'equals':
      return differences(input, spec.expected, columnsOf)
    case 'rows':
      return spec.rows
    default:
      return spec satisfies never
  }
}

/** The rows that only one side has, counted: a row that is there twice and expected once is one too many. */
function differences(
  input: Relation,
  given: Relation | readonly ExpectedRow[],
  columnsOf: (relation: Relation) => Fields,
): Relation {
  const fields = columnsOf(input)
  const names = fields.map(({ name }) => name)
  const expected: Relation = isRows(given)
    ? { kind: 'values', fields, rows: arrangeRows(given, fields, 'equals') }
    : given
  checkSameNames(names, isRows(given) ? names : columnsOf(given).map(({ name }) => name))
  const columns = names.map(nameReference)
  const [found, wanted] = [select(input, columns), select(expected, columns)]
  const label = freeName(FAILURE_COLUMNS.difference, names)
  const only = (left: Relation, right: Relation, difference: string): Relation =>
    select({ kind: 'setOperation', left, right, operation: 'except', all: true }, [
      named(literal(difference, types.string), label),
      ...columns,
    ])
  return {
    kind: 'union',
    left: only(wanted, found, DIFFERENCES.missing),
    right: only(found, wanted, DIFFERENCES.extra),
    by: 'position',
    allowMissing: false,
  }
}

const isRows = (given: Relation | readonly ExpectedRow[]): given is readonly ExpectedRow[] => Array.isArray(given)

function checkSameNames(found: readonly string[], expected: readonly string[]): void {
  const missing = expected.filter((name) => !found.includes(name))
  const extra = found.filter((name) => !expected.includes(name))
  if (missing.length + extra.length === 0) return
  throw new InvalidArgument(
    `equals compares relations of the same columns: ${[
      ...(missing.length > 0 ? [`${listNames(missing)} only in what is expected`] : []),
      ...(extra.length > 0 ? [`${listNames(extra)} only in what is tested`] : []),
    ].join(', ')}`,
  )
}

function freeName(wanted: string, taken: readonly string[]): string {
  const folded = new Set(taken.map((name) => name.toLowerCase()))
  let name = wanted
  for (let number = 2; folded.has(name.toLowerCase()); number += 1) name = `${wanted}_${number}`
  return name
}

/** The values of a column, each once, with the number of its rows. */
const counted = (input: Relation, column: string, name: string): Relation =>
  aggregate(input, [named(nameReference(column), name)])

const aggregate = (input: Relation, keys: readonly Expression[]): Relation => ({
  kind: 'aggregate',
  input,
  keys,
  sets: undefined,
  aggregates: [{ name: FAILURE_COLUMNS.count, expression: call('count', [literal(1, types.int)]) }],
})

const named = (operand: Expression, name: string): Expression => ({ kind: 'alias', operand, name })
const select = (input: Relation, columns: readonly Expression[]): Relation => ({ kind: 'select', input, columns })
const filter = (input: Relation, condition: Expression): Relation => ({ kind: 'filter', input, condition })
