import type { SqlType } from '../../plan/type.ts'
import { type ArrayType, type ElementCast, elementName, elementTarget } from '../array-casts.ts'
import { type Fragment, fill, fragment } from '../fragment.ts'
import { jsonElement } from './json-element.ts'

/**
 * An array to an array or to text, element by element. The array stands in a query of its own, since a name in it that
 * json_each has, too, would mean json_each's.
 */
export function castArray(array: Fragment, from: ArrayType, to: SqlType, cast: ElementCast): Fragment {
  const name = elementName(from)
  const value = from.element.kind === 'binary' ? `unhex(${name}.value)` : `${name}.value`
  const element = cast(fragment(value), from.element, elementTarget(to))
  const elements =
    to.kind === 'array'
      ? fill(`json_group_array($1 order by ${name}.key)`, [jsonElement(element, to.element)])
      : fill(`'[' || coalesce(group_concat(coalesce($1, 'null'), ', ' order by ${name}.key), '') || ']'`, [element])
  return fill(
    `case when $1 is not null then (select $2 from (select $1 as list) as given, json_each(given.list) as ${name}) end`,
    [array, elements],
  )
}
