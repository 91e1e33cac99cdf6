/** Each different value once. */
import type { SqliteAggregate } from './aggregates.ts'
import type { SqliteValue } from './functions.ts'
import { compareValues } from './pick-aggregates.ts'
import { type Counts, counting, gathering } from './sliding.ts'

const ordered = (counts: Counts) => [...counts.values()].map(({ value }) => value).sort(compareValues)

/** The values in order, written as their JSON, which comes as the second argument. */
const collectSet = gathering<readonly [value: SqliteValue, json: SqliteValue]>(
  'collect_set',
  (value = null, json = null) => (value === null ? undefined : [value, json]),
  (rows) => {
    const sorted = [...rows].sort(([a], [b]) => compareValues(a, b))
    const different = sorted.filter(
      ([value], at) => at === 0 || compareValues(value, sorted[at - 1]?.[0] ?? null) !== 0,
    )
    return `[${different.map(([, json]) => String(json)).join(',')}]`
  },
)

export const listAggregates: readonly SqliteAggregate[] = [
  collectSet,
  counting('count_distinct', (counts) => BigInt(counts.size)),
  counting('listagg_distinct', (counts, delimiter) =>
    counts.size === 0 ? null : ordered(counts).join(delimiter === null ? '' : String(delimiter)),
  ),
]
