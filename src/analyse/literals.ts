/** Gives literals their SQL type from what they meet. */
import { describeValue } from '../column/expression-column.ts'
import { InvalidValue, TypeMismatch } from '../errors/index.ts'
import type { LiteralValue } from '../plan/expression.ts'
import { formatType, type SqlType, types } from '../plan/type.ts'
import { commonType, decimalTypeOf, integralRange, isFractional, isIntegral } from '../plan/type-rules.ts'

const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/

/** The type of a literal that nothing says more about: whole numbers long, fractions double. */
export function naturalType(value: LiteralValue): SqlType {
  if (value === null) return types.void
  switch (typeof value) {
    case 'string':
      return types.string
    case 'boolean':
      return types.boolean
    case 'bigint':
      return types.long
    case 'number':
      return Number.isInteger(value) && !Object.is(value, -0) && Number.isSafeInteger(value) ? types.long : types.double
    default:
      if (value instanceof Date) return types.timestamp
      if (value instanceof Uint8Array) return types.binary
      return (Array.isArray(value) ? elementsType(value, naturalType) : undefined) ?? types.json
  }
}

/** The array that holds these values; undefined for values that do not meet, and for what is JSON inside. */
function elementsType(values: readonly unknown[], typeOf: (one: LiteralValue) => SqlType): SqlType | undefined {
  let element: SqlType | undefined = types.void
  for (const value of values) {
    const type = typeOf((value ?? null) as LiteralValue)
    element = element && type.kind !== 'json' ? commonType(element, type) : undefined
  }
  return element && types.array(element)
}

/** A whole number small enough for an integer type. */
function fits(value: number | bigint, type: SqlType): boolean {
  const range = integralRange(type.kind)
  if (!range || (typeof value === 'number' && !Number.isInteger(value))) return false
  const whole = BigInt(value)
  return whole >= range.min && whole <= range.max
}

/**
 * The type that a literal takes where it meets values of type `target`.
 *
 * Numbers keep their own type unless the target holds the very value (`narrow`: an int column is compared with an int);
 * text becomes a date, timestamp or decimal where it reads as one, since their JavaScript form is text. Anything else
 * keeps its natural type, and whether the two meet is the caller's question.
 */
export function literalType(value: LiteralValue, target: SqlType, narrow: boolean): SqlType {
  if (value === null) return target
  if (target.kind === 'json' && typeof value === 'object' && !(value instanceof Date)) return target
  if (target.kind === 'array' && Array.isArray(value)) {
    return elementsType(value, (one) => literalType(one, target.element, narrow)) ?? naturalType(value)
  }
  const natural = naturalType(value)
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (isIntegral(target)) return narrow && fits(value, target) ? target : natural
    if (isFractional(target)) return types.double
    if (target.kind === 'decimal' && natural.kind === 'long') return decimalTypeOf(String(value)) ?? natural
    return natural
  }
  if (typeof value === 'string') {
    if (target.kind === 'date') {
      if (DATE.test(value)) return target
      if (TIMESTAMP.test(value)) return types.timestamp
    }
    if (target.kind === 'timestamp' && (DATE.test(value) || TIMESTAMP.test(value))) return target
    if (target.kind === 'decimal') return decimalTypeOf(value) ?? natural
    if (target.kind === 'date' || target.kind === 'timestamp') {
      throw new InvalidValue(`${describeValue(value)} is no ${target.kind}`, {
        hint:
          target.kind === 'date' ? "dates are written '2024-02-29'" : "timestamps are written '2024-02-29T12:30:00Z'",
      })
    }
  }
  return natural
}

/** The error for types that do not meet, with the cast to write. */
export function mismatch(where: string, a: SqlType, b: SqlType): TypeMismatch {
  return new TypeMismatch(`${where}: ${formatType(a)} and ${formatType(b)} do not meet`, { hint: castHint(a, b) })
}

function castHint(a: SqlType, b: SqlType): string {
  const wanted = a.kind === 'string' ? b : a
  return `nothing is cast silently: write .cast('${formatType(wanted)}') on the other side, or .cast('string') to compare as text`
}
