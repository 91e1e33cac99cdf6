/** When two values of rows are the same: as `collect()` gives them, an absent one being NULL. */

/**
 * One text for all values that are the same: 1 and 1n, 0 and -0, Dates of one instant, equal bytes, documents whatever
 * the order of their keys.
 *
 * @param numbers what stands for a number
 */
export function keyOf(value: unknown, numbers: (value: number | bigint) => string = exactNumber): string {
  const inner = (part: unknown): string => keyOf(part, numbers)
  if (value === undefined || value === null) return 'NULL'
  if (typeof value === 'number' || typeof value === 'bigint') return numbers(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object') return String(value)
  if (value instanceof Date) return `date ${value.getTime()}`
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`
  if (Array.isArray(value)) return `[${value.map(inner).join()}]`
  const entries = value instanceof Map ? [...value] : Object.entries(value).filter(([, part]) => part !== undefined)
  const parts = entries.map(([name, part]) => `${inner(name)}:${inner(part)}`)
  return `${value instanceof Map ? 'map' : ''}{${parts.sort().join()}}`
}

function exactNumber(value: number | bigint): string {
  // Written alike, whichever of the two holds it.
  return typeof value === 'number' && Number.isInteger(value) ? String(BigInt(value)) : String(value)
}

/** True for equal values, and for numbers (also in lists and documents) that differ by no more than `tolerance`. */
export function sameValue(a: unknown, b: unknown, tolerance: number): boolean {
  if (keyOf(a) === keyOf(b)) return true
  if (tolerance === 0) return false
  if (isNumber(a) && isNumber(b)) return Math.abs(Number(a) - Number(b)) <= tolerance
  if (typeof a !== 'object' || typeof b !== 'object' || keyOf(a, anyNumber) !== keyOf(b, anyNumber)) return false
  const [left, right] = [partsOf(a), partsOf(b)]
  return [...left].every(([name, part]) => sameValue(part, right.get(name), tolerance))
}

/** Where one number is as good as another. */
export const anyNumber = (): string => 'number'

const isNumber = (value: unknown): value is number | bigint => typeof value === 'number' || typeof value === 'bigint'

const partsOf = (value: object | null): ReadonlyMap<unknown, unknown> =>
  value instanceof Map ? value : new Map(Object.entries(value ?? {}))
