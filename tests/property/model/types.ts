/** The reference model's types: their names as schemas write them, and how numbers meet. */

export type Type = string

export interface Digits {
  readonly precision: number
  readonly scale: number
}

export const decimal = ({ precision, scale }: Digits): Type => `decimal(${precision},${scale})`

/** Precision and scale of a decimal type, or of the decimal that holds every value of an integer type. */
export function digitsOf(type: Type): Digits | undefined {
  if (type === 'int') return { precision: 10, scale: 0 }
  if (type === 'long') return { precision: 20, scale: 0 }
  const found = /^decimal\((\d+),(\d+)\)$/.exec(type)
  return found ? { precision: Number(found[1]), scale: Number(found[2]) } : undefined
}

export const isDecimal = (type: Type): boolean => type.startsWith('decimal')
export const isWhole = (type: Type): boolean => type === 'int' || type === 'long'
export const isNumber = (type: Type): boolean => isWhole(type) || isDecimal(type) || type === 'double'

/** The type of an array's elements; undefined for other types. */
export const elementOf = (type: Type): Type | undefined => /^array<(.*)>$/.exec(type)?.[1]

/** Two types have no value in common. */
export class NotMet extends Error {}

/** The type that holds the values of both: int → long → decimal → double, date → timestamp. */
export function meet(a: Type, b: Type): Type {
  if (a === b || b === 'void') return a
  if (a === 'void') return b
  if ((a === 'double' && isNumber(b)) || (b === 'double' && isNumber(a))) return 'double'
  if (isWhole(a) && isWhole(b)) return 'long'
  const [left, right] = [digitsOf(a), digitsOf(b)]
  if (left && right) {
    const scale = Math.max(left.scale, right.scale)
    return decimal({ precision: Math.max(left.precision - left.scale, right.precision - right.scale) + scale, scale })
  }
  if (isMoment(a) && isMoment(b)) return 'timestamp'
  throw new NotMet(`${a} and ${b} do not meet`)
}

const isMoment = (type: Type): boolean => type === 'date' || type === 'timestamp'

/** Spark's rules for the results of decimal arithmetic, for results of at most 38 digits. */
export function decimalResult(op: string, a: Digits, b: Digits): Digits {
  const scale = Math.max(a.scale, b.scale)
  if (op === '*') return { precision: a.precision + b.precision + 1, scale: a.scale + b.scale }
  if (op === '%') return { precision: Math.min(a.precision - a.scale, b.precision - b.scale) + scale, scale }
  if (op === '/') {
    const places = Math.max(6, a.scale + b.precision + 1)
    return { precision: a.precision - a.scale + b.scale + places, scale: places }
  }
  return { precision: Math.max(a.precision - a.scale, b.precision - b.scale) + scale + 1, scale }
}
