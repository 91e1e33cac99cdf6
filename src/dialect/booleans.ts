import type { Fragment } from './fragment.ts'

/** How what is true or false is written: as a condition (WHERE, ON, WHEN) and as a value (a select list, an argument). */
export interface Booleans {
  condition(written: Fragment): Fragment
  value(written: Fragment, nullable: boolean): Fragment
}

/** Where a condition is a value like any other. */
export const booleansAreValues: Booleans = { condition: (written) => written, value: (written) => written }
