/** Values out of documents, as Spark's from_json reads them. */
import { UnsupportedOnDialect } from '../../../errors/index.ts'
import { type SqlType, types } from '../../../plan/type.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { quoted } from '../../shared.ts'
import { duckdbCast, duckdbType } from '../casts.ts'
import { duckdbDdl } from '../ddl.ts'
import { compactJson, documentIn, named } from './document.ts'

/** The value in a text. One struct stands for an array of it; a struct that cannot be read has NULLs. */
export function fromJsonText(text: Fragment, type: SqlType): Fragment {
  const whole =
    type.kind === 'array' && type.element.kind === 'struct'
      ? "case when json_type(document) = 'OBJECT' then json_array(document) else document end"
      : type.kind === 'struct'
        ? "coalesce(case when json_type(document) = 'OBJECT' then document end, '{}'::json)"
        : 'document'
  const read = named('d0', fragment(whole), readJson(fragment('d0'), type, 1))
  return fill("case when regexp_matches($1, '[^ \\t\\r\\n]') then $2 end", [
    text,
    named('document', documentIn(text, true), read),
  ])
}

/** JSON as a value of the type; NULL for null, and for what does not fit. */
function readJson(json: Fragment, type: SqlType, depth: number): Fragment {
  const name = duckdbType(type)
  const [item, list] = [`e${depth}`, `l${depth}`]
  /** No item is NULL that was not null. */
  const allFit = (items: string) =>
    `len(list_filter(list_zip(${list}, ${items}), lambda ${item}: ${item}[1] is null and json_type(${item}[2]) <> 'NULL')) = 0`
  switch (type.kind) {
    case 'array': {
      const items = fill("json_extract($1, '$[*]')", [json])
      const values = fill(`list_transform($1, lambda ${item}: $2)`, [
        items,
        readJson(fragment(item), type.element, depth + 1),
      ])
      return fill(`case when json_type($1) = 'ARRAY' then $2 end`, [
        json,
        named(list, values, fill(`case when ${allFit('$1')} then ${list} end`, [items])),
      ])
    }
    case 'map': {
      const keys = fill('json_keys($1)', [json])
      const items = fill("json_extract($1, '$.*')", [json])
      const values = fill(`list_transform($1, lambda ${item}: $2)`, [
        items,
        readJson(fragment(item), type.value, depth + 1),
      ])
      // Of two values of a key the last one counts.
      const entries = fill(
        `list_filter(list_transform(list_zip($1, ${list}), lambda ${item}, place: [{'place': place, 'key': ${item}[1], 'value': ${item}[2]}][1]), lambda ${item}: not list_contains($1[${item}.place + 1:], ${item}.key))`,
        [keys],
      )
      return fill(`case when json_type($1) = 'OBJECT' then $2 end`, [
        json,
        named(
          list,
          values,
          fill(
            `case when ${allFit('$1')} then map(list_transform($2, lambda ${item}: ${item}.key), list_transform($2, lambda ${item}: ${item}.value)) end`,
            [items, entries],
          ),
        ),
      ])
    }
    case 'struct': {
      const fields = type.fields.map((field) => {
        const part = fill(
          `list_filter(list_zip(json_keys(${json.sql}), json_extract(${json.sql}, '$.*')), lambda ${item}: ${item}[1] = $1)[-1][2]`,
          [fragment('?::varchar', [field.name], 80)],
        )
        const value = named(`p${depth}`, part, readJson(fragment(`p${depth}`), field.type, depth + 1))
        return { ...value, sql: `${quoted(duckdbDdl, field.name)} := ${value.sql}` }
      })
      return fill(`case when json_type(${json.sql}) = 'OBJECT' then struct_pack($*)::${name} end`, fields)
    }
    case 'string':
      return fill("case json_type($1) when 'NULL' then null when 'VARCHAR' then $1 ->> '$' else $2 end", [
        json,
        compactJson(json, true),
      ])
    case 'boolean':
      return fill("case when json_type($1) = 'BOOLEAN' then $1::boolean end", [json])
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return fill(`case when regexp_matches($1::varchar, '^-\\?[0-9]+$') then try_cast($1::varchar as ${name}) end`, [
        json,
      ])
    case 'float':
    case 'double':
      return fill(
        `case when regexp_matches($1::varchar, '^[-0-9]') then $1::varchar::${name} when $1 ->> '$' in ('NaN', 'Infinity', '+Infinity', '-Infinity', 'INF', '+INF', '-INF') then replace(replace($1 ->> '$', 'INF', 'Infinity'), '+', '')::${name} end`,
        [json],
      )
    case 'decimal':
      return fill(
        `case when json_type($1) not in ('NULL', 'BOOLEAN', 'ARRAY', 'OBJECT') and regexp_matches(replace($1 ->> '$', ',', ''), '^[+-]\\?([0-9]+[.]\\?[0-9]*|[.][0-9]+)([eE][+-]\\?[0-9]+)\\?$') then try_cast(replace($1 ->> '$', ',', '') as ${name}) end`,
        [json],
      )
    case 'date':
    case 'timestamp': {
      const read = duckdbCast(fragment('moment'), types.string, type, 'null')
      const seconds =
        type.kind === 'date'
          ? ''
          : " when regexp_matches($1::varchar, '^-\\?[0-9]+$') then make_timestamp($1::varchar::bigint * 1000000)"
      return fill(`case when json_type($1) = 'VARCHAR' then $2${seconds} end`, [
        json,
        named('moment', fill("$1 ->> '$'", [json]), read),
      ])
    }
    default:
      throw new UnsupportedOnDialect(`fromJson of a ${type.kind} is not supported on DuckDB`, {
        hint: type.kind === 'binary' ? 'read it as a string, and use unbase64' : 'name the types of its parts',
      })
  }
}
