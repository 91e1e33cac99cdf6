/** The reference model of operators: arithmetic that raises, comparisons and logic with NULL. */
import { bounded, castCell, whole } from './cast.ts'
import { type Cell, compareCells, type Decimal, divideRounded, isRaised, rescale } from './cells.ts'
import type { Values } from './evaluate.ts'
import { decimal, decimalResult, digitsOf, isDecimal, isWhole, meet, type Type } from './types.ts'

/** A value in a wider type of its kind. */
export const fitted = (cell: Cell, from: Type, to: Type): Cell => castCell(cell, from, to, false)

/** Applies a function of values that are neither NULL nor raised, row by row: NULL makes NULL, what raised goes on raising. */
export function strictly(args: readonly Values[], type: Type, apply: (...values: never[]) => Cell): Values {
  const cells = (args[0] as Values).cells.map((_, row): Cell => {
    const values = args.map((arg) => arg.cells[row] as Cell)
    const raised = values.find(isRaised)
    if (raised) return raised
    return values.includes(null) ? null : apply(...(values as never[]))
  })
  return { type, cells, loose: args.some((arg) => arg.loose) }
}

/** All arguments in the type in which they meet. */
export function met(args: readonly Values[]): readonly Values[] {
  const type = args.map((arg) => arg.type).reduce(meet)
  return args.map((arg) => ({ ...arg, type, cells: arg.cells.map((cell) => fitted(cell, arg.type, type)) }))
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

export function operate(op: string, args: readonly Values[]): Values {
  const compares = COMPARISONS[op]
  if (compares) return strictly(met(args), 'boolean', (a: Cell, b: Cell) => compares(compareCells(a, b)))
  if (op === 'and' || op === 'or') return connect(op, args)
  if (op === 'not') return strictly(args, 'boolean', (value: boolean) => !value)
  if (op === '<=>') return sameOrBothNull(met(args))
  if (op === 'neg') return negated(args[0] as Values)
  return arithmetic(op, args[0] as Values, args[1] as Values)
}

/** `and` is false if one side is, whatever the other; `or` likewise with true. */
function connect(op: 'and' | 'or', args: readonly Values[]): Values {
  const decisive = op === 'or'
  const cells = (args[0] as Values).cells.map((_, row): Cell => {
    const values = args.map((arg) => arg.cells[row] as Cell)
    const raised = values.find(isRaised)
    if (raised) return raised
    if (values.includes(decisive)) return decisive
    return values.includes(null) ? null : !decisive
  })
  return { type: 'boolean', cells, loose: args.some((arg) => arg.loose) }
}

function sameOrBothNull([left, right]: readonly Values[]): Values {
  const [a, b] = [left as Values, right as Values]
  const cells = a.cells.map((one, row): Cell => {
    const other = b.cells[row] as Cell
    const raised = [one, other].find(isRaised)
    if (raised) return raised
    return one === null || other === null ? one === other : compareCells(one, other) === 0
  })
  return { type: 'boolean', cells, loose: a.loose || b.loose }
}

function negated(value: Values): Values {
  return strictly([value], value.type, (cell: Cell) => {
    if (typeof cell === 'bigint') return whole(-cell, value.type)
    if (typeof cell === 'number') return -cell
    const { units, scale } = cell as Decimal
    return { units: -units, scale }
  })
}

function arithmetic(op: string, a: Values, b: Values): Values {
  if (isDecimal(a.type) !== isDecimal(b.type) || (isDecimal(a.type) && isDecimal(b.type))) {
    if (a.type !== 'double' && b.type !== 'double') return decimalArithmetic(op, a, b)
  }
  if (isWhole(a.type) && isWhole(b.type) && op !== '/') {
    const type = meet(a.type, b.type)
    return strictly([a, b], type, (x: bigint, y: bigint) => wholeArithmetic(op, x, y, type))
  }
  const [x, y] = [a, b].map((one) => ({ ...one, cells: one.cells.map((cell) => fitted(cell, one.type, 'double')) }))
  const result = strictly([x as Values, y as Values], 'double', (left: number, right: number) => {
    if (op === '+') return left + right
    if (op === '-') return left - right
    if (op === '*') return left * right
    if (right === 0) return null
    return op === '/' ? left / right : left % right
  })
  return result
}

function wholeArithmetic(op: string, x: bigint, y: bigint, type: Type): Cell {
  if (op === '+') return whole(x + y, type)
  if (op === '-') return whole(x - y, type)
  if (op === '*') return whole(x * y, type)
  return y === 0n ? null : x % y
}

function decimalArithmetic(op: string, a: Values, b: Values): Values {
  const digits = decimalResult(op, digitsOf(a.type) as never, digitsOf(b.type) as never)
  const type = decimal(digits)
  const exact = strictly(
    [a, b].map((one) => ({ ...one, cells: one.cells.map(asDecimal) })),
    type,
    (x: Decimal, y: Decimal) => {
      const scale = Math.max(x.scale, y.scale)
      const [left, right] = [rescale(x, scale).units, rescale(y, scale).units]
      if (op === '+') return bounded({ units: left + right, scale }, type)
      if (op === '-') return bounded({ units: left - right, scale }, type)
      if (op === '*') return bounded({ units: x.units * y.units, scale: x.scale + y.scale }, type)
      if (right === 0n) return null
      if (op === '%') return bounded({ units: left % right, scale }, type)
      return { units: divideRounded(left * 10n ** BigInt(digits.scale), right), scale: digits.scale }
    },
  )
  // A quotient has more digits than an engine without decimals can keep.
  return op === '/' ? { ...exact, loose: true } : exact
}

export const asDecimal = (cell: Cell): Cell => (typeof cell === 'bigint' ? { units: cell, scale: 0 } : cell)
