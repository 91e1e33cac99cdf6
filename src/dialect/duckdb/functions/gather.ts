import { type Fragment, fill, fragment } from '../../fragment.ts'
import { formula, inOrder, type Spelling, type SpellingsOf, spell } from '../../spelling.ts'

const list =
  (distinct: '' | 'distinct '): Spelling =>
  ([value], call) =>
    fill(`list(${distinct}$2)${call.literals[1] === true ? '' : ' filter (where $1 is not null)'}`, [
      value as Fragment,
      distinct ? fill('$1 order by $1', [value as Fragment], 100) : inOrder(value as Fragment, call),
    ])

const collectSet: Spelling = (args, call) => {
  const [of] = call.types
  if (of?.kind !== 'double' && of?.kind !== 'float')
    return spell(formula('coalesce($1, [])', list('distinct ')), args, call)
  // DuckDB's NaN equals itself. It is the greatest, too.
  return spell(
    formula(
      'list_concat(coalesce($1, []), coalesce($2, []))',
      'list(distinct $1 order by $1) filter (where not isnan($1))',
      'list($1) filter (where isnan($1))',
    ),
    args,
    call,
  )
}

const NOTHING = fragment("''")

/** DuckDB's string_agg takes no delimiter that is a binding. */
const joined =
  (spelling: Spelling): Spelling =>
  ([value, delimiter = NOTHING], call) => {
    const texts = spell(formula('$1', spelling), [value as Fragment], call)
    return { ...fill('array_to_string($1, $2)', [texts, delimiter]), windowed: true }
  }

export const gatherSpellings: SpellingsOf<'gather'> = {
  collectList: (args, call) => spell(formula('coalesce($1, [])', list('')), args, call),
  collectSet,
  listagg: joined(list('')),
  listaggDistinct: joined(list('distinct ')),
}
