import {
  type Attribute,
  type ColumnStep,
  columnExpr,
  type Expr,
  isVolatile,
  mapParts,
  type Plan,
} from '../analyse/resolved.ts'
import { walkPlan } from '../analyse/walk-plan.ts'
import { UnsupportedOnDialect } from '../errors/index.ts'
import { exprsOf } from './map-plan.ts'

type GroupingSets = Extract<Plan, { kind: 'aggregate' }> & { readonly sets: readonly (readonly number[])[] }

/**
 * A union of one plain aggregation for each grouping set, NULL for the keys that the set has not.
 *
 * @throws UnsupportedOnDialect for rows that each of them would draw anew
 */
export function expandGroupingSets(plan: GroupingSets, title: string, newId: () => number): Plan {
  if (walkPlan(plan.input).some((node) => exprsOf(node).some(isVolatile))) {
    throw new UnsupportedOnDialect(`rollup, cube and groupingSets of what is drawn are not supported on ${title}`, {
      hint: 'keep what was drawn: .cache() before',
    })
  }
  const inputs = plan.sets.map((set): Plan => {
    const keys = plan.keys.filter((_, place) => set.includes(place))
    const absent = plan.keys.filter((_, place) => !set.includes(place))
    const aggregates = plan.aggregates.map(
      ({ attribute, expr }): ColumnStep => ({ attribute, expr: inSet(expr, keys, absent) }),
    )
    const below: Plan = {
      kind: 'aggregate',
      input: plan.input,
      keys,
      aggregates,
      sets: undefined,
      outputs: [...keys, ...aggregates].map((column) => column.attribute),
    }
    const columns = plan.outputs.map((attribute): ColumnStep => {
      const output: Attribute = { ...attribute, id: newId() }
      const missing = absent.some((key) => key.attribute.id === attribute.id)
      return {
        attribute: output,
        expr: missing ? { kind: 'literal', value: null, type: attribute.type, nullable: true } : columnExpr(attribute),
      }
    })
    return { kind: 'project', input: below, columns, outputs: columns.map((column) => column.attribute) }
  })
  return { kind: 'set', operator: 'union all', inputs, outputs: plan.outputs }
}

/** An aggregate as it is in one set: which keys are grouped is known there. */
function inSet(expr: Expr, keys: readonly ColumnStep[], absent: readonly ColumnStep[]): Expr {
  if (expr.kind === 'call' && expr.fn.name === 'grouping') {
    const bits = expr.args.map((arg) => (absent.some((key) => sameExpr(key.expr, arg)) ? 1 : 0))
    const value = bits.reduce<number>((mask, bit) => mask * 2 + bit, 0)
    return { kind: 'literal', value, type: expr.type, nullable: false }
  }
  if (expr.kind === 'call' && expr.fn.kind === 'aggregate') return expr
  if (absent.some((key) => sameExpr(key.expr, expr)))
    return { kind: 'literal', value: null, type: expr.type, nullable: true }
  return mapParts(expr, (part) => inSet(part, keys, absent))
}

function sameExpr(a: Expr, b: Expr): boolean {
  return a === b || (a.kind === 'column' && b.kind === 'column' && a.id === b.id)
}
