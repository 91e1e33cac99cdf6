/** What is inside of JSON text, as a value of its type. */

import type { SqlType } from '../../plan/type.ts'
import { type Fragment, fill, fragment } from '../fragment.ts'
import { isNested } from '../nested.ts'
import type { SpelledCall, Spelling } from '../spelling.ts'

/** The path of a name that is known, or of a place. */
export const pathTo = (key: unknown): string =>
  typeof key === 'string' ? `$.${JSON.stringify(key)}` : `$[${String(key)}]`

/** What stands at a path of a document: JSON's null is NULL. */
export function at(path: Fragment, document: Fragment, type: SqlType): Fragment {
  if (isNested(type) || type.kind === 'json') return fill("nullif($1 -> $2, 'null')", [document, path])
  return fill(type.kind === 'binary' ? 'unhex(json_extract($1, $2))' : 'json_extract($1, $2)', [document, path])
}

export const getItem: Spelling = (args, { type, types, literals }: SpelledCall) => {
  const [document, key] = args as readonly [Fragment, Fragment]
  const kind = types[0]?.kind
  if (kind === 'map') return at(fill("'$.' || json_quote(cast($1 as text))", [key], 45), document, type)
  if (kind !== 'array') return at(fragment('?', [pathTo(literals[1])]), document, type)
  const element = at(fill("'$[' || $1 || ']'", [key], 45), document, type)
  return fill(
    "case when $2 >= 0 and $2 < json_array_length($1) then $3 when $1 is not null and $2 is not null then millrace_raise('getItem: no element ' || $2 || ' in an array of ' || json_array_length($1)) end",
    [document, key, element],
  )
}
