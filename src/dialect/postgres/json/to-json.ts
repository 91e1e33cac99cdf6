/** Values as JSON, as Spark's to_json writes them. */
import { UnsupportedOnDialect } from '../../../errors/index.ts'
import { formatType, type SqlType, types } from '../../../plan/type.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { quoteJson } from '../../json/write.ts'
import { postgresCast } from '../casts.ts'
import { elementRows, fromJson, jsonOf } from '../items.ts'
import { doubleJson, quotedText } from './document.ts'

/** From the next scale on Java writes small decimals with an exponent. */
const PLAIN_SCALE = 6

/** The text of a value; NULL for NULL. */
export function toJsonText(value: Fragment, type: SqlType, depth = 1): Fragment {
  const inner = (one: Fragment, of: SqlType): Fragment => toJsonText(one, of, depth + 1)
  switch (type.kind) {
    case 'array': {
      const name = `e${depth}`
      const held = fragment(`${name}.value`)
      const element = inner(jsonOf(type) ? fromJson(held, type.element) : held, type.element)
      return fill(
        `case when $1 is not null then '[' || coalesce((select string_agg(coalesce($2, 'null'), ',' order by ${name}.place) from ${elementRows('$1', type)} with ordinality as ${name}(value, place)), '') || ']' end`,
        [value, element],
      )
    }
    case 'map': {
      const name = `e${depth}`
      const held = inner(fromJson(fragment(`${name}.value`), type.value), type.value)
      return fill(
        `case when $1 is not null then '{' || coalesce((select string_agg($3 || ':' || coalesce($2, 'null'), ',' order by ${name}.place) from json_each($1::json) with ordinality as ${name}(key, value, place)), '') || '}' end`,
        [value, held, quotedText(fragment(`${name}.key`), false)],
      )
    }
    case 'struct': {
      const name = `s${depth}`
      const fields = type.fields.map((field) => {
        const held = fromJson(fill(`${name} -> $1`, [fragment('?::text', [field.name])]), field.type)
        return fill('$1 || $2', [fragment('?::text', [`${quoteJson(field.name)}:`]), inner(held, field.type)])
      })
      return fill(
        `(select '{' || concat_ws(',', ${fields.map((_, index) => `$${index + 2}`).join(', ')}) || '}' from (select $1 as ${name}) as given where ${name} is not null)`,
        [value, ...fields],
      )
    }
    case 'string':
      return quotedText(value, false)
    case 'date':
      return fill(`'"' || $1 || '"'`, [value])
    case 'timestamp':
      return fill(`'"' || to_char($1, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`, [value])
    case 'binary':
      return fill(`'"' || replace(encode($1, 'base64'), chr(10), '') || '"'`, [value])
    case 'float':
      return floatJson(value)
    case 'double':
      return doubleJson(value)
    case 'decimal':
      if (type.scale > PLAIN_SCALE)
        throw new UnsupportedOnDialect(`toJson of a ${formatType(type)} is not supported on PostgreSQL`, {
          hint: "cast it: .cast('string'), or to a decimal of at most 6 digits behind the point",
        })
      return fill('$1::text', [value])
    default:
      return postgresCast(value, type, types.string, 'raise')
  }
}

/** The digits of a float are its own, not those of the double that it is. */
function floatJson(value: Fragment): Fragment {
  return fill(`case when $1 in ('NaN', 'Infinity', '-Infinity') then '"' || $1::text || '"' else $2 end`, [
    value,
    postgresCast(value, types.float, types.string, 'raise'),
  ])
}
