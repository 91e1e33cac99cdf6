/** What an engine's SQL can say by itself; what it cannot is said with other steps (see rewrite/). */
export interface Capabilities {
  readonly groupingSets: boolean
  /** INTERSECT ALL and EXCEPT ALL. */
  readonly countingSetOperations: boolean
}
