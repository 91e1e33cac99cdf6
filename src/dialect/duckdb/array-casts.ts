import type { SqlType } from '../../plan/type.ts'
import { type ArrayType, type ElementCast, elementName, elementTarget } from '../array-casts.ts'
import { type Fragment, fill, fragment, RANK } from '../fragment.ts'

/** An array to an array or to text, element by element. */
export function castArray(array: Fragment, from: ArrayType, to: SqlType, cast: ElementCast): Fragment {
  const name = elementName(from)
  const element = cast(fragment(name), from.element, elementTarget(to))
  if (to.kind === 'array') return fill(`list_transform($1, lambda ${name}: $2)`, [array, element])
  return fill(
    `'[' || array_to_string(list_transform($1, lambda ${name}: coalesce($2, 'null')), ', ') || ']'`,
    [array, element],
    RANK.other,
  )
}
