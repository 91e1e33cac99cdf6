/** Values as JSON, as Spark's to_json writes them. */
import { UnsupportedOnDialect } from '../../../errors/index.ts'
import { formatType, type SqlType, types } from '../../../plan/type.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { quoteJson } from '../../json/write.ts'
import { quoted } from '../../shared.ts'
import { duckdbCast } from '../casts.ts'
import { duckdbDdl } from '../ddl.ts'
import { named, quotedText, realJson } from './document.ts'

/** From the next scale on Java writes small decimals with an exponent. */
const PLAIN_SCALE = 6

/** The text of a value; NULL for NULL. */
export function toJsonText(value: Fragment, type: SqlType, depth = 1): Fragment {
  const name = `e${depth}`
  const inner = (one: string, of: SqlType): Fragment => toJsonText(fragment(one), of, depth + 1)
  switch (type.kind) {
    case 'array':
      return fill(`'[' || array_to_string(list_transform($1, lambda ${name}: coalesce($2, 'null')), ',') || ']'`, [
        value,
        inner(name, type.element),
      ])
    case 'map':
      return fill(
        `'{' || array_to_string(list_transform(map_entries($1), lambda ${name}: $2 || ':' || coalesce($3, 'null')), ',') || '}'`,
        [value, quotedText(fragment(`${name}.key::varchar`), false), inner(`${name}.value`, type.value)],
      )
    case 'struct': {
      const fields = type.fields.map((field) =>
        fill('$1 || $2', [
          fragment('?::varchar', [`${quoteJson(field.name)}:`], 80),
          inner(`${name}.${quoted(duckdbDdl, field.name)}`, field.type),
        ]),
      )
      const whole = fill(`case when ${name} is not null then '{' || concat_ws(',', $*) || '}' end`, fields)
      return named(name, value, whole)
    }
    case 'string':
      return quotedText(value, false)
    case 'date':
      return fill(`'"' || $1 || '"'`, [value])
    case 'timestamp':
      return fill(
        `'"' || replace(left($1::varchar, 19), ' ', 'T') || '.' || rpad(substr($1::varchar, 21), 3, '0') || 'Z"'`,
        [value],
      )
    case 'binary':
      return fill(`'"' || to_base64($1) || '"'`, [value])
    case 'float':
      return realJson(value, types.float)
    case 'double':
      return realJson(value)
    case 'decimal':
      if (type.scale > PLAIN_SCALE)
        throw new UnsupportedOnDialect(`toJson of a ${formatType(type)} is not supported on DuckDB`, {
          hint: "cast it: .cast('string'), or to a decimal of at most 6 digits behind the point",
        })
      return fill('$1::varchar', [value], 80)
    default:
      return duckdbCast(value, type, types.string, 'raise')
  }
}
