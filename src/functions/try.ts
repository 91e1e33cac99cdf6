import type { Like } from '../column/aggregate.ts'
import type { ValueOf } from '../column/column.ts'
import { columnArgument, toColumn, toExpression } from '../column/expression-column.ts'
import type { Arithmetic, Numeric } from '../column/values.ts'
import { call } from '../plan/expression.ts'
import { type ArithmeticOperator, arithmeticType } from '../plan/type-rules.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import type { Numbers, Operand } from './numbers.ts'
import { number, value } from './parameter.ts'

type Trying = <A extends Numbers, B extends Numeric | Numbers>(
  left: A,
  right: B,
) => Like<A | B, Arithmetic<ValueOf<A>, Operand<B>> | null>

const trying = (name: string, operator: ArithmeticOperator): Trying =>
  scalar(name, {
    takes: [value(number), value(number)],
    gives: ([a, b]) => arithmeticType(operator, (a as Argument).type, (b as Argument).type),
    nulls: 'always',
  })

/** The sum; NULL where it does not fit into its type. @example tryAdd(o.net, o.tax) */
export const tryAdd: Trying = trying('tryAdd', 'plus')
/** The difference; NULL where it does not fit into its type. @example trySubtract(o.net, o.discount) */
export const trySubtract: Trying = trying('trySubtract', 'minus')
/** The product; NULL where it does not fit into its type. @example tryMultiply(o.price, o.quantity) */
export const tryMultiply: Trying = trying('tryMultiply', 'times')

/** The quotient; NULL by zero, as `.div()` is. @example tryDivide(o.total, o.quantity) */
export const tryDivide: Trying = (left, right) =>
  toColumn(call('div', [columnArgument(left, 'tryDivide'), toExpression(right, 'tryDivide')]))
/** The remainder; NULL by zero, as `.mod()` is. @example tryMod(o.minutes, 60) */
export const tryMod: Trying = (left, right) =>
  toColumn(call('mod', [columnArgument(left, 'tryMod'), toExpression(right, 'tryMod')]))
