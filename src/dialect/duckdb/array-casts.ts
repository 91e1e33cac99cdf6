import { type SqlType, types } from '../../plan/type.ts'
import {
  type ArrayType,
  type ElementCast,
  elementName,
  elementTarget,
  type MapType,
  type StructType,
} from '../array-casts.ts'
import { type Fragment, fill, fragment, RANK } from '../fragment.ts'
import { quoted } from '../shared.ts'
import { duckdbDdl } from './ddl.ts'

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

/** `{a -> 1, b -> null}` */
export function mapText(map: Fragment, from: MapType, cast: ElementCast): Fragment {
  const name = elementName(from)
  return fill(
    `'{' || array_to_string(list_transform(map_entries($1), lambda ${name}: $2 || ' -> ' || coalesce($3, 'null')), ', ') || '}'`,
    [
      map,
      cast(fragment(`${name}.key`), from.key, types.string),
      cast(fragment(`${name}.value`), from.value, types.string),
    ],
    RANK.other,
  )
}

/** `{1, x, null}` */
export function structText(struct: Fragment, from: StructType, cast: ElementCast): Fragment {
  const name = elementName(from)
  const fields = from.fields.map((field) =>
    fill("coalesce($1, 'null')", [
      cast(fragment(`${name}.${quoted(duckdbDdl, field.name)}`), field.type, types.string),
    ]),
  )
  const whole = fill(`case when ${name} is not null then '{' || concat_ws(', ', $*) || '}' end`, fields)
  return fill(`list_transform([$1], lambda ${name}: $2)[1]`, [struct, whole], RANK.atom)
}
