/** What an engine's SQL can say by itself; what it cannot is said with other steps (see rewrite/). */
export interface Capabilities {
  readonly groupingSets: boolean
  /** INTERSECT ALL and EXCEPT ALL. */
  readonly countingSetOperations: boolean
  /** DISTINCT, INTERSECT and EXCEPT tell any two texts apart. */
  readonly exactSetOperations: boolean
  /** Window frames of RANGE with a distance. */
  readonly rangeDistances: boolean
  /** OFFSET and numbered rows may do without an ORDER BY. */
  readonly orderOptional: boolean
  /** EXISTS with every kind of comparison side by side. */
  readonly mixedExists: boolean
  /** A limited query read by another one as it stands. DuckDB hands what a join has learnt down below its LIMIT. */
  readonly openLimits: boolean
  /** Files in the place of a table: `read_csv('…')`. */
  readonly readsFiles: boolean
  /** Aggregates that cannot stand over a window: the rows of each frame are gathered in lists, and aggregated there. */
  readonly windowless: ReadonlySet<string>
}
