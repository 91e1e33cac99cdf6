/** Arrays: making them, and what is in them. */
import type { Like, NullsOf, Result } from '../column/aggregate.ts'
import type { ArrayBeside, Arrays, Beside, ElementOf } from '../column/arrays.ts'
import type { ColumnOf, ValueFrom, ValueOf } from '../column/column.ts'
import type { NN, SqlDate, Text } from '../column/values.ts'
import { InvalidArgument } from '../errors/index.ts'
import { type SqlType, types } from '../plan/type.ts'
import { isIntegral, isTemporal } from '../plan/type-rules.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { itemType } from './items.ts'
import {
  any,
  arrayOf,
  comparables,
  integer,
  list,
  meeting,
  meetingElements,
  optional,
  orderables,
  type Parameter,
  rest,
  sought,
  text,
  value,
} from './parameter.ts'

type Whole = number | ColumnOf<number | null>
type Maps = ColumnOf<ReadonlyMap<string, unknown> | null>
type TextLike = string | ColumnOf<Text | null>
type Among<R> = <C extends Arrays, X extends Beside<ElementOf<C>>>(array: C, element: X) => Like<C | X, R>

const elementType = ([array]: readonly Argument[]): SqlType => {
  const { type } = array as Argument
  return type.kind === 'array' ? type.element : types.string
}

/** An array of the values, which meet in one type. Never NULL itself. @example array(o.first_tag, o.second_tag) */
export const array: <const A extends readonly [unknown, ...unknown[]]>(
  ...values: A
) => Like<A[number], readonly ValueFrom<A[number]>[]> = scalar('array', {
  takes: [value(meeting(any)), rest(value(meeting(any)))],
  gives: ([first]) => types.array((first as Argument).type),
  nulls: 'never',
})

/**
 * An array of `count` times the value; empty where `count` is not positive, NULL where it is NULL.
 *
 * @example arrayRepeat(o.status, 3)
 */
export const arrayRepeat: <X, N extends Whole>(
  value: X,
  count: N,
) => Like<X | N, readonly ValueFrom<X>[] | NullsOf<N>> = scalar('arrayRepeat', {
  takes: [value(any), value(integer)],
  gives: ([repeated]) => types.array((repeated as Argument).type),
  nulls: (args) => args[1]?.nullable ?? true,
})

const wholeOrDay: Parameter = {
  what: 'a whole number, a date or a timestamp',
  accepts: (type) => isIntegral(type) || isTemporal(type),
  fallback: types.long,
}

type Days = ColumnOf<SqlDate | Date | null>
interface Sequence {
  <A extends Whole, B extends Whole, S extends Whole = number>(
    start: A,
    stop: B,
    step?: S,
  ): Like<A | B | S, readonly number[] | NullsOf<A | B | S>>
  <A extends Days, B extends Days | SqlDate | Date | string>(
    start: A,
    stop: B,
  ): Like<A | B, readonly NN<ValueOf<A>>[] | NullsOf<A | B>>
}

/**
 * The numbers from `start` to `stop`, both included, by `step` (default 1, or -1 downwards); of dates and timestamps the
 * days. NULL where an argument is. A step that leads away from `stop` raises.
 *
 * @example explode(sequence(o.first_day, o.last_day))
 */
export const sequence: Sequence = scalar('sequence', {
  takes: [value(meeting(wholeOrDay)), value(meeting(wholeOrDay)), optional(value(meeting(wholeOrDay)))],
  gives: ([start, , step]) => {
    const { type } = start as Argument
    if (step && isTemporal(type)) {
      throw new InvalidArgument('sequence goes from day to day: a step is for numbers alone', {
        hint: 'make a sequence of numbers, and add them: dateAdd(o.day, n)',
      })
    }
    return types.array(type)
  },
})

const listOrMap: Parameter = {
  what: 'an array or a map',
  accepts: (type) => type.kind === 'array' || type.kind === 'map',
  fallback: list.fallback,
}
/** How many elements an array has, or entries a map. NULL of NULL. @example size(o.tags) */
export const size: <C extends Arrays | Maps>(holder: C) => Result<C, number> = scalar('size', {
  takes: [listOrMap],
  gives: types.int,
})
/** `size` by its other name. */
export const cardinality: typeof size = size
/** `size` of arrays alone. */
export const arraySize: <C extends Arrays>(array: C) => Result<C, number> = size

/** Whether the element is in the array. NULL where either is, and where it is not found beside a NULL. */
export const arrayContains: Among<boolean | null> = scalar('arrayContains', {
  takes: [meetingElements(comparables), sought],
  gives: types.boolean,
  nulls: 'always',
})

/** The place of the first such element, from 1; 0 where there is none. NULL where either is. */
export const arrayPosition: <C extends Arrays, X extends Beside<ElementOf<C>>>(
  array: C,
  element: X,
) => Result<C | X, number> = scalar('arrayPosition', {
  takes: [meetingElements(comparables), sought],
  gives: types.long,
})

/**
 * Whether the arrays have an element in common. NULL where either is, and where none is found, neither is empty and one has
 * a NULL.
 *
 * @example arraysOverlap(o.tags, ['gift', 'express'])
 */
export const arraysOverlap: <C extends Arrays, B extends ArrayBeside<ElementOf<C>>>(
  array: C,
  other: B,
) => Like<C | B, boolean | null> = scalar('arraysOverlap', {
  takes: [meetingElements(comparables), meetingElements(comparables)],
  gives: types.boolean,
  nulls: 'always',
})

type Extreme = <C extends Arrays>(array: C) => Like<C, NN<ElementOf<C>> | null>
const extreme = { takes: [orderables], gives: elementType, nulls: 'always' as const }
/** The greatest element; NaN is greater than any number, NULLs do not count. NULL where there is none. */
export const arrayMax: Extreme = scalar('arrayMax', extreme)
/** The least element; NULLs do not count. NULL where there is none. */
export const arrayMin: Extreme = scalar('arrayMin', extreme)

/**
 * The texts of an array, one behind another with a delimiter between them. NULLs are left out, or are `replacement`.
 *
 * @example arrayJoin(o.tags, ', ')
 */
export const arrayJoin: <C extends Arrays<Text | null>, D extends TextLike, R extends TextLike = string>(
  array: C,
  delimiter: D,
  replacement?: R,
) => Result<C | D | R, string> = scalar('arrayJoin', {
  takes: [arrayOf('an array of strings', (type) => type.kind === 'string'), value(text), optional(value(text))],
  gives: types.string,
})

interface ElementAt {
  <C extends Arrays, I extends Whole>(array: C, place: I): Like<C | I, ElementOf<C> | null>
  <V, K extends string | number | ColumnOf<string | number | null>>(
    map: ColumnOf<ReadonlyMap<string, V> | null>,
    key: K,
  ): Like<K, V | null>
}
const holder: Parameter = { ...listOrMap, what: 'an array or a map' }
const placed = {
  takes: [holder, value(any)],
  gives: ([from, key]: readonly Argument[]): SqlType => itemType(from as Argument, key as Argument, 'elementAt', 1),
  nulls: 'always' as const,
}
/**
 * The element at a place, from 1 (negative: from the end), or the value of a key of a map, NULL where it has none. A place 0
 * raises, and so does one that the array does not have.
 *
 * @example elementAt(o.tags, -1)
 */
export const elementAt: ElementAt = scalar('elementAt', placed)
/** `elementAt` that is NULL at a place that the array does not have; 0 raises all the same. */
export const tryElementAt: ElementAt = scalar('tryElementAt', placed)
/** The element at an index, from 0; NULL where there is none. @example get(o.tags, 0) */
export const get: <C extends Arrays, I extends Whole>(array: C, index: I) => Like<C | I, ElementOf<C> | null> = scalar(
  'get',
  { takes: [list, value(integer)], gives: elementType, nulls: 'always' },
)
