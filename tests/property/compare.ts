/** Whether an engine's rows are those of the reference model. */
import type { Json } from '../oracle/nodes.ts'
import { type Cell, compareCells, type Decimal, isList, keyOf, rescale } from './model/cells.ts'
import type { ModelFrame } from './model/frames.ts'

/** Doubles may differ in their last digits, where an engine adds in another order. */
const RELATIVE = 1e-9
const ABSOLUTE = 1e-12

export interface Answer {
  readonly columns: readonly (readonly [name: string, type: string])[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What differs, in words; undefined where nothing does. `exact` is false where decimals are kept as doubles. */
export function differenceFrom(model: ModelFrame, found: Answer, exact: boolean): string | undefined {
  const columns = model.columns.map(({ name, type }) => [name, type])
  if (JSON.stringify(columns) !== JSON.stringify(found.columns)) {
    return `columns ${JSON.stringify(found.columns)} instead of ${JSON.stringify(columns)}`
  }
  if (model.rows.length !== found.rows.length) return `${found.rows.length} rows instead of ${model.rows.length}`
  const loose = model.columns.map((column) => column.loose)
  const same = (a: Cell, b: Cell, index: number) => sameCell(a, b, exact) || (loose[index] === true && closeTexts(a, b))
  let from = 0
  for (const length of runs(model)) {
    const [wanted, given] = [model.rows.slice(from, from + length), found.rows.slice(from, from + length)]
    if (!sameRows(wanted, given, same)) return model.places ? `rows ${from + 1} to ${from + length}` : 'rows'
    from += length
  }
  return undefined
}

/** How many rows follow each other that no order tells apart. */
function runs({ rows, places }: ModelFrame): readonly number[] {
  if (!places) return [rows.length]
  const counts = new Map<number, number>()
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  return [...counts.values()]
}

type Same = (a: Cell, b: Cell, column: number) => boolean

/** Equal as multisets. Rows that are equal to the last digit find each other first: 1 must not take the 2 that 2 needs. */
function sameRows(wanted: ModelFrame['rows'], given: ModelFrame['rows'], close: Same): boolean {
  const left = [...given]
  const takes = (row: readonly Cell[], same: Same): boolean => {
    const at = left.findIndex((other) => row.every((cell, index) => same(cell, other[index] as Cell, index)))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  const inexact = wanted.filter((row) => !takes(row, (a, b) => keyOf([a]) === keyOf([b])))
  return inexact.every((row) => takes(row, close))
}

function sameCell(a: Cell, b: Cell, exact: boolean): boolean {
  if (a === null || b === null) return a === b
  if (typeof a === 'number' && typeof b === 'number') return close(a, b)
  if (!exact && isDecimal(a) && isDecimal(b)) return closeDecimals(a, b)
  if (isList(a) && isList(b))
    return a.items.length === b.items.length && a.items.every((one, at) => sameCell(one, b.items[at] as Cell, exact))
  return keyOf([a]) === keyOf([b])
}

/** Numbers printed: a sum in another order prints other last digits. */
const closeTexts = (a: Cell, b: Cell): boolean =>
  typeof a === 'string' && typeof b === 'string' && a !== '' && b !== '' && close(Number(a), Number(b))

const close = (a: number, b: number): boolean =>
  compareCells(a, b) === 0 || Math.abs(a - b) <= Math.max(ABSOLUTE, RELATIVE * Math.max(Math.abs(a), Math.abs(b)))

const isDecimal = (cell: Cell): cell is Decimal => typeof cell === 'object' && cell !== null && 'units' in cell

/** Fifteen digits, and a last place that a double may have rounded the other way. */
function closeDecimals(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale)
  const [left, right] = [rescale(a, scale).units, rescale(b, scale).units]
  const [apart, size] = [left - right, left < 0n ? -left : left]
  return (apart < 0n ? -apart : apart) <= 1n + size / 10n ** 14n
}

/** A row as people read it. */
export const rowText = (row: readonly Json[]): string => JSON.stringify(row)
