import { call, type Expression, literal, type NamedExpression, nameReference } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'
import { types } from '../plan/type.ts'
import { isNumeric } from '../plan/type-rules.ts'
import type { Analysis } from './analysis.ts'
import { chosen } from './chosen.ts'
import type { AnalysedFrame } from './frame-scope.ts'
import type { Attribute } from './resolved.ts'

/** The column that says which statistic a row is; before it stands, unseen, its place. */
const SUMMARY = 'summary'
const PLACE = 'place'

/**
 * `describe` and `summary`: all statistics as one row of aggregates, beside a list of their names. Columns that are
 * neither numbers nor text are left out; texts that read as numbers have a mean, as in Spark.
 */
export function analyseSummary(relation: Extract<Relation, { kind: 'summary' }>, analysis: Analysis): AnalysedFrame {
  const { statistics, names } = relation
  const columns = chosen(analysis.frame(relation.input), names, 'describe').filter(
    ({ type }) => isNumeric(type) || type.kind === 'string',
  )
  const list: Relation = {
    kind: 'values',
    fields: [
      { name: PLACE, type: types.int, nullable: false },
      { name: SUMMARY, type: types.string, nullable: false },
    ],
    rows: statistics.map((statistic, place) => [place, statistic]),
  }
  const name = (column: number, place: number): string => `${column}_${place}`
  const aggregates = columns.flatMap((attribute, column) =>
    statistics.map(
      (statistic, place): NamedExpression => ({
        name: name(column, place),
        expression: asText(statisticOf(statistic, attribute)),
      }),
    ),
  )
  const shown = columns.map(
    (attribute, column): Expression => ({
      kind: 'alias',
      operand: {
        kind: 'case',
        branches: statistics.map((_, place) => ({
          when: call('eq', [nameReference(PLACE), literal(place, types.int)]),
          then: nameReference(name(column, place)),
        })),
        otherwise: undefined,
      },
      name: attribute.name,
    }),
  )
  const values: Relation =
    columns.length === 0
      ? list
      : {
          kind: 'join',
          left: list,
          right: { kind: 'aggregate', input: relation.input, keys: [], sets: undefined, aggregates },
          how: 'cross',
          on: { kind: 'none' },
          suffix: '_right',
        }
  const sorted: Relation = { kind: 'sort', input: values, keys: [nameReference(PLACE)] }
  const rows: Relation = { kind: 'select', input: sorted, columns: [nameReference(SUMMARY), ...shown] }
  return { ...analysis.frame(rows), relation }
}

const asText = (operand: Expression): Expression => ({ kind: 'cast', operand, to: types.string, onError: 'raise' })

function statisticOf(statistic: string, { name, type }: Attribute): Expression {
  const column = nameReference(name)
  const number: Expression =
    type.kind === 'string' ? { kind: 'cast', operand: column, to: types.double, onError: 'null' } : column
  switch (statistic) {
    case 'count':
    case 'min':
    case 'max':
      return call(statistic, [column])
    case 'count_distinct':
      return call('countDistinct', [column])
    case 'mean':
      return call('avg', [number])
    case 'stddev':
      return call('stddev', [number])
    default:
      return call('percentileApprox', [number, literal(Number(statistic.slice(0, -1)) / 100, types.double)])
  }
}
