import { MisplacedAggregate } from '../errors/index.ts'
import type { Relation } from '../plan/relation.ts'
import { type Analysis, computed, makeFrame } from './analysis.ts'
import { resolveExpression } from './expressions.ts'
import { type AnalysedFrame, frameScope } from './frame-scope.ts'
import { outputNameOf } from './output-name.ts'
import { checkAggregated } from './placement.ts'
import { type ColumnStep, hasAggregate, hasWindow } from './resolved.ts'

/** `groupBy(…).agg(…)`: keys keep their identity where they are plain columns; aggregates are new columns. */
export function analyseAggregate(
  relation: Extract<Relation, { kind: 'aggregate' }>,
  analysis: Analysis,
): AnalysedFrame {
  const input = analysis.frame(relation.input)
  const keyScope = frameScope(input, 'groupBy')
  const keys = relation.keys.map((key): ColumnStep => {
    const name = outputNameOf(key)
    const expr = resolveExpression(key, keyScope, analysis)
    if (hasAggregate(expr) || hasWindow(expr)) {
      throw new MisplacedAggregate(`groupBy: the key ${JSON.stringify(name)} is an aggregate or window function`, {
        hint: 'compute it with withColumn first',
      })
    }
    if (expr.kind !== 'column') return computed(name, expr, analysis)
    return { attribute: { id: expr.id, name, type: expr.type, nullable: expr.nullable }, expr }
  })
  const grouped = new Set(keys.flatMap((key) => (key.expr.kind === 'column' ? [key.expr.id] : [])))
  const scope = frameScope(input, 'agg')
  const aggregates = relation.aggregates.map(({ name, expression }) => {
    const expr = resolveExpression(expression, scope, analysis)
    if (hasWindow(expr)) {
      throw new MisplacedAggregate(`agg: ${JSON.stringify(name)} holds a window function`, {
        hint: 'compute it with withColumn before or after',
      })
    }
    checkAggregated(expr, grouped, name, 'agg')
    return computed(name, expr, analysis)
  })
  const outputs = [...keys, ...aggregates].map((column) => column.attribute)
  return makeFrame(relation, { kind: 'aggregate', input: input.plan, keys, aggregates, outputs }, input.renewals)
}
