/** Where aggregates and window functions may stand. */
import { MisplacedAggregate, shorten } from '../errors/index.ts'
import { type Expr, isAggregateCall, partsOf } from './resolved.ts'

/**
 * Every column of an aggregate stands inside an aggregate function or is a group key.
 *
 * @throws MisplacedAggregate naming the output `name` of the verb `where`.
 */
export function checkAggregated(expr: Expr, grouped: ReadonlySet<number>, name: string, where: string): void {
  if (isAggregateCall(expr)) return
  if (expr.kind === 'over') {
    throw new MisplacedAggregate(`${where}: ${quote(name)} holds a window function beside aggregates`, {
      hint: 'compute it with withColumn before or after',
    })
  }
  refuseIfBareWindow(expr, where)
  if (expr.kind === 'column' && !grouped.has(expr.id)) {
    throw new MisplacedAggregate(`${where}: ${quote(name)} uses the column ${quote(expr.name)} outside an aggregate`, {
      hint: `write max(o.${shorten(expr.name)}) or another aggregate, or add the column to groupBy(…)`,
    })
  }
  for (const part of partsOf(expr)) checkAggregated(part, grouped, name, where)
}

/** No aggregate over rows, where each row has a value of its own. @throws MisplacedAggregate */
export function refuseAggregate(expr: Expr, where: string): void {
  if (isAggregateCall(expr)) {
    throw new MisplacedAggregate(`${where} holds an aggregate, which has one value for many rows`, {
      hint: 'say over which rows: .over(Window.partitionBy(…)); or write groupBy(…).agg(…)',
    })
  }
  refuseIfBareWindow(expr, where)
  for (const part of partsOf(expr)) refuseAggregate(part, where)
}

/** No window function without its window. @throws MisplacedAggregate */
export function refuseBareWindow(expr: Expr, where: string): void {
  refuseIfBareWindow(expr, where)
  for (const part of partsOf(expr)) refuseBareWindow(part, where)
}

function refuseIfBareWindow(expr: Expr, where: string): void {
  if (expr.kind !== 'call' || expr.fn.kind !== 'window') return
  throw new MisplacedAggregate(`${where}: ${expr.fn.name} needs .over(window)`, {
    hint: 'for example .over(Window.partitionBy(o.state).orderBy(o.day)), in withColumn or select',
  })
}

const quote = (name: string): string => JSON.stringify(shorten(name))
