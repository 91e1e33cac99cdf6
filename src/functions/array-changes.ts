/** Arrays made of arrays: with more elements, with fewer, in another order. */
import type { Like, NullsOf, Result } from '../column/aggregate.ts'
import type { ArrayBeside, Arrays, Beside, ElementOf, ElementsOf, Joined } from '../column/arrays.ts'
import type { ColumnOf, ValueOf } from '../column/column.ts'
import { columnArgument, expressionOf, toColumn } from '../column/expression-column.ts'
import type { AnyRow, NN } from '../column/values.ts'
import { InvalidArgument, shorten } from '../errors/index.ts'
import { call, literal, outputName } from '../plan/expression.ts'
import { type SqlType, types } from '../plan/type.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { zippedNames } from './items.ts'
import {
  any,
  arrayOf,
  bool,
  comparables,
  element,
  integer,
  list,
  meetingElements,
  orderables,
  rest,
  sought,
  value,
  written,
} from './parameter.ts'

type Whole = number | ColumnOf<number | null>
type Changed = <C extends Arrays>(array: C) => Like<C, ValueOf<C>>
type Extended = <C extends Arrays, X extends Beside<ElementOf<C>>>(
  array: C,
  element: X,
) => Like<C | X, readonly Joined<C, X>[] | NullsOf<C>>
type Combined = <C extends Arrays, B extends ArrayBeside<ElementOf<C>>>(
  array: C,
  other: B,
) => Result<C | B, readonly (ElementOf<C> | ElementOf<B>)[]>
/** Elements of the first, in the type in which they meet those of the other. */
type Reduced = <C extends Arrays, B extends ArrayBeside<ElementOf<C>>>(
  array: C,
  other: B,
) => Result<C | B, readonly (ElementOf<C> | NN<ElementOf<B>>)[]>

const elementOf = (array: Argument | undefined): SqlType =>
  array?.type.kind === 'array' ? array.type.element : types.string

/** NULL where the array is. */
const ofArray = ([array]: readonly Argument[]): boolean => array?.nullable ?? true
const same = { takes: [list], gives: 0, nulls: ofArray }

const extended = { takes: [meetingElements(list), element(any)], gives: 0, nulls: ofArray }
/** The array with an element more at its end; a NULL is one too. @example arrayAppend(o.tags, 'seen') */
export const arrayAppend: Extended = scalar('arrayAppend', extended)
/** The array with an element more at its start; a NULL is one too. */
export const arrayPrepend: Extended = scalar('arrayPrepend', extended)

/**
 * The array with an element more at a place, from 1 (negative: from the end, -1 behind the last). Beyond the array NULLs fill
 * what is between. A place 0 raises.
 *
 * @example arrayInsert(o.tags, 2, 'second')
 */
export const arrayInsert: <C extends Arrays, I extends Whole, X extends Beside<ElementOf<C>>>(
  array: C,
  place: I,
  element: X,
) => Like<C | I | X, readonly (Joined<C, X> | null)[] | NullsOf<C | I>> = scalar('arrayInsert', {
  takes: [meetingElements(list), value(integer), element(any)],
  gives: 0,
  nulls: ([array, place]) => (array?.nullable ?? true) || (place?.nullable ?? true),
})

/** The array without the elements that are equal to the value. NULL where either is. */
export const arrayRemove: <C extends Arrays, X extends Beside<ElementOf<C>>>(
  array: C,
  element: X,
) => Result<C | X, readonly (ElementOf<C> | NN<Joined<C, X>>)[]> = scalar('arrayRemove', {
  takes: [meetingElements(comparables), sought],
  gives: 0,
})

/** The array without its NULLs. @example arrayCompact(o.tags) */
export const arrayCompact: <C extends Arrays>(array: C) => Result<C, readonly NN<ElementOf<C>>[]> = scalar(
  'arrayCompact',
  same,
)

/** Each element once, where it comes first. NULLs are one element, and so are NaNs. */
export const arrayDistinct: Changed = scalar('arrayDistinct', { ...same, takes: [comparables] })

const combined = { takes: [meetingElements(comparables), meetingElements(comparables)], gives: 0 }
/** The elements of both arrays, each once, where it comes first. @example arrayUnion(o.tags, ['all']) */
export const arrayUnion: Combined = scalar('arrayUnion', combined)
/** The elements that both arrays have, each once. */
export const arrayIntersect: Reduced = scalar('arrayIntersect', combined)
/** The elements that the other array has not, each once. @example arrayExcept(o.tags, ['internal']) */
export const arrayExcept: Reduced = scalar('arrayExcept', combined)

/** The elements in ascending order, NULLs last; NaN is greater than any number. */
export const arraySort: Changed = scalar('arraySort', { ...same, takes: [orderables] })

scalar('sortArray', {
  takes: [orderables, { ...bool, written: true, value: true, condition: false }],
  gives: 0,
  nulls: ofArray,
})
/** The elements in ascending order, NULLs first; or descending, NULLs last. @example sortArray(o.tags, false) */
export function sortArray<C extends Arrays>(array: C, ascending = true): Like<C, ValueOf<C>> {
  return toColumn(call('sortArray', [columnArgument(array, 'sortArray'), literal(ascending, types.boolean)]))
}

/**
 * `length` elements from a place, from 1 (negative: from the end); fewer where the array ends, none where the place is not in
 * it. A place 0 and a negative length raise.
 *
 * @example slice(o.tags, 1, 3)
 */
export const slice: <C extends Arrays, I extends Whole, N extends Whole>(
  array: C,
  start: I,
  length: N,
) => Like<C | I | N, readonly ElementOf<C>[] | NullsOf<C | I | N>> = scalar('slice', {
  takes: [list, value(integer), value(integer)],
  gives: 0,
})

/** The elements of the arrays in an array, in one. NULL where one of them is. @example flatten(o.pages) */
export const flatten: <C extends Arrays<readonly unknown[] | null>>(
  array: C,
) => Like<C, readonly ElementsOf<NN<ElementOf<C>>>[] | null> = scalar('flatten', {
  takes: [arrayOf('an array of arrays', (type) => type.kind === 'array')],
  gives: ([array]) => elementOf(array),
  nulls: 'always',
})

scalar('arraysZip', {
  takes: [written('names of fields'), rest(list)],
  gives: ([names, ...arrays]) => {
    const fields = zippedNames(names?.literal).map((name, index) => ({ name, type: elementOf(arrays[index]) }))
    return types.array({ kind: 'struct', fields })
  },
})
/**
 * The first elements of all arrays, the second ones …: structs whose fields have the columns' names (0, 1 … where they have
 * none), NULL where an array is shorter. NULL where an array is.
 *
 * @example arraysZip(o.skus, o.prices) // [{ skus: 'A-1', prices: '9.90' }, …]
 */
export function arraysZip<const A extends readonly [Arrays, ...Arrays[]]>(
  ...arrays: A
): Like<A[number], readonly AnyRow[] | NullsOf<A[number]>> {
  const names = arrays.map((one, index) => outputName(expressionOf(one) ?? literal(null)) ?? String(index))
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    throw new InvalidArgument(`arraysZip: two arrays are called ${JSON.stringify(shorten(twice))}`, {
      hint: "name one of them: .as('other')",
    })
  }
  if (names.length === 0) throw new InvalidArgument('arraysZip takes at least one array')
  const args = arrays.map((one) => columnArgument(one, 'arraysZip'))
  return toColumn(call('arraysZip', [literal(JSON.stringify(names), types.string), ...args]))
}
