import { bitAggregates } from './bit-aggregates.ts'
import type { SqliteValue } from './functions.ts'
import { listAggregates } from './list-aggregates.ts'
import { momentAggregates } from './moment-aggregates.ts'
import { pairAggregates } from './pair-aggregates.ts'
import { pickAggregates } from './pick-aggregates.ts'

/** An aggregate of ours. With an `inverse`, which takes out a row that has left a moving frame, it is a window function too. */
export interface SqliteAggregate {
  readonly name: string
  readonly start: () => unknown
  readonly step: (state: never, ...values: SqliteValue[]) => unknown
  readonly inverse?: (state: never, ...values: SqliteValue[]) => unknown
  readonly result: (state: never) => SqliteValue
}

/** Statistics, picks and lists, which SQLite has none of. */
export const sqliteAggregates: readonly SqliteAggregate[] = [
  ...momentAggregates,
  ...pairAggregates,
  ...bitAggregates,
  ...pickAggregates,
  ...listAggregates,
]
