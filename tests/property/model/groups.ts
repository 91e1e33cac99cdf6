/** The reference model of aggregates and windows: what they give over some of the rows. */
import type { ExpressionNode, FunctionNode, OverNode, SortNode } from '../../oracle/nodes.ts'
import { bounded, castCell, whole } from './cast.ts'
import { type Cell, compareCells, type Decimal, divideRounded, isRaised, keyOf, raise } from './cells.ts'
import type { Context, Values } from './evaluate.ts'
import { evaluate } from './evaluate.ts'
import { decimal, digitsOf, isDecimal, isWhole, type Type } from './types.ts'

const AGGREGATES = new Set([
  'count', 'count_distinct', 'count_if', 'sum', 'sum_distinct', 'avg', 'min', 'max', 'bool_and', 'bool_or',
  'stddev', 'variance', 'var_pop', 'stddev_pop', 'collect_list', 'collect_set',
]) // biome-ignore format: one glance
export const isAggregate = (name: string): boolean => AGGREGATES.has(name)

/** The type of an aggregate of values of a type. */
export function aggregateType(name: string, of: Type): Type {
  if (name.startsWith('collect')) return `array<${of}>`
  if (name.startsWith('count')) return 'long'
  if (name.startsWith('bool')) return 'boolean'
  if (name.startsWith('sum')) {
    const digits = isDecimal(of) ? digitsOf(of) : undefined
    return digits
      ? decimal({ precision: Math.min(38, digits.precision + 10), scale: digits.scale })
      : isWhole(of)
        ? 'long'
        : 'double'
  }
  if (name === 'avg') {
    const digits = isDecimal(of) ? digitsOf(of) : undefined
    return digits ? decimal({ precision: digits.precision + 4, scale: digits.scale + 4 }) : 'double'
  }
  return name === 'min' || name === 'max' ? of : 'double'
}

const isLoose = (name: string, of: Type): boolean =>
  /^(std|var)/.test(name) || (/^(sum|avg)/.test(name) && of === 'double') || (name === 'avg' && isDecimal(of))

/** One aggregate over some cells; NULLs do not count. */
export function reduceCells(name: string, all: readonly Cell[], of: Type): Cell {
  const raised = all.find(isRaised)
  if (raised) return raised
  const present = all.filter((cell) => cell !== null)
  const distinct = name.endsWith('_distinct') || name === 'collect_set'
  const cells = distinct ? [...new Map(present.map((cell) => [keyOf([cell]), cell])).values()] : present
  if (name === 'count' || name === 'count_distinct') return BigInt(cells.length)
  if (name === 'count_if') return BigInt(cells.filter((cell) => cell === true).length)
  if (name.startsWith('collect')) return { items: cells }
  if (cells.length === 0) return null
  const type = aggregateType(name, of)
  if (name.startsWith('sum')) return total(cells, of, type)
  if (name === 'avg') return average(cells, of, type)
  if (name === 'bool_and') return !cells.includes(false)
  if (name === 'bool_or') return cells.includes(true)
  if (name === 'min' || name === 'max') {
    const sign = name === 'max' ? 1 : -1
    return cells.reduce((best, cell) => (compareCells(cell, best) * sign > 0 ? cell : best))
  }
  return spread(
    name,
    cells.map((cell) => castCell(cell, of, 'double', false) as number),
  )
}

function total(cells: readonly Cell[], of: Type, type: Type): Cell {
  if (of === 'double') return (cells as number[]).reduce((sum, one) => sum + one, 0)
  if (isWhole(of))
    return whole(
      (cells as bigint[]).reduce((sum, one) => sum + one, 0n),
      'long',
    )
  const units = (cells as Decimal[]).reduce((sum, one) => sum + one.units, 0n)
  return bounded({ units, scale: (cells[0] as Decimal).scale }, type)
}

function average(cells: readonly Cell[], of: Type, type: Type): Cell {
  if (isDecimal(of)) {
    const { scale } = digitsOf(type) as { scale: number }
    const sum = (cells as Decimal[]).reduce((all, one) => all + one.units, 0n)
    return { units: divideRounded(sum * 10n ** 4n, BigInt(cells.length)), scale }
  }
  if (of === 'double') return (cells as number[]).reduce((sum, one) => sum + one, 0) / cells.length
  return Number((cells as bigint[]).reduce((sum, one) => sum + one, 0n)) / cells.length
}

function spread(name: string, values: readonly number[]): Cell {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const sample = !name.endsWith('_pop')
  if (sample && values.length < 2) return null
  const variance = squares / (values.length - (sample ? 1 : 0))
  return name.startsWith('std') ? Math.sqrt(variance) : variance
}

/** An aggregate over each of several lists of rows. */
export function aggregateOver(node: FunctionNode, context: Context, groups: readonly (readonly number[])[]): Values {
  const args = node.args.map((arg) => evaluate(arg, context))
  const value = args[0] as Values
  // Several values count where none of them is NULL, together.
  const joint = (row: number): Cell => {
    if (args.length === 1) return value.cells[row] as Cell
    const cells = args.map((arg) => arg.cells[row] as Cell)
    return cells.find(isRaised) ?? (cells.includes(null) ? null : keyOf(cells))
  }
  return {
    type: aggregateType(node.fn, value.type),
    cells: groups.map((rows) => reduceCells(node.fn, rows.map(joint), value.type)),
    loose: isLoose(node.fn, value.type),
  }
}

/** Compares rows by sort keys: ascending NULLs first, descending last, unless the key says otherwise. */
export function rowOrder(keys: readonly ExpressionNode[], context: Context): (a: number, b: number) => number {
  const sorts = keys.map((key) => {
    const { dir, nulls } = 'sort' in key ? (key as SortNode) : ({ dir: 'asc', nulls: undefined } as const)
    return {
      values: evaluate(key, context),
      sign: dir === 'asc' ? 1 : -1,
      first: (nulls ?? (dir === 'asc' ? 'first' : 'last')) === 'first',
    }
  })
  return (a, b) => {
    for (const { values, sign, first } of sorts) {
      const [left, right] = [values.cells[a] as Cell, values.cells[b] as Cell]
      if (isRaised(left) || isRaised(right)) throw new Undecided('a sort key raises')
      if (left === null || right === null) {
        if (left !== right) return (left === null) === first ? -1 : 1
        continue
      }
      const order = compareCells(left, right) * sign
      if (order !== 0) return order
    }
    return 0
  }
}

/** What raises decides which rows there are: an engine may find that out early, late or never. */
export class Undecided extends Error {}

/** Rows with equal keys together, in the order in which they first come. NULL is a key of its own. */
export function grouped(keys: readonly Values[], length: number): number[][] {
  const groups = new Map<string, number[]>()
  for (let row = 0; row < length; row++) {
    const cells = keys.map((key) => key.cells[row] as Cell)
    if (cells.some(isRaised)) throw new Undecided('a key raises')
    const key = keyOf(cells)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

interface Place {
  /** The rows of the partition in the window's order. */
  readonly rows: readonly number[]
  /** The row's place in them. */
  readonly at: number
  readonly order: (a: number, b: number) => number
}

/** A window function over each row's partition. */
export function windowOver(node: OverNode, context: Context): Values {
  const call = node.over as FunctionNode
  const keys = (node.partitionBy ?? []).map((key) => evaluate(key, context))
  const order = rowOrder(node.orderBy ?? [], context)
  const args = call.args.map((arg) => evaluate(arg, context))
  const cells: Cell[] = Array.from({ length: context.length }, () => null)
  for (const partition of grouped(keys, context.length)) {
    const rows = [...partition].sort((a, b) => order(a, b) || a - b)
    for (const [at, row] of rows.entries()) {
      const place = { rows, at, order }
      cells[row] = isAggregate(call.fn)
        ? reduceCells(
            call.fn,
            frameOf(node, place, context).map((one) => args[0]?.cells[one] as Cell),
            args[0]?.type as Type,
          )
        : windowCell(call.fn, args, place, () => frameOf(node, place, context))
    }
  }
  const value = args[0]?.type
  if (isAggregate(call.fn))
    return { type: aggregateType(call.fn, value as Type), cells, loose: isLoose(call.fn, value as Type) }
  const type =
    call.fn.endsWith('_rank') && call.fn !== 'dense_rank'
      ? 'double'
      : call.fn === 'cume_dist'
        ? 'double'
        : RANKS.has(call.fn)
          ? 'int'
          : (value as Type)
  return { type, cells, loose: args[0]?.loose ?? false }
}

const RANKS = new Set(['row_number', 'rank', 'dense_rank', 'ntile'])

function windowCell(
  name: string,
  args: readonly Values[],
  { rows, at, order }: Place,
  frame: () => readonly number[],
): Cell {
  const row = rows[at] as number
  const [value, second, otherwise] = args
  const before = rows.filter((one) => order(one, row) < 0)
  switch (name) {
    case 'row_number':
      return BigInt(at + 1)
    case 'rank':
      return BigInt(before.length + 1)
    case 'dense_rank':
      return BigInt(
        before.filter((one, index) => index === 0 || order(before[index - 1] as number, one) < 0).length + 1,
      )
    case 'percent_rank':
      return rows.length === 1 ? 0 : before.length / (rows.length - 1)
    case 'cume_dist':
      return rows.filter((one) => order(one, row) <= 0).length / rows.length
    case 'ntile':
      return ntile(Number(value?.cells[row]), rows.length, at)
    case 'lag':
    case 'lead': {
      const distance = Number(second?.cells[row] ?? 1n)
      const other = rows[name === 'lag' ? at - distance : at + distance]
      return ((other === undefined ? otherwise?.cells[row] : value?.cells[other]) ?? null) as Cell
    }
    case 'first_value':
    case 'last_value': {
      const cells = frame().map((one) => value?.cells[one] as Cell)
      const seen = second?.cells[row] === true ? cells.filter((cell) => cell !== null) : cells
      return (name === 'first_value' ? seen[0] : seen.at(-1)) ?? null
    }
    default:
      return raise(`the model knows no window function ${name}`)
  }
}

function ntile(buckets: number, rows: number, at: number): bigint {
  const [small, larger] = [Math.floor(rows / buckets), rows % buckets]
  const inLarger = larger * (small + 1)
  return BigInt(at < inLarger ? Math.floor(at / (small + 1)) + 1 : larger + Math.floor((at - inLarger) / small) + 1)
}

/** The rows of the partition that a row's frame holds. Without a frame: up to the row's peers, or all if nothing orders. */
function frameOf({ frame, orderBy = [] }: OverNode, { rows, at, order }: Place, context: Context): readonly number[] {
  const row = rows[at] as number
  if (!frame) return orderBy.length === 0 ? rows : rows.filter((one) => order(one, row) <= 0)
  const bound = (given: number | string): number =>
    typeof given === 'number'
      ? given
      : given === 'currentRow'
        ? 0
        : given === 'unboundedPreceding'
          ? Number.NEGATIVE_INFINITY
          : Number.POSITIVE_INFINITY
  const [from, to] = [bound(frame.from), bound(frame.to)]
  if (frame.kind === 'rows') return rows.filter((_, index) => index >= at + from && index <= at + to)
  const [key] = orderBy as readonly [SortNode]
  const values = evaluate(key, context)
  const sign = key.dir === 'asc' ? 1 : -1
  /** How far a row lies after the current one: by value, or endlessly far between NULL and a value. */
  const distance = (one: number): number => {
    const [there, here] = [values.cells[one] as Cell, values.cells[row] as Cell]
    if (there === null || here === null) return order(one, row) === 0 ? 0 : order(one, row) * Number.POSITIVE_INFINITY
    return (Number(there) - Number(here)) * sign
  }
  return rows.filter((one) => distance(one) >= from && distance(one) <= to)
}
