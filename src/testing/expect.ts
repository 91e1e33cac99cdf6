import { describeValue } from '../column/expression-column.ts'
import type { AnyRow, Decimal, SqlDate } from '../column/values.ts'
import { didYouMean, InvalidArgument, listNames, RowsDiffer } from '../errors/index.ts'
import type { DataFrame } from '../frame/frame.ts'
import type { IsUntyped } from '../frame/row-types.ts'
import { type Difference, differenceTable, pairRows } from './diff-table.ts'
import type { PlainRow } from './given.ts'
import { matchRows } from './match-rows.ts'
import { sameValue } from './same-value.ts'

export interface ExpectOptions {
  /** The rows must also come in this order. Default false. */
  ordered?: boolean
  /** How far two numbers may be apart and still be the same, as an absolute difference. Default 0. */
  tolerance?: number
}

/** A row as a test writes it: dates and decimals are plain text, `'2026-01-31'` and `'12.50'`. */
export type ExpectedRow<R> =
  IsUntyped<R> extends true ? AnyRow : { readonly [K in keyof R]: R[K] extends infer V ? Plain<V> : never }
type Plain<V> = V extends SqlDate | Decimal ? string : V

interface RowsExpectation<R> {
  /** @throws RowsDiffer with the difference as a table */
  toEqualRows(rows: readonly NoInfer<ExpectedRow<R>>[], options?: ExpectOptions): void
}

interface FrameExpectation<R> {
  /** Collects the frame. @throws RowsDiffer with the difference as a table; what the query throws */
  toEqualRows(rows: readonly NoInfer<ExpectedRow<R>>[], options?: ExpectOptions): Promise<void>
}

/**
 * Compares the rows of a frame with expected ones: in any order, each as often as it is expected. Works in every test
 * runner; where they differ it throws an error that shows how.
 *
 * @example await expectFrame(session.table('orders_by_day')).toEqualRows([{ day: '2026-01-31', orders: 2 }])
 */
export function expectFrame<R>(frame: DataFrame<R>): FrameExpectation<R> {
  if (typeof (frame as { collect?: unknown } | undefined)?.collect !== 'function') {
    throw new InvalidArgument(`expectFrame takes a frame, not ${describeValue(frame)}`, {
      hint: 'rows that are collected already are compared by expectRows(rows)',
    })
  }
  return {
    async toEqualRows(rows, options = {}) {
      const actual = (await frame.collect()) as readonly PlainRow[]
      compare(rows as readonly PlainRow[], actual, await frame.columns(), options)
    },
  }
}

/**
 * Compares rows with expected ones, as `expectFrame` does those of a frame.
 *
 * @example expectRows(await runModel(customers, { given })).toEqualRows([{ customer_id: 1, number_of_orders: 2 }])
 */
export function expectRows<R extends object>(actual: readonly R[]): RowsExpectation<R> {
  return {
    toEqualRows(rows, options = {}) {
      const plain = rowsOf(actual, 'expectRows')
      compare(rows as readonly PlainRow[], plain, namesIn(plain), options)
    },
  }
}

/** @param columns of the actual rows */
function compare(
  given: readonly PlainRow[],
  actual: readonly PlainRow[],
  columns: readonly string[],
  { ordered = false, tolerance = 0 }: ExpectOptions,
): void {
  const expected = rowsOf(given, 'toEqualRows')
  if (!(tolerance >= 0)) throw new InvalidArgument(`toEqualRows: a tolerance of ${tolerance} is none`)
  const said = columnsText(namesIn(expected), columns, expected.length > 0 && columns.length > 0)
  // Columns that one side lacks are told once, and not again with every row.
  const shared = said === undefined ? columns : columns.filter((name) => namesIn(expected).includes(name))
  const compared = shared.length > 0 ? shared : namesIn(expected)
  const { missing, unexpected } = matchRows(expected, actual, compared, tolerance)
  const differences = pairRows(missing, unexpected, compared, tolerance)
  const parts = [said]
  if (differences.length > 0 && (said === undefined || shared.length > 0))
    parts.push(differencesText(expected, actual, differences, compared, tolerance))
  else if (ordered && differences.length === 0) parts.push(orderText(expected, actual, compared, tolerance))
  const text = parts.filter((part) => part !== undefined).join('\n')
  if (text !== '') throw new RowsDiffer(text)
}

function rowsOf(rows: readonly object[], what: string): readonly PlainRow[] {
  const wrong = Array.isArray(rows) ? rows.find((row) => typeof row !== 'object' || row === null) : rows
  if (Array.isArray(rows) && wrong === undefined && !rows.includes(undefined)) return rows as readonly PlainRow[]
  throw new InvalidArgument(`${what} takes a list of rows, not ${describeValue(wrong)}`)
}

const namesIn = (rows: readonly PlainRow[]): readonly string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))]

/** Names the columns that one side lacks. */
function columnsText(
  expected: readonly string[],
  actual: readonly string[],
  bothHaveSome: boolean,
): string | undefined {
  if (!bothHaveSome) return undefined
  const missing = expected.filter((name) => !actual.includes(name))
  const unexpected = actual.filter((name) => !expected.includes(name))
  const said = [
    missing.length > 0 && `columns that are expected and not there: ${listNames(missing)}`,
    unexpected.length > 0 && `columns that are there and not expected: ${listNames(unexpected)}`,
    ...missing.map((name) => didYouMean(name, unexpected)),
  ].filter((part) => typeof part === 'string')
  return said.length === 0 ? undefined : said.join('\n')
}

function differencesText(
  expected: readonly PlainRow[],
  actual: readonly PlainRow[],
  differences: readonly Difference[],
  columns: readonly string[],
  tolerance: number,
): string {
  const pairs = differences.filter((one) => one.expected !== undefined && one.actual !== undefined).length
  const missing = differences.filter((one) => one.actual === undefined).length
  const counts = [
    pairs > 0 && `${pairs} ${pairs === 1 ? 'differs' : 'differ'}`,
    missing > 0 && `${missing} ${missing === 1 ? 'is' : 'are'} missing`,
    differences.length > pairs + missing && `${differences.length - pairs - missing} unexpected`,
  ].filter((part) => part !== false)
  const rows = `expected ${expected.length} ${expected.length === 1 ? 'row' : 'rows'}, got ${actual.length}`
  const table = differenceTable(differences, columns, tolerance)
  return `${rows}: ${counts.join(', ')} (- expected, + there)\n\n${table}`
}

/** Shows the places where rows in another order stand. */
function orderText(
  expected: readonly PlainRow[],
  actual: readonly PlainRow[],
  columns: readonly string[],
  tolerance: number,
): string | undefined {
  const places = expected.flatMap((row, index) =>
    columns.every((column) => sameValue(row[column], actual[index]?.[column], tolerance)) ? [] : [index],
  )
  if (places.length === 0) return undefined
  const table = differenceTable(
    places.map((index) => ({ expected: expected[index], actual: actual[index] })),
    columns,
    tolerance,
    places.map((index) => `${index + 1} `),
  )
  return `the rows are the expected ones in another order (- expected, + there)\n\n${table}`
}
