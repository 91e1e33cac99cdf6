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
}
