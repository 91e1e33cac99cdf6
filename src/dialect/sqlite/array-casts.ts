import { type SqlType, types } from '../../plan/type.ts'
import {
  type ArrayType,
  type ElementCast,
  elementName,
  elementTarget,
  type MapType,
  type StructType,
} from '../array-casts.ts'
import { type Fragment, fill, fragment } from '../fragment.ts'
import { at, pathTo } from './items.ts'
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

/** `{a -> 1, b -> null}` */
export function mapText(map: Fragment, from: MapType, cast: ElementCast): Fragment {
  const name = elementName(from)
  const value = cast(fragment(`${name}.value`), from.value, types.string)
  return fill(
    `case when $1 is not null then (select '{' || coalesce(group_concat(${name}.key || ' -> ' || coalesce($2, 'null'), ', ' order by ${name}.id), '') || '}' from (select $1 as list) as given, json_each(given.list) as ${name}) end`,
    [map, value],
  )
}

/** `{1, x, null}` */
export function structText(struct: Fragment, from: StructType, cast: ElementCast): Fragment {
  const name = elementName(from)
  const fields = from.fields.map((field) =>
    fill("coalesce($1, 'null')", [
      cast(at(fragment('?', [pathTo(field.name)]), fragment(`${name}.held`), field.type), field.type, types.string),
    ]),
  )
  const list = fields.map((_, place) => `$${place + 2}`).join(" || ', ' || ")
  return fill(`(select '{' || ${list} || '}' from (select $1 as held) as ${name} where ${name}.held is not null)`, [
    struct,
    ...fields,
  ])
}
