/** The reference model of functions of one row. */
import { bounded, castCell, plainDigits, whole } from './cast.ts'
import { type Cell, compareCells, type Decimal, isRaised, parseDecimal, rescale } from './cells.ts'
import { DATES } from './dates.ts'
import type { Values } from './evaluate.ts'
import { LISTS } from './lists.ts'
import { met, operate, strictly } from './operators.ts'
import { decimal, digitsOf, isDecimal, isWhole, type Type } from './types.ts'

/** A function of values that are not NULL: NULL in, NULL out. */
export interface Strict {
  readonly gives: Type
  readonly apply: (...values: never[]) => Cell
}

const points = (text: string): readonly string[] => Array.from(text)
const text = (apply: (...values: never[]) => Cell): Strict => ({ gives: 'string', apply })
const bool = (apply: (...values: never[]) => Cell): Strict => ({ gives: 'boolean', apply })
const int = (apply: (...values: never[]) => Cell): Strict => ({ gives: 'int', apply })

function substring(given: string, position: bigint, length: bigint): string {
  const all = points(given)
  const [at, count] = [Number(position), Number(length)]
  const start = at > 0 ? at - 1 : at === 0 ? 0 : all.length + at
  return all.slice(Math.max(0, start), Math.max(0, start + count)).join('')
}

function padded(given: string, length: bigint, pad: string, side: 'left' | 'right'): string {
  const [all, wanted] = [points(given), Math.max(0, Number(length))]
  if (all.length >= wanted || pad === '') return all.slice(0, wanted).join('')
  const filler = points(pad.repeat(wanted))
    .slice(0, wanted - all.length)
    .join('')
  return side === 'left' ? filler + given : given + filler
}

/** Whether text matches a pattern of `%` and `_`, with `\` before a sign that stands for itself. */
function like(given: string, pattern: string): boolean {
  const source = points(pattern.replace(/\\(.)/gsu, (_, sign: string) => `\u{F0000}${sign}`))
  let expression = ''
  let literal = false
  for (const sign of source) {
    if (sign === '\u{F0000}') literal = true
    else {
      const plain = sign.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&')
      expression += literal ? plain : sign === '%' ? '[^]*' : sign === '_' ? '[^]' : plain
      literal = false
    }
  }
  return new RegExp(`^${expression}$`, 'u').test(given)
}

const STRICT: Readonly<Record<string, Strict>> = {
  upper: text((value: string) => value.toUpperCase()),
  lower: text((value: string) => value.toLowerCase()),
  trim: text((value: string) => value.replace(/^ +| +$/g, '')),
  ltrim: text((value: string) => value.replace(/^ +/, '')),
  rtrim: text((value: string) => value.replace(/ +$/, '')),
  reverse: text((value: string) => [...points(value)].reverse().join('')),
  length: int((value: string) => BigInt(points(value).length)),
  substring: text(substring),
  substr: text(substring),
  left: text((value: string, count: bigint) =>
    points(value)
      .slice(0, Math.max(0, Number(count)))
      .join(''),
  ),
  right: text((value: string, count: bigint) => (count > 0n ? points(value).slice(-Number(count)).join('') : '')),
  repeat: text((value: string, count: bigint) => value.repeat(Math.max(0, Number(count)))),
  replace: text((value: string, search: string, by: string) =>
    search === '' ? value : value.replaceAll(search, () => by),
  ),
  instr: int((value: string, search: string) => {
    const at = value.indexOf(search)
    return BigInt(at < 0 ? 0 : points(value.slice(0, at)).length + 1)
  }),
  lpad: text((value: string, length: bigint, pad: string) => padded(value, length, pad, 'left')),
  rpad: text((value: string, length: bigint, pad: string) => padded(value, length, pad, 'right')),
  concat: text((...values: string[]) => values.join('')),
  like: bool(like),
  ilike: bool((value: string, pattern: string) => like(value.toLowerCase(), pattern.toLowerCase())),
  // Only patterns that mean the same to JavaScript are asked for.
  rlike: bool((value: string, pattern: string) => new RegExp(pattern, 'u').test(value)),
  contains: bool((value: string, part: string) => value.includes(part)),
  startswith: bool((value: string, part: string) => value.startsWith(part)),
  endswith: bool((value: string, part: string) => value.endsWith(part)),
  ...DATES,
}

/** Functions that decide for themselves what NULL means, or whose type follows from their arguments. */
const OTHERS: Readonly<Record<string, (args: readonly Values[]) => Values>> = {
  ...LISTS,
  isNull: ([value]) => told(value as Values, (cell) => cell === null),
  isNotNull: ([value]) => told(value as Values, (cell) => cell !== null),
  coalesce: (args) => picked(args, (cells) => cells.find((cell) => cell !== null) ?? null),
  greatest: (args) => picked(args, (cells) => extreme(cells, 1)),
  least: (args) => picked(args, (cells) => extreme(cells, -1)),
  nullif: ([value, other]) => {
    const [a, b] = [value as Values, other as Values]
    const same = operate('==', [a, b])
    return { ...a, cells: a.cells.map((cell, row) => (same.cells[row] === true ? null : cell)) }
  },
  concat_ws: ([separator, ...texts]) => ({
    type: 'string',
    loose: false,
    cells: (separator as Values).cells.map((cell, row): Cell => {
      const values = texts.map((one) => one.cells[row] as Cell)
      return values.find(isRaised) ?? (cell === null ? null : values.filter((one) => one !== null).join(String(cell)))
    }),
  }),
  between: ([value, low, high]) =>
    operate('and', [operate('>=', [value as Values, low as Values]), operate('<=', [value as Values, high as Values])]),
  isin: ([value, ...others]) =>
    others.length === 0
      ? { type: 'boolean', loose: false, cells: (value as Values).cells.map(() => false) }
      : operate(
          'or',
          others.map((other) => operate('==', [value as Values, other])),
        ),
  abs: ([value]) =>
    strictly([value as Values], (value as Values).type, (cell: Cell) => {
      if (typeof cell === 'bigint') return whole(cell < 0n ? -cell : cell, (value as Values).type)
      if (typeof cell === 'number') return Math.abs(cell)
      const { units, scale } = cell as Decimal
      return { units: units < 0n ? -units : units, scale }
    }),
  ceil: ([value]) => toWhole(value as Values, 1n),
  floor: ([value]) => toWhole(value as Values, -1n),
  round: ([value, places]) => rounded(value as Values, places),
  intDiv: ([a, b]) =>
    strictly([a as Values, b as Values], 'long', (x: bigint, y: bigint) => (y === 0n ? null : whole(x / y, 'long'))),
}

export function callScalar(name: string, args: readonly Values[]): Values {
  const strict = STRICT[name]
  if (strict) return strictly(args, strict.gives, strict.apply)
  const other = OTHERS[name]
  if (!other) throw new TypeError(`the model knows no function ${name}`)
  return other(args)
}

const told = (value: Values, test: (cell: Cell) => boolean): Values => ({
  type: 'boolean',
  loose: false,
  cells: value.cells.map((cell) => (isRaised(cell) ? cell : test(cell))),
})

function picked(args: readonly Values[], pick: (cells: readonly Cell[]) => Cell): Values {
  const fitting = met(args)
  const [first] = fitting as readonly [Values]
  const cells = first.cells.map((_, row) => pick(fitting.map((one) => one.cells[row] as Cell)))
  return { type: first.type, cells, loose: args.some((arg) => arg.loose) }
}

function extreme(cells: readonly Cell[], sign: number): Cell {
  const raised = cells.find(isRaised)
  if (raised) return raised
  return cells.reduce((best, cell) =>
    best === null || (cell !== null && compareCells(cell, best) * sign > 0) ? cell : best,
  )
}

/** Up (1) or down (-1) to a whole number: a long, or a decimal without places. */
function toWhole(value: Values, direction: bigint): Values {
  if (isWhole(value.type)) {
    return { ...value, type: 'long', cells: value.cells.map((cell) => castCell(cell, value.type, 'long', false)) }
  }
  if (value.type === 'double') {
    const to = direction > 0n ? Math.ceil : Math.floor
    return strictly([value], 'long', (cell: number) => castCell(to(cell), 'double', 'long', false))
  }
  const { precision, scale } = digitsOf(value.type) as { precision: number; scale: number }
  return strictly([value], decimal({ precision: precision - scale + 1, scale: 0 }), ({ units }: Decimal) => {
    const unit = 10n ** BigInt(scale)
    const [quotient, rest] = [units / unit, units % unit]
    const beyond = rest !== 0n && rest > 0n === direction > 0n
    return { units: quotient + (beyond ? direction : 0n), scale: 0 }
  })
}

/** Half away from zero, on the shortest decimal form of a double. */
function rounded(value: Values, places: Values | undefined): Values {
  const digits = Number(places?.literal ?? 0n)
  if (isWhole(value.type)) return value
  if (isDecimal(value.type)) {
    const { precision, scale } = digitsOf(value.type) as { precision: number; scale: number }
    const kept = Math.min(scale, digits)
    const type = decimal({ precision: precision - scale + kept + 1, scale: kept })
    return strictly([value], type, (cell: Decimal) => bounded(rescale(cell, kept), type))
  }
  return strictly([value], 'double', (cell: number) => {
    const { units, scale } = rescale(parseDecimal(plainDigits(cell)), digits)
    return Number(units) / 10 ** scale
  })
}
