import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { formula, inOrder, type SpelledCall, type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { jsonOf } from '../items.ts'
import { byCodePoint } from '../text.ts'
import { withoutWindow } from '../without-window.ts'

/** What makes a list, and what an empty one is. */
function listOf({ type }: SpelledCall): { readonly agg: string; readonly none: string } {
  const json = jsonOf(type)
  return json ? { agg: `${json}_agg`, none: "'[]'" } : { agg: 'array_agg', none: "'{}'" }
}

const collectList: Spelling = ([value], call) => {
  const { agg, none } = listOf(call)
  const filter = call.literals[1] === true ? '' : ' filter (where $1 is not null)'
  const list = ([one]: readonly Fragment[]): Fragment =>
    fill(`${agg}($2)${filter}`, [one as Fragment, inOrder(one as Fragment, call)])
  return spell(formula(`coalesce($1, ${none})`, list), [value as Fragment], call)
}

const ordered = (value: Fragment, type: SqlType | undefined): Fragment =>
  type?.kind === 'string' ? byCodePoint(value) : value

const collectSet: Spelling = ([value], call) => {
  const { agg, none } = listOf(call)
  const [of] = call.types
  const args = [ordered(value as Fragment, of)]
  if (of?.kind !== 'double' && of?.kind !== 'float')
    return fill(`coalesce(${agg}(distinct $1) filter (where $1 is not null), ${none})`, args)
  // PostgreSQL's NaN equals itself. It is the greatest, too.
  return fill(
    "coalesce(array_agg(distinct $1) filter (where $1 <> 'NaN') || array_agg($1) filter (where $1 = 'NaN'), '{}')",
    args,
  )
}

const NOTHING = fragment("''")

export const gatherSpellings: SpellingsOf<'gather'> = {
  collectList,
  collectSet: withoutWindow('collectSet', collectSet),
  listagg: ([value, delimiter = NOTHING], call) =>
    fill('string_agg($1, $2)', [value as Fragment, inOrder(delimiter, call)]),
  listaggDistinct: withoutWindow('listaggDistinct', ([value, delimiter = NOTHING]) =>
    fill('string_agg(distinct $1, $2)', [byCodePoint(value as Fragment), delimiter]),
  ),
}
