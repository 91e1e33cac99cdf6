/** Spellings that several dialects share. */
import type { Ddl } from './ddl.ts'
import type { Dialect } from './dialect.ts'
import { type Fragment, joinFragments, RANK, within } from './fragment.ts'

/** A name in quotes, inside a fragment: there a bare question mark would be a binding. */
export function quoted(ddl: Ddl, name: string): string {
  return ddl.quote(name).replaceAll('?', '\\?')
}

/** SQLite and DuckDB compare names by folding the 26 letters of ASCII and no others. */
export function asciiLower(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** A range as `generate_series` takes it: the first number, the last one, the step. */
export function lastOf({ start, step, count }: Parameters<Dialect['range']>[0]): readonly bigint[] {
  return count > 0n ? [start, start + step * (count - 1n), step] : [1n, 0n, 1n]
}

/** Lists up to this length stand in the statement value by value; a longer one travels as one binding. */
const MOST_LISTED = 20

/** `operand in (?, ?)` for a short list that is not empty; undefined where the list is to be one binding. */
export function inShortList(operand: Fragment, values: readonly Fragment[]): Fragment | undefined {
  if (values.length === 0 || values.length > MOST_LISTED) return undefined
  const { sql, bindings } = joinFragments(values, ', ')
  const inner = within(operand, RANK.compare + 1)
  return { sql: `${inner.sql} in (${sql})`, bindings: [...inner.bindings, ...bindings], rank: RANK.compare }
}
