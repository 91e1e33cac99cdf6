import { type Fragment, fill, fragment } from '../../fragment.ts'
import { formula, inOrder, type Spelling, type SpellingsOf, spell } from '../../spelling.ts'

const list: Spelling = ([value], call) =>
  fill(`list($2)${call.literals[1] === true ? '' : ' filter (where $1 is not null)'}`, [
    value as Fragment,
    inOrder(value as Fragment, call),
  ])

/** To be sorted once it is there: an ORDER BY beside DISTINCT would repeat what may hold a binding, which is then another one. */
const set = 'list(distinct $1) filter (where $1 is not null)'

const collectSet: Spelling = (args, call) => {
  const [of] = call.types
  if (of?.kind !== 'double' && of?.kind !== 'float')
    return spell(formula('coalesce(list_sort($1), [])', set), args, call)
  // DuckDB's NaN equals itself. It is the greatest, too.
  return spell(
    formula(
      'list_concat(coalesce(list_sort($1), []), coalesce($2, []))',
      'list(distinct $1) filter (where not isnan($1))',
      'list($1) filter (where isnan($1))',
    ),
    args,
    call,
  )
}

const NOTHING = fragment("''")

/** DuckDB's string_agg takes no delimiter that is a binding. */
const joined =
  (template: string, spelling: Spelling): Spelling =>
  ([value, delimiter = NOTHING], call) => {
    const texts = spell(formula(template, spelling), [value as Fragment], call)
    return { ...fill('array_to_string($1, $2)', [texts, delimiter]), windowed: true }
  }

export const gatherSpellings: SpellingsOf<'gather'> = {
  collectList: (args, call) => spell(formula('coalesce($1, [])', list), args, call),
  collectSet,
  listagg: joined('$1', list),
  listaggDistinct: joined('list_sort($1)', set),
}
