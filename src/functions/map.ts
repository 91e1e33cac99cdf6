/** Maps: values by key. A key is never NULL, and stands there once: what would make it otherwise raises in the database. */
import type { Like, Result } from '../column/aggregate.ts'
import type { ColumnOf, ValueFrom, ValueOf } from '../column/column.ts'
import type { Literal, NN, Text } from '../column/values.ts'
import { InvalidArgument, TypeMismatch } from '../errors/index.ts'
import { formatType, type SqlType, sameType, types } from '../plan/type.ts'
import { entryType, isIntegral } from '../plan/type-rules.ts'
import { array } from './array.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { any, meeting, type Parameter, rest, text, value } from './parameter.ts'
import { checkRepetitions } from './regex/beginning.ts'
import { checkedPattern } from './regex/parse.ts'

type MapType = Extract<SqlType, { kind: 'map' }>

/** A column of maps. */
type Maps<K, V> = ColumnOf<ReadonlyMap<K, V> | null>
type AnyMaps = Maps<unknown, unknown>
type KeyOf<M> = ValueOf<M> extends infer V ? (V extends ReadonlyMap<infer K, unknown> ? K : never) : never
type HeldBy<M> = ValueOf<M> extends infer V ? (V extends ReadonlyMap<unknown, infer E> ? E : never) : never
/** What an array holds. */
type ElementOf<A> = ValueOf<A> extends infer V ? (V extends readonly (infer E)[] ? E : never) : never
type Arrays = ColumnOf<readonly unknown[] | null>

const mapColumn: Parameter = {
  what: 'a map',
  accepts: (type) => type.kind === 'map',
  fallback: { kind: 'map', key: types.string, value: types.string },
}
const arrayColumn: Parameter = {
  what: 'an array',
  accepts: (type) => type.kind === 'array',
  fallback: types.array(types.string),
}

const mapOf = (args: readonly Argument[]): MapType => (args[0] as Argument).type as MapType
const elementOf = (argument: Argument | undefined): SqlType =>
  argument?.type.kind === 'array' ? argument.type.element : types.void

/** Engines that hold maps as JSON know their keys as text: of some types only what reads back as it was. */
function keyType(fn: string, type: SqlType): SqlType {
  if (type.kind === 'void') return types.string
  if (type.kind === 'string' || type.kind === 'date' || isIntegral(type)) return type
  throw new TypeMismatch(`${fn}: the keys of a map are texts, whole numbers or dates, not ${formatType(type)}`, {
    hint: "cast them: .cast('string')",
  })
}

/**
 * A map of the keys and values of two arrays of one length.
 *
 * @example mapFromArrays(o.names, o.amounts)
 */
export const mapFromArrays: <K extends Arrays, V extends Arrays>(
  keys: K,
  values: V,
) => Result<K | V, ReadonlyMap<NN<ElementOf<K>>, ElementOf<V>>> = scalar('mapFromArrays', {
  takes: [arrayColumn, arrayColumn],
  gives: ([keys, values]) => ({
    kind: 'map',
    key: keyType('mapFromArrays', elementOf(keys)),
    value: elementOf(values),
  }),
})

/** Keys and values in turn, of which each kind is of one type. */
type Keys<A> = A extends readonly [infer K, unknown, ...infer Rest] ? K | Keys<Rest> : never
type Values<A> = A extends readonly [unknown, infer V, ...infer Rest] ? V | Values<Rest> : never

/**
 * A map of keys and values given in turn: columns, or plain values. Keys are of one type, and so are values. Never NULL.
 *
 * @example createMap('net', o.net, 'gross', o.gross)
 */
export function createMap<const A extends readonly [unknown, unknown, ...unknown[]]>(
  ...entries: A
): Like<A[number], ReadonlyMap<NN<ValueFrom<Keys<A>>>, ValueFrom<Values<A>>>> {
  if (entries.length === 0 || entries.length % 2 === 1) {
    throw new InvalidArgument(`createMap takes keys and values in turn, and so an even number, not ${entries.length}`)
  }
  const every = (which: number) => array(...(entries.filter((_, index) => index % 2 === which) as [unknown]))
  return mapFromArrays(every(0) as never, every(1) as never) as never
}

/** A map of the pairs in an array: structs of a key and a value. NULL where a pair is. @example mapFromEntries(o.pairs) */
export const mapFromEntries: <A extends Arrays>(
  entries: A,
  // biome-ignore lint/suspicious/noExplicitAny: what a struct holds is not in its type
) => Like<A, ReadonlyMap<any, any> | null> = scalar('mapFromEntries', {
  takes: [arrayColumn],
  gives: ([entries]) => {
    const pair = elementOf(entries)
    const [key, held] = pair.kind === 'struct' && pair.fields.length === 2 ? pair.fields : []
    if (key && held) return { kind: 'map', key: keyType('mapFromEntries', key.type), value: held.type }
    throw new TypeMismatch(
      `mapFromEntries takes an array of structs of a key and a value, not an ${formatType((entries as Argument).type)}`,
    )
  },
  nulls: 'always',
})

/** The entries of all maps; a key that two of them have raises. @example mapConcat(o.defaults, o.settings) */
export const mapConcat: <M extends AnyMaps, const A extends readonly AnyMaps[]>(
  first: M,
  ...others: A
) => Result<M | A[number], ReadonlyMap<KeyOf<M>, HeldBy<M | A[number]>>> = scalar('mapConcat', {
  takes: [meeting(mapColumn), rest(meeting(mapColumn))],
  gives: 0,
})

/** Whether the map has the key, whatever its value. @example mapContainsKey(o.rates, 'low') */
export const mapContainsKey: <M extends AnyMaps, K extends Literal<KeyOf<M>> | ColumnOf<KeyOf<M> | null>>(
  map: M,
  key: K,
) => Result<M | K, boolean> = scalar('mapContainsKey', {
  takes: [mapColumn, value(any)],
  gives: ([map, key]) => {
    const wanted = ((map as Argument).type as MapType).key
    const given = (key as Argument).type
    if (!sameType(wanted, given) && !(isIntegral(wanted) && isIntegral(given))) {
      throw new TypeMismatch(
        `mapContainsKey of a ${formatType((map as Argument).type)} takes a key of its own type, not a ${formatType(given)}`,
      )
    }
    return types.boolean
  },
})

/** The keys, in the order in which they came into the map. @example explode(mapKeys(o.rates)) */
export const mapKeys: <M extends AnyMaps>(map: M) => Result<M, readonly KeyOf<M>[]> = scalar('mapKeys', {
  takes: [mapColumn],
  gives: (args) => types.array(mapOf(args).key),
})

/** The values, in the order of the keys. */
export const mapValues: <M extends AnyMaps>(map: M) => Result<M, readonly HeldBy<M>[]> = scalar('mapValues', {
  takes: [mapColumn],
  gives: (args) => types.array(mapOf(args).value),
})

/** The entries as an array of structs of `key` and `value`. */
export const mapEntries: <M extends AnyMaps>(
  map: M,
) => Result<M, readonly { readonly key: KeyOf<M>; readonly value: HeldBy<M> }[]> = scalar('mapEntries', {
  takes: [mapColumn],
  gives: (args) => types.array(entryType(mapOf(args))),
})

const parted = scalar('strToMap', {
  takes: [text, value(text), value(text)],
  gives: ([, ...separators]) => {
    for (const { literal } of separators) {
      if (typeof literal !== 'string')
        throw new InvalidArgument('strToMap takes separators that are written into the program')
      checkRepetitions(checkedPattern(literal, 'strToMap'))
    }
    return { kind: 'map', key: types.string, value: types.string }
  },
})

/**
 * A map of a text: pairs parted by `pairs`, and in each key and value by the first `keys`, both regular expressions. A pair
 * without value has NULL.
 *
 * @example strToMap(c.settings, ';', '=') // 'a=1;b=2'
 */
export function strToMap<C extends ColumnOf<Text | null>>(
  column: C,
  pairs = ',',
  keys = ':',
): Result<C, ReadonlyMap<string, string | null>> {
  return parted(column, pairs, keys)
}
