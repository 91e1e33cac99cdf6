import type { Constant, Like, Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { columnArgument, toColumn, toExpression } from '../column/expression-column.ts'
import type { Text } from '../column/values.ts'
import { call, literal } from '../plan/expression.ts'
import { type SqlType, types } from '../plan/type.ts'
import { scalar } from './define.ts'
import { type Numbers, type ToDouble, toDouble } from './numbers.ts'
import { double, integer, type Parameter, text, value } from './parameter.ts'

const constant = (number: number) => () => toColumn(literal(number, types.double)) as unknown as Constant<number>

/** Euler's number. @example e() */
export const e: () => Constant<number> = constant(Math.E)
/** The circumference of a circle of diameter 1. @example pi() */
export const pi: () => Constant<number> = constant(Math.PI)

const logarithm = scalar('log', { takes: [value(double), double], gives: types.double, nulls: 'always' })

/**
 * The natural logarithm, or the one to a base that stands first; NULL for zero and below, of number and base alike.
 *
 * @example log(p.growth)
 * @example log(2, p.size) // 8 → 3
 */
export function log<C extends Numbers>(number: C): Like<C, number | null>
export function log<C extends Numbers>(base: number | Numbers, number: C): Like<C, number | null>
export function log(first: unknown, second?: unknown): unknown {
  return second === undefined ? toColumn(call('ln', [columnArgument(first, 'log')])) : logarithm(first, second)
}
/** Logarithm to base 2; NULL for zero and below. @example log2(p.size) */
export const log2: ToDouble = scalar('log2', toDouble)
/** ln(1 + x), exact for small x too; NULL for -1 and below. @example log1p(p.rate) */
export const log1p: ToDouble = scalar('log1p', toDouble)
/** e to the power of x, less 1, exact for small x too. @example expm1(p.rate) */
export const expm1: ToDouble = scalar('expm1', toDouble)
/** Cube root. @example cbrt(p.volume) */
export const cbrt: ToDouble = scalar('cbrt', toDouble)
/** The nearest whole number as a double; a half goes to the even neighbour. @example rint(p.x) // 2.5 → 2 */
export const rint: ToDouble = scalar('rint', toDouble)

/** The product of 1 to the number; NULL below 0 and above 20, where long ends. @example factorial(p.n) // 5 → 120 */
export const factorial: <C extends ColumnOf<number | null>>(number: C) => Like<C, number | null> = scalar('factorial', {
  takes: [integer],
  gives: types.long,
  nulls: 'always',
})

/**
 * The number of the bucket in which a value falls, of `count` equal ones between two bounds: 0 before the first and
 * count + 1 behind the last; NULL where there are no such buckets. Bounds may descend.
 *
 * @example widthBucket(o.total, 0, 100, 5)
 */
export const widthBucket: <C extends Numbers>(
  number: C,
  from: number | Numbers,
  to: number | Numbers,
  count: number | ColumnOf<number | null>,
) => Like<C, number | null> = scalar('widthBucket', {
  takes: [double, value(double), value(double), value(integer)],
  gives: types.long,
  nulls: 'always',
})

/** The binary digits of a whole number; 64 of them where it is negative. @example bin(p.flags) // 5 → '101' */
export const bin: <C extends ColumnOf<number | null>>(number: C) => Result<C, string> = scalar('bin', {
  takes: [integer],
  gives: types.string,
})

const digitable: Parameter = {
  what: 'a whole number, a string or binary',
  accepts: (type: SqlType) => ['byte', 'short', 'int', 'long', 'string', 'binary'].includes(type.kind),
  fallback: types.string,
}

/**
 * Hexadecimal digits, in capitals: of a whole number, of a text's UTF-8 bytes, or of bytes.
 *
 * @example hex(p.code) // 255 → 'FF'
 */
export const hex: <C extends ColumnOf<number | Text | Uint8Array | null>>(column: C) => Result<C, string> = scalar(
  'hex',
  { takes: [digitable], gives: types.string },
)

/** The bytes that hexadecimal digits stand for; NULL where they are none. @example unhex(p.digits) // 'FF' */
export const unhex: <C extends ColumnOf<Text | null>>(column: C) => Like<C, Uint8Array | null> = scalar('unhex', {
  takes: [text],
  gives: types.binary,
  nulls: 'always',
})

/**
 * The number that stands at the start of a text, written in another base (2 to 36; a negative one writes signed).
 * Beyond 64 bits it raises.
 *
 * @example conv(p.digits, 16, 10) // 'ff' → '255'
 */
export const conv: <C extends ColumnOf<Text | null>>(
  column: C,
  from: number | ColumnOf<number | null>,
  to: number | ColumnOf<number | null>,
) => Like<C, string | null> = scalar('conv', {
  takes: [text, value(integer), value(integer)],
  gives: types.string,
  nulls: 'always',
})

/** The number as it is. @example positive(o.total) */
export function positive<C extends Numbers>(number: C): C {
  return toColumn(toExpression(number, 'positive')) as unknown as C
}
