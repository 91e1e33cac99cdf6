import type { SqlType } from '../../plan/type.ts'
import { type ArrayType, type ElementCast, elementName, elementTarget } from '../array-casts.ts'
import { type Fragment, fill, fragment } from '../fragment.ts'

/** An array to an array or to text, element by element. */
export function castArray(array: Fragment, from: ArrayType, to: SqlType, cast: ElementCast): Fragment {
  const name = elementName(from)
  const element = cast(fragment(`${name}.value`), from.element, elementTarget(to))
  const elements = `select $2 from unnest($1) with ordinality as ${name}(value, place) order by place`
  if (to.kind === 'array') return fill(`case when $1 is not null then array(${elements}) end`, [array, element])
  return fill(`case when $1 is not null then '[' || array_to_string(array(${elements}), ', ', 'null') || ']' end`, [
    array,
    element,
  ])
}
