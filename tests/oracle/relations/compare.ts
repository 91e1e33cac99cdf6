import type { Json, TypedName } from '../nodes.ts'
import { sameValue } from '../values.ts'
import type { SparkRows } from './program.ts'

/** A table of recorded values. */
export interface Rows {
  readonly columns: readonly TypedName[]
  readonly rows: readonly (readonly Json[])[]
}

export type SameCell = (ours: Json | undefined, theirs: Json | undefined, type: string) => boolean

/** Where two answers part: in their names, their types, or their rows. Undefined where they are equal. */
export type Difference = 'names' | 'types' | 'rows'

export function differenceOf(ours: Rows, theirs: SparkRows, same: SameCell = sameValue): Difference | undefined {
  const names = (columns: readonly TypedName[]) => JSON.stringify(columns.map(([name]) => name))
  if (names(ours.columns) !== names(theirs.columns)) return 'names'
  if (!sameRows(ours, theirs, same)) return 'rows'
  return JSON.stringify(ours.columns) === JSON.stringify(theirs.columns) ? undefined : 'types'
}

/** The same rows, in order where the program's order is total, else as multisets. */
export function sameRows(ours: Rows, theirs: SparkRows, same: SameCell = sameValue): boolean {
  if (ours.rows.length !== theirs.rows.length) return false
  const equal = (a: readonly Json[], b: readonly Json[]) =>
    a.length === b.length && theirs.columns.every(([, type], index) => same(a[index], b[index], type))
  if (theirs.ordered) return theirs.rows.every((row, index) => equal(ours.rows[index] as readonly Json[], row))
  const left = [...ours.rows]
  return theirs.rows.every((row) => {
    const found = left.findIndex((one) => equal(one, row))
    if (found < 0) return false
    left.splice(found, 1)
    return true
  })
}
