import type { SqlType } from '../plan/type.ts'
import type { Fragment } from './fragment.ts'

export type ArrayType = Extract<SqlType, { kind: 'array' }>

/** The cast of an element, as a dialect writes it: from its type in the one array to that in the other. */
export type ElementCast = (element: Fragment, from: SqlType, to: SqlType) => Fragment

/** What an element is called while it is cast: arrays inside of arrays have names of their own. */
export const elementName = (array: SqlType): string => `e${depth(array)}`

function depth(type: SqlType): number {
  return type.kind === 'array' ? 1 + depth(type.element) : 0
}

/** What the elements become: those of an array, or texts between commas. */
export const elementTarget = (to: SqlType): SqlType => (to.kind === 'array' ? to.element : to)
