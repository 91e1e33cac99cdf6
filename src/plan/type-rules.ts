import { MAX_DECIMAL_PRECISION, type SqlType, sameType, types } from './type.ts'

const INTEGRAL = ['byte', 'short', 'int', 'long']
/** Numbers in the order in which they widen. */
const WIDENING = ['byte', 'short', 'int', 'long', 'decimal', 'float', 'double']
/** How many digits an integer type can need, for its meeting with decimals. */
const INTEGRAL_DIGITS: Readonly<Record<string, number>> = { byte: 3, short: 5, int: 10, long: 20 }
/** Digits after the point that a decimal result keeps when it has to give up some, as in Spark. */
const MINIMUM_ADJUSTED_SCALE = 6

type DecimalType = Extract<SqlType, { kind: 'decimal' }>

/** What an entry of the map is by itself. */
export const entryType = ({ key, value }: Extract<SqlType, { kind: 'map' }>): SqlType => ({
  kind: 'struct',
  fields: [
    { name: 'key', type: key },
    { name: 'value', type: value },
  ],
})

export const isIntegral = (type: SqlType): boolean => INTEGRAL.includes(type.kind)
export const isFractional = (type: SqlType): boolean => type.kind === 'float' || type.kind === 'double'
export const isNumeric = (type: SqlType): boolean => WIDENING.includes(type.kind)
export const isTemporal = (type: SqlType): boolean => type.kind === 'date' || type.kind === 'timestamp'

/** Whether values of the type have an order that is the same on every engine: NULLs inside of arrays come first or last. */
export const hasOrder = (type: SqlType): boolean => !['array', 'struct', 'map', 'json', 'unknown'].includes(type.kind)

/** Whether two values of the type can be told to be equal, NULLs inside of them as one value. */
export function canBeEqual(type: SqlType): boolean {
  if (type.kind === 'array') return canBeEqual(type.element)
  if (type.kind === 'struct') return type.fields.every((field) => canBeEqual(field.type))
  return hasOrder(type)
}

/** Least and greatest value of an integer type. */
export function integralRange(kind: string): { min: bigint; max: bigint } | undefined {
  const bits = { byte: 8n, short: 16n, int: 32n, long: 64n }[kind]
  return bits === undefined ? undefined : { min: -(2n ** (bits - 1n)), max: 2n ** (bits - 1n) - 1n }
}

/** A decimal that holds every value of a numeric type; undefined for floating types. */
export function asDecimal(type: SqlType): DecimalType | undefined {
  if (type.kind === 'decimal') return type
  const digits = INTEGRAL_DIGITS[type.kind]
  return digits === undefined ? undefined : { kind: 'decimal', precision: digits, scale: 0 }
}

/** The decimal that any number is rounded as: a double keeps fifteen digits behind the point, a float seven. */
export function roundedAs(type: SqlType): DecimalType {
  if (type.kind === 'float') return { kind: 'decimal', precision: 14, scale: 7 }
  return asDecimal(type) ?? { kind: 'decimal', precision: 30, scale: 15 }
}

/** A decimal type within 38 digits; where it is not, digits after the point give way first, down to six. */
export function boundedDecimal(precision: number, scale: number): DecimalType {
  if (precision <= MAX_DECIMAL_PRECISION) return { kind: 'decimal', precision, scale }
  const integerDigits = precision - scale
  const kept = Math.max(MAX_DECIMAL_PRECISION - integerDigits, Math.min(scale, MINIMUM_ADJUSTED_SCALE))
  return { kind: 'decimal', precision: MAX_DECIMAL_PRECISION, scale: kept }
}

/** The type in which values of both types can meet without loss of meaning; undefined where they do not meet. */
export function commonType(a: SqlType, b: SqlType): SqlType | undefined {
  if (sameType(a, b) || b.kind === 'void') return a
  if (a.kind === 'void') return b
  if (isNumeric(a) && isNumeric(b)) return commonNumericType(a, b)
  if (isTemporal(a) && isTemporal(b)) return types.timestamp
  if (a.kind === 'array' && b.kind === 'array') {
    const element = commonType(a.element, b.element)
    return element && types.array(element)
  }
  return undefined
}

function commonNumericType(a: SqlType, b: SqlType): SqlType {
  const [left, right] = [asDecimal(a), asDecimal(b)]
  if (left && right && (a.kind === 'decimal' || b.kind === 'decimal')) {
    const scale = Math.max(left.scale, right.scale)
    return boundedDecimal(Math.max(left.precision - left.scale, right.precision - right.scale) + scale, scale)
  }
  if ((a.kind === 'float' && b.kind === 'decimal') || (a.kind === 'decimal' && b.kind === 'float')) return types.double
  return WIDENING.indexOf(a.kind) >= WIDENING.indexOf(b.kind) ? a : b
}

export type ArithmeticOperator = 'plus' | 'minus' | 'times' | 'div' | 'mod'

/** The type of `a op b` for numeric types; decimals by Spark's precision rules. */
export function arithmeticType(operator: ArithmeticOperator, a: SqlType, b: SqlType): SqlType {
  const [left, right] = [asDecimal(a), asDecimal(b)]
  const decimal = left && right && (a.kind === 'decimal' || b.kind === 'decimal')
  if (!decimal) return operator === 'div' ? types.double : commonNumericType(a, b)
  const scale = Math.max(left.scale, right.scale)
  const whole = [left.precision - left.scale, right.precision - right.scale] as const
  switch (operator) {
    case 'plus':
    case 'minus':
      return boundedDecimal(Math.max(...whole) + scale + 1, scale)
    case 'times':
      return boundedDecimal(left.precision + right.precision + 1, left.scale + right.scale)
    case 'div': {
      const digits = Math.max(MINIMUM_ADJUSTED_SCALE, left.scale + right.precision + 1)
      return boundedDecimal(whole[0] + right.scale + digits, digits)
    }
    case 'mod':
      return boundedDecimal(Math.min(...whole) + scale, scale)
  }
}

/** The decimal type that a decimal's digits need: `'12.50'` → decimal(4,2). Undefined for text that is no decimal. */
export function decimalTypeOf(digits: string): DecimalType | undefined {
  const match = /^[+-]?(\d*)(?:\.(\d*))?$/.exec(digits)
  if (!match || (match[1] === '' && !match[2])) return undefined
  const whole = (match[1] ?? '').replace(/^0+/, '').length
  const scale = (match[2] ?? '').length
  const precision = Math.max(whole + scale, 1)
  return precision > MAX_DECIMAL_PRECISION ? undefined : { kind: 'decimal', precision, scale }
}
