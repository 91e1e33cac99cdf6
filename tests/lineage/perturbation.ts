/** The proof of lineage: other values in a column of a table change no column that it says does not come from there. */
import type { Lineage } from '../../src/lineage/lineage.ts'
import type { Json } from '../oracle/nodes.ts'
import { type Answer, differenceFrom } from '../property/compare.ts'
import type { Choices } from '../property/generate/choices.ts'
import { POOLS, type World } from '../property/generate/worlds.ts'
import type { Cell } from '../property/model/cells.ts'
import { newId } from '../property/model/frames.ts'

/** `orders.amount`, for sets. */
export const key = (table: string, column: string): string => JSON.stringify([table, column])

/** Which columns of tables an output column depends on, in whatever way; undefined where nobody knows. */
export function dependsOn({ columns, rows }: Lineage, place: number): ReadonlySet<string> | undefined {
  const column = columns[place]
  if (!column || column.unknown || column.conditions.unknown || rows.unknown) return undefined
  const all = [...column.direct, ...column.conditions.origins, ...rows.origins]
  return new Set(all.map((origin) => key(origin.table.name, origin.column)))
}

/** Which columns of tables decide which rows there are. */
export const rowsDependOn = ({ rows }: Lineage): ReadonlySet<string> =>
  new Set(rows.origins.map((origin) => key(origin.table.name, origin.column)))

/** The same tables with other values in one column. */
export function perturbed(
  world: World,
  table: string,
  column: string,
  choices: Choices,
  poolOf = (type: string) => POOLS[type] as readonly Json[],
): World {
  const { columns, rows } = world[table] as World[string]
  const place = columns.findIndex(([name]) => name === column)
  const type = columns[place]?.[1] as string
  const pool = poolOf(type.replace('?', ''))
  const other = (): Json => (type.endsWith('?') && choices.once(5) ? null : choices.pick(pool))
  return { ...world, [table]: { columns, rows: rows.map((row) => row.with(place, other())) } }
}

/** Whether some columns of an answer hold the same rows as before, in whatever order. */
export function sameColumns(before: Answer, after: Answer, places: readonly number[]): boolean {
  const chosen = (answer: Answer): Answer => ({
    columns: places.map((place) => answer.columns[place] as Answer['columns'][number]),
    rows: answer.rows.map((row) => places.map((place) => row[place] as Cell)),
  })
  const { columns, rows } = chosen(before)
  const frame = columns.map(([name, type]) => ({ id: newId(), name, type, loose: false }))
  return differenceFrom({ columns: frame, rows, places: undefined }, chosen(after), false) === undefined
}
