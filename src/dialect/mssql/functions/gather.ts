import { type Fragment, fill, fragment } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { typed } from '../casts.ts'
import { refuse } from '../refuse.ts'

const NO_LISTS = 'SQL Server has no lists: join the texts with listagg, or read the rows themselves'

/** Texts of any length: what is shorter would end at 8,000 bytes. */
const listagg: Spelling = ([value, delimiter = fragment("N''")], call) => {
  if (call.window) return spell(refuse('listagg(…).over(…)', 'compute it with groupBy and join the result'), [], call)
  const texts = typed(value as Fragment, 'nvarchar(max)')
  return call.order
    ? fill('string_agg($1, $2) within group ($3)', [texts, delimiter, call.order])
    : fill('string_agg($1, $2)', [texts, delimiter])
}

export const gatherSpellings: SpellingsOf<'gather'> = {
  collectList: refuse('collectList', NO_LISTS),
  collectSet: refuse('collectSet', NO_LISTS),
  listagg,
  listaggDistinct: refuse('listaggDistinct', 'select the texts, then distinct() and listagg'),
}
