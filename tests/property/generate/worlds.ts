/** Small random tables: NULLs, duplicates, ties, blanks, cases, old dates, big numbers, and sometimes no row at all. */
import type { Json } from '../../oracle/nodes.ts'
import type { Table } from '../../oracle/relations/program.ts'
import type { Choices } from './choices.ts'

export type World = Readonly<Record<string, Table>>

/** The values of each type, the plainest first. */
export const POOLS: Readonly<Record<string, readonly Json[]>> = {
  int: [1, 2, 0, 3, -1, 7, 10, -4, 1000],
  long: [1, 2, 0, -3, 100, 5_000_000_000, -12, 9_007_199_254_740_991],
  double: [1, 0.5, 2, -2.25, 0, 100.125, -0, 0.1, 1e10, 12_345_678.5],
  'decimal(8,2)': ['1.00', '1.50', '0.00', '-2.25', '10.00', '0.01', '2.00', '999999.99', '-0.50'],
  string: ['a', 'b', 'A', '', 'ab', 'a ', ' a', 'Zebra', 'ä', 'é', 'e\u0301', '😀', '10', '2', '2024-02-29', '%', 'a_b', "o'k", '\\', 'null'],
  date: ['2024-02-29', '2024-01-31', '2000-01-01', '1899-12-31', '1900-02-28', '2023-03-31', '1582-10-10', '2300-06-30', '0099-12-01'],
  timestamp: ['2024-02-29T12:30:00.000000Z', '2024-02-29T00:00:00.000000Z', '1899-12-31T23:59:59.999000Z', '1970-01-01T00:00:00.000000Z', '2263-01-01T06:07:08.123000Z'],
  boolean: [true, false],
} // biome-ignore format: one type a line

/** Names have one type in all tables, so that frames meet by name. */
const COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['k', 'int'],
  ['g', 'string'],
  ['id', 'long'],
  ['x y', 'double'],
  ['price', 'decimal(8,2)'],
  ['day', 'date'],
  ['ok', 'boolean'],
  ['at', 'timestamp'],
  ['Größe', 'int'],
  ['select', 'string'],
]

function table({ below, pick, once, some }: Choices): Table {
  const columns = some(COLUMNS, 2)
  const length = once(8) ? 0 : 1 + below(8)
  const withoutNull = columns.map(() => once(3))
  const rows = Array.from({ length }, () =>
    columns.map(([, type], index) => {
      // Few different values make duplicates and ties.
      const pool = POOLS[type] as readonly Json[]
      return !withoutNull[index] && once(5) ? null : pick(once(2) ? pool : pool.slice(0, 3))
    }),
  )
  return { columns: columns.map(([name, type], index) => [name, withoutNull[index] ? type : `${type}?`]), rows }
}

export const world = (choices: Choices): World => ({ t: table(choices), u: table(choices), 'v w': table(choices) })
