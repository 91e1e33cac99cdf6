import type { Like } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import type { Numeric } from '../column/values.ts'
import { types } from '../plan/type.ts'
import { scalar } from './define.ts'
import { double, value } from './parameter.ts'

type Numbers = ColumnOf<Numeric | null>
/** NULL also where the engine has no NaN to say that there is no such number. */
type ToDouble = <C extends Numbers>(number: C) => Like<C, number | null>
type TwoToDouble = <A extends Numbers, B extends number | Numbers>(first: A, second: B) => Like<A | B, number | null>

/** NULL is what engines without NaN have for it. */
const ofOne = { takes: [double], gives: types.double, nulls: 'always' as const }
const ofTwo = { takes: [double, value(double)], gives: types.double, nulls: 'always' as const }

/** Sine of an angle in radians. @example sin(p.angle) */
export const sin: ToDouble = scalar('sin', ofOne)
/** Cosine of an angle in radians. @example cos(p.angle) */
export const cos: ToDouble = scalar('cos', ofOne)
/** Tangent of an angle in radians. @example tan(p.angle) */
export const tan: ToDouble = scalar('tan', ofOne)
/** Cotangent of an angle in radians; Infinity at zero. @example cot(p.angle) */
export const cot: ToDouble = scalar('cot', ofOne)
/** Secant: one by the cosine. @example sec(p.angle) */
export const sec: ToDouble = scalar('sec', ofOne)
/** Cosecant: one by the sine; Infinity at zero. @example csc(p.angle) */
export const csc: ToDouble = scalar('csc', ofOne)
/** The angle in radians with this sine; NaN beyond -1 … 1 (NULL on SQLite). @example asin(p.ratio) */
export const asin: ToDouble = scalar('asin', ofOne)
/** The angle in radians with this cosine; NaN beyond -1 … 1 (NULL on SQLite). @example acos(p.ratio) */
export const acos: ToDouble = scalar('acos', ofOne)
/** The angle in radians with this tangent. @example atan(p.slope) */
export const atan: ToDouble = scalar('atan', ofOne)
/** The angle in radians of the point (x, y): first y, then x. @example atan2(p.y, p.x) */
export const atan2: TwoToDouble = scalar('atan2', ofTwo)
/** Hyperbolic sine. @example sinh(p.x) */
export const sinh: ToDouble = scalar('sinh', ofOne)
/** Hyperbolic cosine. @example cosh(p.x) */
export const cosh: ToDouble = scalar('cosh', ofOne)
/** Hyperbolic tangent. @example tanh(p.x) */
export const tanh: ToDouble = scalar('tanh', ofOne)
/** Inverse hyperbolic sine, as ln(x + sqrt(x² + 1)). @example asinh(p.x) */
export const asinh: ToDouble = scalar('asinh', ofOne)
/** Inverse hyperbolic cosine; NaN below 1 (NULL on SQLite). @example acosh(p.x) */
export const acosh: ToDouble = scalar('acosh', ofOne)
/** Inverse hyperbolic tangent; NaN beyond -1 … 1 (NULL on SQLite). @example atanh(p.x) */
export const atanh: ToDouble = scalar('atanh', ofOne)
/** Radians as degrees. @example degrees(p.angle) */
export const degrees: ToDouble = scalar('degrees', ofOne)
/** Degrees as radians. @example radians(p.heading) */
export const radians: ToDouble = scalar('radians', ofOne)
/** The length of the hypotenuse, without overflow on the way. @example hypot(p.x, p.y) */
export const hypot: TwoToDouble = scalar('hypot', ofTwo)
