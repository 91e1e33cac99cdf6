import { InternalError } from '../errors/index.ts'
import { functionEntry } from '../functions/entry.ts'
import { call, type Expression, literal } from '../plan/expression.ts'
import type { PivotValue, Relation } from '../plan/relation.ts'
import { types } from '../plan/type.ts'
import { analyseAggregate } from './aggregates.ts'
import { type Analysis, computed, keep, makeFrame, project } from './analysis.ts'
import { chosenBy } from './chosen-by.ts'
import { resolveExpression } from './expressions.ts'
import { type AnalysedFrame, frameScope } from './frame-scope.ts'
import { outputNameOf } from './output-name.ts'
import type { ColumnStep, Plan } from './resolved.ts'

type Node<K> = Extract<Relation, { kind: K }>

/** `groupBy(…).pivot(on, values).agg(…)`: each aggregate once a value, over the rows that have it. */
export function analysePivot(relation: Node<'pivot'>, analysis: Analysis): AnalysedFrame {
  const aggregates = relation.values.flatMap((value) =>
    relation.aggregates.map(({ name, expression }) => ({
      name: `${value.label}_${name}`,
      expression: restricted(expression, condition(relation.on, value)),
    })),
  )
  const { input, keys } = relation
  return { ...analyseAggregate({ kind: 'aggregate', input, keys, sets: undefined, aggregates }, analysis), relation }
}

function condition(on: Expression, { value }: PivotValue): Expression {
  if (value === null) return call('isNull', [on])
  if (typeof value === 'boolean') return value ? on : call('not', [on])
  return call('eq', [on, literal(value)])
}

/** `count()`: it is 0 where there is no row, and nowhere else. */
const isRowCount = ({ fn, args }: Extract<Expression, { kind: 'call' }>): boolean =>
  fn === 'count' && args.length === 1 && args[0]?.kind === 'literal' && args[0].value !== null

/** An aggregate over only those rows for which the condition is true; NULL where there is none. */
function restricted(expression: Expression, where: Expression): Expression {
  const again = (one: Expression): Expression => restricted(one, where)
  switch (expression.kind) {
    case 'call': {
      const entry = functionEntry(expression.fn)
      if (!entry) throw new InternalError(`no function is called ${expression.fn}`)
      if (entry.kind !== 'aggregate') return { ...expression, args: expression.args.map(again) }
      const when = (value: Expression): Expression => ({
        kind: 'case',
        branches: [{ when: where, then: value }],
        otherwise: undefined,
      })
      const { leavesOut } = entry
      const args =
        leavesOut === 'condition'
          ? [...padded(expression.args, entry.parameters.length - 1), where]
          : expression.args.map((arg, index) => (index === leavesOut ? when(arg) : arg))
      const counted: Expression = { ...expression, args }
      // A count of no rows is 0; of an absent combination it is not known.
      if (entry.nullable([{ type: types.long, nullable: false, literal: undefined }])) return counted
      if (isRowCount(expression)) return call('nullif', [counted, literal(0, types.long)])
      const present = call('gt', [call('count', [when(literal(1, types.int))]), literal(0, types.long)])
      return { kind: 'case', branches: [{ when: present, then: counted }], otherwise: undefined }
    }
    case 'cast':
    case 'alias':
      return { ...expression, operand: again(expression.operand) }
    case 'case':
      return {
        ...expression,
        branches: expression.branches.map((branch) => ({ when: again(branch.when), then: again(branch.then) })),
        otherwise: expression.otherwise && again(expression.otherwise),
      }
    default:
      return expression
  }
}

/** The arguments that stand before the last possible one: those that were left out are false. */
const padded = (args: readonly Expression[], count: number): readonly Expression[] =>
  Array.from({ length: count }, (_, index) => args[index] ?? literal(false, types.boolean))

/** `unpivot(ids, values, …)`: each row once a value column, beside a list of their names. */
export function analyseUnpivot(relation: Node<'unpivot'>, analysis: Analysis): AnalysedFrame {
  const input = analysis.frame(relation.input)
  const scope = frameScope(input, 'unpivot')
  const ids = relation.ids.map((id): ColumnStep => {
    const expr = resolveExpression(id, scope, analysis)
    const name = outputNameOf(id)
    return expr.kind === 'column'
      ? { attribute: { id: expr.id, name, type: expr.type, nullable: expr.nullable }, expr }
      : computed(name, expr, analysis)
  })
  const values = relation.values.map((value) => ({
    name: outputNameOf(value),
    expr: resolveExpression(value, scope, analysis),
  }))
  const variable = { id: analysis.newId(), name: relation.variableName, type: types.string, nullable: false }
  const names: Plan = {
    kind: 'values',
    fields: [{ name: relation.variableName, type: types.string, nullable: false }],
    rows: values.map(({ name }) => [name]),
    outputs: [variable],
  }
  const joined: Plan = {
    kind: 'join',
    left: input.plan,
    right: names,
    how: 'cross',
    condition: undefined,
    outputs: [...input.outputs, variable],
  }
  const value = chosenBy(
    variable,
    values.map(({ name, expr }) => ({ when: name, expr, where: `unpivot: the column ${JSON.stringify(name)}` })),
  )
  return makeFrame(
    relation,
    project(joined, [...ids, keep(variable), computed(relation.valueName, value, analysis)]),
    input.joined,
  )
}
