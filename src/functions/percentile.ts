/** What a share of all values is at most. */
import type { Aggregate } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { columnArgument, describeValue, expressionOf, toColumn } from '../column/expression-column.ts'
import type { Numeric } from '../column/values.ts'
import { InvalidArgument } from '../errors/index.ts'
import { call, type Expression, literal } from '../plan/expression.ts'
import { type SqlType, types } from '../plan/type.ts'
import type { Rows } from './aggregate.ts'
import { aggregate } from './define.ts'
import type { Argument } from './entry.ts'
import { double, number, rest, value } from './parameter.ts'

const ofColumn = ([of]: readonly Argument[]): SqlType => (of as Argument).type
const listOf =
  (gives: (args: readonly Argument[]) => SqlType) =>
  (args: readonly Argument[]): SqlType => ({ kind: 'array', element: gives(args) })
const ofDouble = (): SqlType => types.double

const share = { ...value(double), what: 'a share from 0 to 1' }
aggregate('percentile', { takes: [double, share], gives: ofDouble })
aggregate('percentiles', { takes: [double, share, rest(share)], gives: listOf(ofDouble) })
aggregate('percentileApprox', { takes: [number, share], gives: ofColumn })
aggregate('percentilesApprox', { takes: [number, share, rest(share)], gives: listOf(ofColumn) })

/** What stands in the program: a plain value, or a column that is a constant. */
function written(given: unknown): unknown {
  const expression = expressionOf(given)
  return expression ? constantOf(expression) : given
}

const constantOf = (expression: Expression): unknown =>
  expression.kind === 'literal' ? expression.value : 'a column that is no constant'

/** The shares, in a list where a list was given. */
function sharesOf(given: unknown, name: string): { readonly list: boolean; readonly shares: readonly number[] } {
  const expression = expressionOf(given)
  const list = Array.isArray(given)
    ? given.map(written)
    : expression?.kind === 'call' && expression.fn === 'array'
      ? expression.args.map(constantOf)
      : undefined
  const shares = (list ?? [written(given)]).map((share): number => {
    if (typeof share === 'number' && share >= 0 && share <= 1) return share
    throw new InvalidArgument(`${name} takes a share from 0 to 1, or a list of them, not ${describeValue(share)}`)
  })
  if (shares.length > 0) return { list: list !== undefined, shares }
  throw new InvalidArgument(`${name} takes at least one share`)
}

function percentileOf(name: string, several: string, column: unknown, given: unknown): never {
  const { list, shares } = sharesOf(given, name)
  const of = columnArgument(column, name)
  return toColumn(call(list ? several : name, [of, ...shares.map((one) => literal(one, types.double))]))
}

/** A share from 0 to 1, or several, as the program writes them. */
type Share = number | ColumnOf<number>
type Shares = readonly number[] | ColumnOf<readonly (number | null)[]>

interface Percentile {
  (column: Rows<Numeric | null>, share: Share): Aggregate<number | null>
  (column: Rows<Numeric | null>, shares: Shares): Aggregate<readonly number[] | null>
}
/**
 * The value that a share of all values is at most, a double: between two values it lies on the line from one to the other.
 * NULLs are left out; NULL for no rows.
 *
 * @param share from 0 to 1, or a list of such, which gives a list
 * @throws InvalidArgument for a share that is no number from 0 to 1
 * @example percentile(o.total, 0.75) // 1, 2, 4 → 3
 * @example percentile(o.total, [0.25, 0.75])
 */
export const percentile: Percentile = (column: unknown, given: unknown) =>
  percentileOf('percentile', 'percentiles', column, given)

/** The value in the middle: `percentile(column, 0.5)`. */
export const median: (column: Rows<Numeric | null>) => Aggregate<number | null> = (column) => percentile(column, 0.5)

interface PercentileApprox {
  <V extends Numeric | null>(column: Rows<V>, share: Share, accuracy?: number | ColumnOf<number>): Aggregate<V | null>
  <V extends Numeric | null>(
    column: Rows<V>,
    shares: Shares,
    accuracy?: number | ColumnOf<number>,
  ): Aggregate<readonly Exclude<V, null>[] | null>
}
/**
 * The value that a share of all values is at most: of n values in order the ceil(share × n)th. Exact, whatever Spark's
 * name for it says, and so the `accuracy` is taken and not needed. NULLs are left out; NULL for no rows.
 *
 * @throws InvalidArgument for a share that is no number from 0 to 1, or an accuracy that is no whole number from 1
 * @example percentileApprox(o.total, 0.5) // the median
 */
export const percentileApprox: PercentileApprox = (column: unknown, given: unknown, accuracy: unknown = 1) => {
  const digits = Number(written(accuracy))
  if (!Number.isSafeInteger(digits) || digits < 1) {
    throw new InvalidArgument(
      `percentileApprox takes a whole number from 1 as its accuracy, not ${describeValue(accuracy)}`,
    )
  }
  return percentileOf('percentileApprox', 'percentilesApprox', column, given)
}
/** `percentileApprox` by its other name. */
export const approxPercentile: PercentileApprox = percentileApprox
