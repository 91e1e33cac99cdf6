import { InvalidArgument } from '../errors/index.ts'
import type { Expression, WindowDefinition } from '../plan/expression.ts'
import type { ColumnOf, SortKey } from './column.ts'
import { describeValue, expressionOf } from './expression-column.ts'

/**
 * Which rows a window function sees. Immutable; every call gives a new one.
 *
 * @example
 * const byTime = Window.partitionBy(o.customer_id).orderBy(o.placed_at)
 * lag(o.placed_at).over(byTime)
 * avg(o.net).over(byTime.rowsBetween(-6, Window.currentRow))
 */
export interface WindowSpec {
  readonly definition: WindowDefinition
  partitionBy(...by: ColumnOf<unknown>[]): WindowSpec
  orderBy(...by: (ColumnOf<unknown> | SortKey)[]): WindowSpec
  /** Rows from `from` to `to`, counted from the current one: negative before, 0 the row itself, positive after. */
  rowsBetween(from: number, to: number): WindowSpec
  /** Rows whose order value lies from `from` to `to` around the current row's. */
  rangeBetween(from: number, to: number): WindowSpec
}

const keys = (by: readonly unknown[], verb: string): readonly Expression[] =>
  by.map((key) => {
    const expression = expressionOf(key)
    if (expression) return expression
    const hint = typeof key === 'string' ? `write col(${JSON.stringify(key)})` : undefined
    throw new InvalidArgument(`Window.${verb} takes columns, not ${describeValue(key)}`, { hint })
  })

function makeWindow(definition: WindowDefinition): WindowSpec {
  const frame = (unit: 'rows' | 'range') => (from: number, to: number) => {
    if (Number.isNaN(from) || Number.isNaN(to) || from > to) {
      throw new InvalidArgument(`${unit}Between(${from}, ${to}) is no frame: it must go from a lower to a higher bound`)
    }
    return makeWindow({ ...definition, frame: { unit, from, to } })
  }
  return Object.freeze({
    definition,
    partitionBy: (...by: unknown[]) => makeWindow({ ...definition, partitionBy: keys(by, 'partitionBy') }),
    orderBy: (...by: unknown[]) => makeWindow({ ...definition, orderBy: keys(by, 'orderBy') }),
    rowsBetween: frame('rows'),
    rangeBetween: frame('range'),
  })
}

/** Where every window begins: `Window.partitionBy(…)`, `Window.orderBy(…)`. */
export const Window: WindowSpec & {
  readonly currentRow: 0
  readonly unboundedPreceding: number
  readonly unboundedFollowing: number
} = Object.freeze({
  ...makeWindow({ partitionBy: [], orderBy: [], frame: undefined }),
  currentRow: 0 as const,
  unboundedPreceding: Number.NEGATIVE_INFINITY,
  unboundedFollowing: Number.POSITIVE_INFINITY,
})
