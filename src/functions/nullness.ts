import type { Constant, Like } from '../column/aggregate.ts'
import type { ColumnOf, Condition, ValueOf } from '../column/column.ts'
import { columnArgument, toColumn, toCondition, toExpression } from '../column/expression-column.ts'
import type { NN, NumberOf, Text, Widen } from '../column/values.ts'
import { call, type LiteralValue, literal } from '../plan/expression.ts'
import { types } from '../plan/type.ts'
import { coalesce, nullif } from './conditional.ts'
import { scalar } from './define.ts'
import type { Numbers } from './numbers.ts'
import { double, text, value } from './parameter.ts'

/** The first value, or the second where the first is NULL. @example nvl(o.discount, 0) */
export const nvl: typeof coalesce = coalesce
/** `nvl` by its other name. */
export const ifnull: typeof coalesce = coalesce

/**
 * The second value where the first is not NULL, the third where it is.
 *
 * @example nvl2(o.shippedAt, o.carrier, 'waiting')
 */
export function nvl2<C extends ColumnOf<unknown>, X, Y>(
  column: C,
  present: ColumnOf<X> | (X & LiteralValue),
  absent: ColumnOf<Y> | (Y & LiteralValue),
): Like<C, Widen<X | Y>> {
  return toColumn({
    kind: 'case',
    branches: [{ when: call('isNotNull', [columnArgument(column, 'nvl2')]), then: toExpression(present, 'nvl2') }],
    otherwise: toExpression(absent, 'nvl2'),
  })
}

/** True where the column is not NULL; the function form of `.isNotNull()`. @example isnotnull(o.shippedAt) */
export function isnotnull<C extends ColumnOf<unknown>>(column: C): Like<C, boolean> {
  return toColumn(call('isNotNull', [columnArgument(column, 'isnotnull')]))
}

/** Whether both are equal, NULLs being equal to each other; the function form of `.eqNullSafe()`. @example equalNull(o.a, o.b) */
export function equalNull<A extends ColumnOf<unknown>, B>(column: A, other: B): Like<A | B, boolean> {
  return toColumn(call('eqNullSafe', [columnArgument(column, 'equalNull'), toExpression(other, 'equalNull')]))
}

/** NULL where the number is zero. @example nullifzero(o.quantity) */
export function nullifzero<C extends Numbers>(number: C): Like<C, NumberOf<ValueOf<C>> | null> {
  return nullif(number as never, 0 as never) as never
}

/** Zero where the number is NULL. @example zeroifnull(o.discount) */
export function zeroifnull<C extends Numbers>(number: C): Like<C, NN<NumberOf<ValueOf<C>>>> {
  return toColumn(call('coalesce', [columnArgument(number, 'zeroifnull'), literal(0, types.int)]))
}

/** Whether the number is NaN; of NULL it is false, and so is it always on SQLite, which has no NaN. @example isnan(p.x) */
export const isnan: <C extends Numbers>(number: C) => Like<C, boolean> = scalar('isnan', {
  takes: [double],
  gives: types.boolean,
  nulls: 'never',
})

/**
 * Raises, with this message, for every row for which it is evaluated: the branch of a `when` that must not happen.
 *
 * @example when(o.total.gte(0), o.total).otherwise(raiseError('a negative total'))
 */
export const raiseError: (message: string | ColumnOf<Text | null>) => Constant<null> = scalar('raiseError', {
  takes: [value(text)],
  gives: types.void,
  nulls: 'always',
})

/**
 * NULL where the condition is true; raises where it is false or NULL.
 *
 * @example assertTrue(o.total.gte(0), 'a negative total')
 */
export function assertTrue<C extends Condition>(condition: C, message = 'the condition is not true'): Like<C, null> {
  return toColumn({
    kind: 'case',
    branches: [{ when: toCondition(condition, 'assertTrue'), then: literal(null) }],
    otherwise: call('raiseError', [toExpression(message, 'assertTrue')]),
  })
}
