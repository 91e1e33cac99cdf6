/** What functions of numbers have in common. */
import type { Like } from '../column/aggregate.ts'
import type { ColumnOf, ValueOf } from '../column/column.ts'
import type { Numeric } from '../column/values.ts'
import { types } from '../plan/type.ts'
import { double, value } from './parameter.ts'

export type Numbers = ColumnOf<Numeric | null>
/** The value of a column of numbers, or the number itself. */
export type Operand<X> = X extends ColumnOf<unknown> ? ValueOf<X> : X
/** NULL also where the engine has no NaN to say that there is no such number. */
export type ToDouble = <C extends Numbers>(number: C) => Like<C, number | null>
export type TwoToDouble = <A extends Numbers, B extends number | Numbers>(
  first: A,
  second: B,
) => Like<A | B, number | null>

export const toDouble = { takes: [double], gives: types.double, nulls: 'always' as const }
export const twoToDouble = { ...toDouble, takes: [double, value(double)] }
