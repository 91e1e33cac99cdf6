import type { SqlType } from '../plan/type.ts'
import type { Fragment } from './fragment.ts'
import { innerTypes, isNested } from './nested.ts'

export type MapType = Extract<SqlType, { kind: 'map' }>
export type StructType = Extract<SqlType, { kind: 'struct' }>
export type ArrayType = Extract<SqlType, { kind: 'array' }>

/** The cast of an element, as a dialect writes it: from its type in the one array to that in the other. */
export type ElementCast = (element: Fragment, from: SqlType, to: SqlType) => Fragment

/** What an element, or a struct, is called while it is cast: what is inside of others has names of its own. */
export const elementName = (array: SqlType): string => `e${depth(array)}`

function depth(type: SqlType): number {
  return isNested(type) ? 1 + Math.max(0, ...innerTypes(type).map(depth)) : 0
}

/** What the elements become: those of an array, or texts between commas. */
export const elementTarget = (to: SqlType): SqlType => (to.kind === 'array' ? to.element : to)
