import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill, RANK } from '../../fragment.ts'
import { inOrder, type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { postgresType } from '../casts.ts'
import { fromJson, jsonOf } from '../items.ts'
import { nthKnown, valueBy } from '../picks.ts'
import { ordering } from '../text.ts'
import { withoutWindow } from '../without-window.ts'

/** The first or last value of a group is one of a list: arrays make no list of their own kind, but a document. */
const byPlace =
  (name: 'first' | 'last'): Spelling =>
  ([value, ...rest], call) => {
    const known = call.literals[1] === true
    if (call.window)
      return spell(known ? nthKnown(name === 'first' ? 0 : -1) : `${name}_value($1)`, [value as Fragment], call)
    const rows = rest[1] ? [rest[1]] : []
    const conditions = [...(known ? ['$1 is not null'] : []), ...(rows.length > 0 ? ['$3'] : [])]
    const filter = conditions.length > 0 ? ` filter (where ${conditions.join(' and ')})` : ''
    const args = [value as Fragment, inOrder(value as Fragment, call), ...rows]
    const type = call.types[0] as SqlType
    if (type.kind === 'array' && !jsonOf(type)) {
      const list = fill(`jsonb_agg($2)${filter} -> ${name === 'first' ? 0 : -1}`, args, RANK.other)
      return fromJson(list, type)
    }
    const place = name === 'first' ? '1' : `count(*)${filter}`
    return fill(`(array_agg($2)${filter})[${place}]`, [...args], RANK.cast)
  }

export const pickSpellings: SpellingsOf<'pick'> = {
  first: byPlace('first'),
  last: byPlace('last'),
  maxBy: valueBy('max', 'desc'),
  minBy: valueBy('min', 'asc'),
  mode: withoutWindow('mode', (args, call) => {
    const most = spell(ordering('mode() within group (order by $1)'), args, call)
    return call.types[0]?.kind === 'string' ? fill(`($1)::${postgresType(call.type)}`, [most], RANK.cast) : most
  }),
}
