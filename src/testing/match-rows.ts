import type { PlainRow } from './given.ts'
import { anyNumber, keyOf, sameValue } from './same-value.ts'

/** What is left when each expected row has taken one that is the same. */
export interface Unmatched {
  readonly missing: readonly PlainRow[]
  readonly unexpected: readonly PlainRow[]
}

/** Pairs rows that are the same in these columns, as many as can be; a row that is there twice is wanted twice. */
export function matchRows(
  expected: readonly PlainRow[],
  actual: readonly PlainRow[],
  columns: readonly string[],
  tolerance: number,
): Unmatched {
  const key = (row: PlainRow, numbers?: () => string): string =>
    columns.map((column) => keyOf(row[column], numbers)).join()
  /** The expected row that each actual one was taken by. */
  const takenBy = new Map<number, number>()
  const byKey = groups(actual, (row) => key(row))
  /** Rows that are alike but for their numbers. */
  let bySketch: ReadonlyMap<string, readonly number[]> | undefined
  const open = expected.flatMap((row, index) => {
    const found = byKey.get(key(row))?.pop()
    if (found === undefined) return [index]
    takenBy.set(found, index)
    return []
  })
  const missing = tolerance === 0 ? open : open.filter((index) => !makeRoom(index, new Set()))
  return {
    missing: missing.map((index) => expected[index] as PlainRow),
    unexpected: actual.filter((_, index) => !takenBy.has(index)),
  }

  /** Takes a row within the tolerance; who has it already looks for another. */
  function makeRoom(index: number, tried: Set<number>): boolean {
    for (const candidate of candidates(index)) {
      if (tried.has(candidate)) continue
      tried.add(candidate)
      const owner = takenBy.get(candidate)
      if (owner !== undefined && !makeRoom(owner, tried)) continue
      takenBy.set(candidate, index)
      return true
    }
    return false
  }

  function candidates(index: number): readonly number[] {
    const row = expected[index] as PlainRow
    bySketch ??= groups(actual, (one) => key(one, anyNumber))
    const near = bySketch.get(key(row, anyNumber)) ?? []
    return near.filter((at) => columns.every((column) => sameValue(row[column], actual[at]?.[column], tolerance)))
  }
}

/** Places of rows by a key, the first row last. */
function groups(rows: readonly PlainRow[], key: (row: PlainRow) => string): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (let index = rows.length - 1; index >= 0; index--) {
    const name = key(rows[index] as PlainRow)
    const group = found.get(name)
    if (group === undefined) found.set(name, [index])
    else group.push(index)
  }
  return found
}
