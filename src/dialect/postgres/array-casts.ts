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
import { elementRows, fromJson, intoJson, jsonOf } from './items.ts'

/** An array to an array or to text, element by element. */
export function castArray(array: Fragment, from: ArrayType, to: SqlType, cast: ElementCast): Fragment {
  const name = elementName(from)
  const held = fragment(`${name}.value`)
  const element = cast(jsonOf(from) ? fromJson(held, from.element) : held, from.element, elementTarget(to))
  const rows = `${elementRows('$1', from)} with ordinality as ${name}(value, place)`
  const json = to.kind === 'array' ? jsonOf(to) : undefined
  if (json && to.kind === 'array') {
    return fill(
      `case when $1 is not null then (select coalesce(${json}_agg($2 order by ${name}.place), '[]') from ${rows}) end`,
      [array, intoJson(element, to.element, json)],
    )
  }
  const elements = `select $2 from ${rows} order by place`
  if (to.kind === 'array') return fill(`case when $1 is not null then array(${elements}) end`, [array, element])
  return fill(`case when $1 is not null then '[' || array_to_string(array(${elements}), ', ', 'null') || ']' end`, [
    array,
    element,
  ])
}

/** `{a -> 1, b -> null}` */
export function mapText(map: Fragment, from: MapType, cast: ElementCast): Fragment {
  const name = elementName(from)
  const value = cast(fromJson(fragment(`${name}.value`), from.value), from.value, types.string)
  return fill(
    `case when $1 is not null then '{' || coalesce((select string_agg(${name}.key || ' -> ' || coalesce($2, 'null'), ', ' order by ${name}.place) from json_each($1::json) with ordinality as ${name}(key, value, place)), '') || '}' end`,
    [map, value],
  )
}

/** `{1, x, null}` */
export function structText(struct: Fragment, from: StructType, cast: ElementCast): Fragment {
  const name = elementName(from)
  const fields = from.fields.map((field) => {
    const held = fromJson(fill(`${name} -> $1`, [fragment('?::text', [field.name])]), field.type)
    return fill("coalesce($1, 'null')", [cast(held, field.type, types.string)])
  })
  return fill(
    `(select '{' || concat_ws(', ', ${fields.map((_, at) => `$${at + 2}`).join(', ')}) || '}' from (select $1 as ${name}) as given where ${name} is not null)`,
    [struct, ...fields],
  )
}
