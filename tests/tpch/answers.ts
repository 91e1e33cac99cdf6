/** The recorded answers, and what makes an answer equal to them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { DATA } from './database.ts'
import type { QUERIES } from './queries/index.ts'

export type QueryName = keyof typeof QUERIES

/** By how many columns, from which, each query's rows are ordered: rows that agree in them may stand in any order. */
const ORDERED_BY: Readonly<Record<QueryName, readonly number[]>> = {
  q01: [0, 1],
  q02: [0, 2, 1, 3],
  q03: [1, 2],
  q04: [0],
  q05: [1],
  q06: [],
  q07: [0, 1, 2],
  q08: [0],
  q09: [0, 1],
  q10: [2],
  q11: [1],
  q12: [0],
  q13: [1, 0],
  q14: [],
  q15: [0],
  q16: [3, 0, 1, 2],
  q17: [],
  q18: [4, 3],
  q19: [],
  q20: [0],
  q21: [1, 0],
  q22: [0],
}

/** A recorded answer: its cells as text, NULL as null. */
export function recordedAnswer(query: QueryName): readonly (readonly Cell[])[] {
  const text = readFileSync(join(DATA, 'answers', `${query}.csv`), 'utf8')
  const rows: string[][] = parse(text, { delimiter: '|', fromLine: 2 })
  return inOneOrder(
    query,
    // The answers pad text to its column's width.
    rows.map((row) => row.map((cell) => (cell === 'NULL' ? null : cell.trimEnd()))),
  )
}

type Cell = string | null

/** What Millrace gave, as the recorded answers are written. */
export function givenAnswer(query: QueryName, rows: readonly object[]): readonly (readonly Cell[])[] {
  return inOneOrder(
    query,
    rows.map((row) => Object.values(row).map((value: unknown) => (value === null ? null : String(value).trimEnd()))),
  )
}

/** Rows that the query does not order among themselves, in the order of their text. */
function inOneOrder(query: QueryName, rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const keyOf = (row: readonly Cell[]) => JSON.stringify(ORDERED_BY[query].map((place) => row[place]))
  const runs: (readonly Cell[])[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    if (run?.[0] && keyOf(run[0]) === keyOf(row)) run.push(row)
    else runs.push([row])
  }
  return runs.flatMap((run) => run.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)))
}

/**
 * Whether a cell is the recorded one: text as it is; numbers by value, to nine digits or half a unit of the last place
 * that is given. Where all recorded digits are given, `exact` wants the same.
 */
export function isSameCell(given: Cell | undefined, recorded: Cell | undefined, exact: boolean): boolean {
  if (given === recorded) return true
  if (typeof given !== 'string' || typeof recorded !== 'string') return false
  const [is, wanted] = [Number(given), Number(recorded)]
  if (given === '' || recorded === '' || Number.isNaN(is) || Number.isNaN(wanted)) return false
  if (exact && digitsBehindPoint(given) >= digitsBehindPoint(recorded))
    return plainDigits(given) === plainDigits(recorded)
  const half = digitsBehindPoint(given) > 0 ? 0.5 * 10 ** -digitsBehindPoint(given) : 0
  return Math.abs(is - wanted) <= Math.max(1e-9 * Math.abs(wanted), half)
}

const digitsBehindPoint = (digits: string): number => digits.split('.')[1]?.length ?? 0
const plainDigits = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits)
