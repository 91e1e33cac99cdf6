/** Values out of documents, as Spark's from_json reads them. */
import { UnsupportedOnDialect } from '../../../errors/index.ts'
import { type SqlType, types } from '../../../plan/type.ts'
import { integralRange } from '../../../plan/type-rules.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { postgresCast, postgresType } from '../casts.ts'
import { intoJson, jsonOf } from '../items.ts'
import { compactJson, documentIn } from './document.ts'

/** The value in a text. One struct stands for an array of it; a struct that cannot be read has NULLs. */
export function fromJsonText(text: Fragment, type: SqlType): Fragment {
  const whole =
    type.kind === 'array' && type.element.kind === 'struct'
      ? "case when json_typeof(document) = 'object' then json_build_array(document) else document end"
      : type.kind === 'struct'
        ? "coalesce(case when json_typeof(document) = 'object' then document end, '{}')"
        : 'document'
  return fill(
    `case when $1 ~ '[^ \\t\\r\\n]' then (select $3 from (select ${whole} as d0 from (select $2 as document) as read) as rooted) end`,
    [text, documentIn(text, true), readJson(fragment('d0'), type, 1)],
  )
}

/** A json as a value of the type; NULL for null, and for what does not fit. */
function readJson(json: Fragment, type: SqlType, depth: number): Fragment {
  const name = postgresType(type)
  switch (type.kind) {
    case 'array': {
      const element = readJson(fragment(`e${depth}.value`), type.element, depth + 1)
      const held = jsonOf(type)
      const list = held
        ? `coalesce(${held}_agg(e${depth}.held order by e${depth}.place), '[]')`
        : `coalesce(array_agg(e${depth}.held order by e${depth}.place), '{}')`
      return fill(
        `(select case when json_typeof($1) = 'array' and coalesce(bool_and(e${depth}.held is not null or json_typeof(e${depth}.value) = 'null'), true) then ${list} end from (select e${depth}.value, e${depth}.place, $2 as held from json_array_elements(case when json_typeof($1) = 'array' then $1 end) with ordinality as e${depth}(value, place)) as e${depth})`,
        [json, element],
      )
    }
    case 'map': {
      const value = readJson(fragment(`e${depth}.value`), type.value, depth + 1)
      // Of two values of a key the last one counts, in the place of the first.
      return fill(
        `(select case when json_typeof($1) = 'object' and coalesce(bool_and(e${depth}.held is not null or json_typeof(e${depth}.value) = 'null'), true) then coalesce(json_object_agg(e${depth}.key, $3 order by e${depth}.place), '{}') end from (select e${depth}.key, e${depth}.value, e${depth}.place, $2 as held from (select key, (array_agg(value order by place desc))[1] as value, min(place) as place from json_each(case when json_typeof($1) = 'object' then $1 end) with ordinality as member(key, value, place) group by key) as e${depth}) as e${depth})`,
        [json, value, intoJson(fragment(`e${depth}.held`), type.value, 'json')],
      )
    }
    case 'struct': {
      const held = jsonOf(type) ?? 'jsonb'
      const members = type.fields.flatMap((field) => {
        const key = fragment('?::text', [field.name])
        const part = fill(`${json.sql} -> $1`, [key])
        const value = fill(`(select $2 from (select $1 as p${depth}) as part)`, [
          part,
          readJson(fragment(`p${depth}`), field.type, depth + 1),
        ])
        return [key, intoJson(value, field.type, held)]
      })
      return fill(`case when json_typeof(${json.sql}) = 'object' then ${held}_build_object($*) end`, members)
    }
    case 'string':
      return fill("case json_typeof($1) when 'null' then null when 'string' then $1 #>> '{}' else $2 end", [
        json,
        compactJson(json, true),
      ])
    case 'boolean':
      return fill("case when json_typeof($1) = 'boolean' then ($1 #>> '{}')::boolean end", [json])
    case 'byte':
    case 'short':
    case 'int':
    case 'long': {
      const { min, max } = integralRange(type.kind) as { min: bigint; max: bigint }
      return fill(
        `case when json_typeof($1) = 'number' and $1::text ~ '^-?[0-9]+$' then case when $1::text::numeric between ${min} and ${max} then $1::text::${name} end end`.replace(
          '-?',
          '-\\?',
        ),
        [json],
      )
    }
    case 'float':
    case 'double':
      return fill(
        `case when json_typeof($1) = 'number' then $2 when $1 #>> '{}' in ('NaN', 'Infinity', '+Infinity', '-Infinity', 'INF', '+INF', '-INF') then replace($1 #>> '{}', 'INF', 'Infinity')::${name} end`,
        [json, postgresCast(fill('$1::text', [json]), types.string, type, 'raise')],
      )
    case 'decimal': {
      const digits = "replace($1 #>> '{}', ',', '')"
      const limit = `1e${type.precision - type.scale}`
      return fill(
        `case when json_typeof($1) in ('number', 'string') and ${digits} ~ '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$' then case when abs(round(${digits}::numeric, ${type.scale})) < ${limit} then ${digits}::${name} end end`.replaceAll(
          '?',
          '\\?',
        ),
        [json],
      )
    }
    case 'date':
    case 'timestamp': {
      const read = postgresCast(fill("($1 #>> '{}')", [json]), types.string, type, 'null')
      const seconds =
        type.kind === 'date'
          ? ''
          : " when json_typeof($1) = 'number' and $1::text ~ '^-\\?[0-9]+$' then to_timestamp($1::text::float8)::timestamp"
      return fill(`case when json_typeof($1) = 'string' then $2${seconds} end`, [json, read])
    }
    default:
      throw new UnsupportedOnDialect(`fromJson of a ${type.kind} is not supported on PostgreSQL`, {
        hint: type.kind === 'binary' ? 'read it as a string, and use unbase64' : 'name the types of its parts',
      })
  }
}
