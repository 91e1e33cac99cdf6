import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { inOrder, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { jsonElement } from '../json-element.ts'

const collectList: Spelling = ([value], call) => {
  const element = jsonElement(value as Fragment, call.types[0] as SqlType)
  const filter = call.literals[1] === true ? '' : ' filter (where $1 is not null)'
  return fill(`json_group_array($2)${filter}`, [value as Fragment, inOrder(element, call)])
}

/** No window knows DISTINCT. */
const collectSet: Spelling = ([value], { types, window }) => {
  const element = jsonElement(value as Fragment, types[0] as SqlType)
  if (window) return fill('millrace_collect_set($1, json_quote($2))', [value as Fragment, element])
  return fill('json_group_array(distinct $2 order by $2) filter (where $1 is not null)', [value as Fragment, element])
}

const NOTHING = fragment("''")

export const gatherSpellings: SpellingsOf<'gather'> = {
  collectList,
  collectSet,
  listagg: ([value, delimiter = NOTHING], call) =>
    fill('group_concat($1, $2)', [value as Fragment, inOrder(delimiter, call)]),
  listaggDistinct: ([value, delimiter = NOTHING]) =>
    fill('millrace_listagg_distinct($1, $2)', [value as Fragment, delimiter]),
}
