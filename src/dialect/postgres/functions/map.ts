import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { postgresType } from '../casts.ts'
import { elementRows, fromJson, intoJson, jsonOf } from '../items.ts'
import { regexSpellings } from './regex.ts'

type MapType = Extract<SqlType, { kind: 'map' }>

/** A map of the rows (key, value, place): PostgreSQL raises for a key that is NULL or stands there twice. */
const MAP = "coalesce(json_object_agg_unique(key, value order by place), '{}')"
/** The entries of a map as such rows: what is declared as one may be jsonb. */
const ENTRIES = 'json_each($1::json) with ordinality as entry(key, value, place)'

const elementOf = (type: SqlType | undefined): SqlType => (type as Extract<SqlType, { kind: 'array' }>).element
const sizeOf = (array: string, type: SqlType): string => {
  const json = jsonOf(type)
  return json ? `${json}_array_length(${array}${json === 'json' ? '::json' : ''})` : `cardinality(${array})`
}

const mapFromArrays: Spelling = (args, { types }) => {
  const [keys, values] = types as readonly [SqlType, SqlType]
  const [names, all] = [sizeOf('$1', keys), sizeOf('$2', values)]
  const held = intoJson(fragment('value'), elementOf(values), 'json')
  return fill(
    `case when ${names} <> ${all} then ('mapFromArrays: ' || ${names} || ' keys for ' || ${all} || ' values')::int::text::json when $1 is not null and $2 is not null then (select ${MAP.replace('value', held.sql)} from rows from (${elementRows('$1', keys)}, ${elementRows('$2', values)}) with ordinality as entry(key, value, place)) end`,
    args,
  )
}

const mapFromEntries: Spelling = ([entries], { types }) => {
  const type = types[0] as SqlType
  const json = jsonOf(type)
  const [key, value] = (elementOf(type) as Extract<SqlType, { kind: 'struct' }>).fields.map((field) =>
    fragment('?::text', [field.name]),
  )
  return fill(
    `case when $1 is not null then (select case when coalesce(bool_and(${json}_typeof(pair) <> 'null'), true) then coalesce(json_object_agg_unique(pair ->> $2, pair -> $3 order by place) filter (where ${json}_typeof(pair) <> 'null'), '{}') end from ${elementRows('$1', type)} with ordinality as pairs(pair, place)) end`,
    [entries as Fragment, key as Fragment, value as Fragment],
  )
}

const mapConcat: Spelling = (args) => {
  if (args.length === 1) return args[0] as Fragment
  const present = args.map((_, index) => `$${index + 1} is not null`).join(' and ')
  return fill(
    `case when ${present} then (select coalesce(json_object_agg_unique(key, value order by map_place, place), '{}') from json_array_elements(json_build_array($*)) with ordinality as maps(map, map_place), json_each(map) with ordinality as entry(key, value, place)) end`,
    args,
  )
}

/** What `written` makes of each entry, as an array in their order. */
const entriesAs =
  (written: (map: MapType, list: SqlType) => Fragment): Spelling =>
  ([map], { type, types }) => {
    const json = jsonOf(type)
    const one = written(types[0] as MapType, type)
    const list = json
      ? `(select coalesce(${json}_agg(${one.sql} order by place), '[]') from ${ENTRIES})`
      : `array(select ${one.sql} from ${ENTRIES} order by place)`
    return fill(`case when $1 is not null then ${list} end`, [map as Fragment])
  }

const keyOf = ({ key }: MapType): Fragment =>
  key.kind === 'string' ? fragment('key') : fragment(`key::${postgresType(key)}`)

const strToMap: Spelling = ([text, pairs, keys], call) => {
  const part = (one: Fragment, at: number, limit: number) =>
    spell(regexSpellings.split, [one, (at === 1 ? pairs : keys) as Fragment], {
      ...call,
      literals: [undefined, call.literals[at], limit],
    })
  return fill(
    `case when $1 is not null then (select ${MAP.replace('key, value', 'part[1], part[2]')} from unnest($2) with ordinality as pairs(pair, place), lateral (select $3 as part) as parts) end`,
    [text as Fragment, part(text as Fragment, 1, -1), part(fragment('pair'), 2, 2)],
  )
}

export const mapSpellings: SpellingsOf<'map'> = {
  mapConcat,
  mapContainsKey: 'case when $1 is not null and $2 is not null then ($1 -> $2::text) is not null end',
  mapEntries: entriesAs((map, list) => {
    const json = jsonOf(list)
    return fragment(`${json}_build_object('key', ${keyOf(map).sql}, 'value', value)`)
  }),
  mapFromArrays,
  mapFromEntries,
  mapKeys: entriesAs(keyOf),
  mapValues: entriesAs((map, list) => (jsonOf(list) ? fragment('value') : fromJson(fragment('value'), map.value))),
  strToMap,
}
