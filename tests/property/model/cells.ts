/** The reference model's values: whole numbers are bigint, decimals whole units of their last place, moments ISO text. */
import type { Json } from '../../oracle/nodes.ts'
import { elementOf, isDecimal, isWhole, type Type } from './types.ts'

export interface Decimal {
  readonly units: bigint
  readonly scale: number
}
/** What an expression gives that must raise: it spreads through whatever is computed with it. */
export interface Raised {
  readonly raised: string
}
/** An array's elements. */
export interface List {
  readonly items: readonly Cell[]
}
export type Cell = null | boolean | number | bigint | string | Decimal | List | Raised

export const raise = (raised: string): Raised => ({ raised })
export const isRaised = (cell: Cell): cell is Raised => typeof cell === 'object' && cell !== null && 'raised' in cell
export const isList = (cell: Cell): cell is List => typeof cell === 'object' && cell !== null && 'items' in cell

/** What an input table holds. */
export function fromJson(value: Json, type: Type): Cell {
  if (value === null) return null
  if (isWhole(type)) return BigInt(value as number | string)
  if (isDecimal(type)) return parseDecimal(value as string)
  if (type === 'timestamp') return (value as string).replace(/000Z$/, 'Z')
  const element = elementOf(type)
  if (element) return { items: (value as readonly Json[]).map((one) => fromJson(one, element)) }
  return value as Cell
}

/** What the public API gives for a value: as the recorded answers are written. */
export function toJson(cell: Cell): Json {
  if (typeof cell === 'bigint') return Number(cell)
  if (isList(cell)) return cell.items.map(toJson)
  if (typeof cell === 'object' && cell !== null && 'units' in cell) return decimalText(cell)
  return cell as Json
}

export function parseDecimal(text: string): Decimal {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) as RegExpExecArray
  return { units: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), scale: fraction.length }
}

export function decimalText({ units, scale }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const point = digits.length - scale
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`
}

/** A quotient of whole numbers, rounded half away from zero. */
export function divideRounded(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n
  const [over, under] = [a < 0n ? -a : a, b < 0n ? -b : b]
  const rounded = (2n * over + under) / (2n * under)
  return negative ? -rounded : rounded
}

/** The same decimal with so many places, rounded half away from zero. */
export function rescale({ units, scale }: Decimal, places: number): Decimal {
  const moved = places - scale
  return {
    units: moved >= 0 ? units * 10n ** BigInt(moved) : divideRounded(units, 10n ** BigInt(-moved)),
    scale: places,
  }
}

/** Orders two values of one type, neither NULL: text by code point, false before true. */
export function compareCells(a: Cell, b: Cell): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    if (!('units' in a) || !('units' in b)) throw new TypeError('only values can be compared')
    const places = Math.max(a.scale, b.scale)
    return compareCells(rescale(a, places).units, rescale(b, places).units)
  }
  const [left, right] = [a as number | bigint | boolean, b as number | bigint | boolean]
  return left < right ? -1 : left > right ? 1 : 0
}

/** A text that is the same for equal values alone: NULLs are alike, and -0 is 0. */
export function keyOf(cells: readonly Cell[]): string {
  return JSON.stringify(
    cells.map((cell) => {
      if (cell === null) return null
      if (isList(cell)) return keyOf(cell.items)
      if (typeof cell === 'object') return 'units' in cell ? decimalText(cell) : cell.raised
      return typeof cell === 'string' ? cell : String(cell === 0 ? 0 : cell)
    }),
  )
}
