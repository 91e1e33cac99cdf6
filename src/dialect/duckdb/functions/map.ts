import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { duckdbType } from '../casts.ts'
import { regexSpellings } from './regex.ts'

/** Of a map's own, DuckDB raises for a key that is NULL or stands there twice. */
const mapFromArrays: Spelling = (args) =>
  fill(
    "case when len($1) <> len($2) then error('mapFromArrays: ' || len($1) || ' keys for ' || len($2) || ' values') when $1 is not null and $2 is not null then map($1, $2) end",
    args,
  )

/** DuckDB's own takes the last of two values of one key. */
const mapConcat: Spelling = (args) => {
  if (args.length === 1) return args[0] as Fragment
  const present = args.map((_, index) => `$${index + 1} is not null`).join(' and ')
  const entries = args.map((_, index) => `map_entries($${index + 1})`).join(', ')
  return fill(`case when ${present} then map_from_entries(list_concat(${entries})) end`, args)
}

const strToMap: Spelling = ([text, pairs, keys], call) => {
  const part = (one: Fragment, at: number, limit: number) =>
    spell(regexSpellings.split, [one, (at === 1 ? pairs : keys) as Fragment], {
      ...call,
      literals: [undefined, call.literals[at], limit],
    })
  const parts = fill('list_transform($1, lambda pair: $2)', [
    part(text as Fragment, 1, -1),
    part(fragment('pair'), 2, 2),
  ])
  return fill(
    'case when $1 is not null then map(list_transform($2, lambda part: part[1]), list_transform($2, lambda part: part[2])) end',
    [text as Fragment, parts],
  )
}

export const mapSpellings: SpellingsOf<'map'> = {
  mapConcat,
  mapContainsKey: (args, { types }) => {
    const key = (types[0] as Extract<SqlType, { kind: 'map' }>).key
    return fill(`case when $1 is not null and $2 is not null then map_contains($1, $2::${duckdbType(key)}) end`, args)
  },
  mapEntries: 'map_entries($1)',
  mapFromArrays,
  mapFromEntries: (args) =>
    fill('case when len(list_filter($1, lambda pair: pair is null)) = 0 then map_from_entries($1) end', args),
  mapKeys: 'map_keys($1)',
  mapValues: 'map_values($1)',
  strToMap,
}
