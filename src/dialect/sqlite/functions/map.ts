import { isIntegral } from '../../../plan/type-rules.ts'
import { fill, RANK } from '../../fragment.ts'
import type { SpelledCall, Spelling, SpellingsOf } from '../../spelling.ts'

/** Keys are texts in JSON: of numbers they are told to be. */
const withKeys =
  (name: string): Spelling =>
  (args, { types }: SpelledCall) => {
    const map = types[0]
    return fill(`millrace_${name}($1, ${map?.kind === 'map' && isIntegral(map.key) ? 1 : 0})`, args)
  }

export const mapSpellings: SpellingsOf<'map'> = {
  mapConcat: 'millrace_map_concat($*)',
  mapContainsKey: (args) =>
    fill(
      "case when $1 is not null and $2 is not null then json_type($1, '$.' || json_quote(cast($2 as text))) is not null end",
      args,
      RANK.atom,
    ),
  mapEntries: withKeys('map_entries'),
  mapFromArrays: 'millrace_map_from_arrays($1, $2)',
  mapFromEntries: 'millrace_map_from_entries($1)',
  mapKeys: withKeys('map_keys'),
  mapValues: 'millrace_map_values($1)',
  strToMap: 'millrace_str_to_map($1, $2, $3)',
}
