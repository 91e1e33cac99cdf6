import { type Fragment, fill } from '../../fragment.ts'
import { inOrder, type Spelling, type SpellingsOf } from '../../spelling.ts'

const byPlace =
  (name: 'first' | 'last'): Spelling =>
  ([value, ...rest], call) => {
    const known = call.literals[1] === true
    if (call.window) return fill(`${name}_value($1${known ? ' ignore nulls' : ''})`, [value as Fragment])
    const rows = rest[1] ? [rest[1]] : []
    const conditions = [...(known ? ['$1 is not null'] : []), ...(rows.length > 0 ? ['$3'] : [])]
    const filter = conditions.length > 0 ? ` filter (where ${conditions.join(' and ')})` : ''
    return fill(`${name}($2)${filter}`, [value as Fragment, inOrder(value as Fragment, call), ...rows])
  }

export const pickSpellings: SpellingsOf<'pick'> = {
  first: byPlace('first'),
  last: byPlace('last'),
  // Rows whose first column is NULL count too.
  maxBy: 'arg_max_null($1, $2)',
  minBy: 'arg_min_null($1, $2)',
  // Of several that are there equally often it takes the one that it has seen first.
  mode: 'mode($1 order by $1)',
}
