import { scalar } from './define.ts'
import { type ToDouble, type TwoToDouble, toDouble, twoToDouble } from './numbers.ts'

/** Sine of an angle in radians. @example sin(p.angle) */
export const sin: ToDouble = scalar('sin', toDouble)
/** Cosine of an angle in radians. @example cos(p.angle) */
export const cos: ToDouble = scalar('cos', toDouble)
/** Tangent of an angle in radians. @example tan(p.angle) */
export const tan: ToDouble = scalar('tan', toDouble)
/** Cotangent of an angle in radians; Infinity at zero. @example cot(p.angle) */
export const cot: ToDouble = scalar('cot', toDouble)
/** Secant: one by the cosine. @example sec(p.angle) */
export const sec: ToDouble = scalar('sec', toDouble)
/** Cosecant: one by the sine; Infinity at zero. @example csc(p.angle) */
export const csc: ToDouble = scalar('csc', toDouble)
/** The angle in radians with this sine; NaN beyond -1 … 1 (NULL on SQLite). @example asin(p.ratio) */
export const asin: ToDouble = scalar('asin', toDouble)
/** The angle in radians with this cosine; NaN beyond -1 … 1 (NULL on SQLite). @example acos(p.ratio) */
export const acos: ToDouble = scalar('acos', toDouble)
/** The angle in radians with this tangent. @example atan(p.slope) */
export const atan: ToDouble = scalar('atan', toDouble)
/** The angle in radians of the point (x, y): first y, then x. @example atan2(p.y, p.x) */
export const atan2: TwoToDouble = scalar('atan2', twoToDouble)
/** Hyperbolic sine. @example sinh(p.x) */
export const sinh: ToDouble = scalar('sinh', toDouble)
/** Hyperbolic cosine. @example cosh(p.x) */
export const cosh: ToDouble = scalar('cosh', toDouble)
/** Hyperbolic tangent. @example tanh(p.x) */
export const tanh: ToDouble = scalar('tanh', toDouble)
/** Inverse hyperbolic sine, as ln(x + sqrt(x² + 1)). @example asinh(p.x) */
export const asinh: ToDouble = scalar('asinh', toDouble)
/** Inverse hyperbolic cosine; NaN below 1 (NULL on SQLite). @example acosh(p.x) */
export const acosh: ToDouble = scalar('acosh', toDouble)
/** Inverse hyperbolic tangent; NaN beyond -1 … 1 (NULL on SQLite). @example atanh(p.x) */
export const atanh: ToDouble = scalar('atanh', toDouble)
/** Radians as degrees. @example degrees(p.angle) */
export const degrees: ToDouble = scalar('degrees', toDouble)
/** Degrees as radians. @example radians(p.heading) */
export const radians: ToDouble = scalar('radians', toDouble)
/** The length of the hypotenuse, without overflow on the way. @example hypot(p.x, p.y) */
export const hypot: TwoToDouble = scalar('hypot', twoToDouble)
