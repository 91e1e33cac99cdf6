import type { Elements } from '../dialect.ts'
import { fill, fragment } from '../fragment.ts'

/** The elements of JSON text, by a table-valued function. */
export const sqliteElements: Elements = {
  join: (array, type, { alias, outer }) => {
    const elements = type.kind === 'json' ? "json_each(case when json_type($1) = 'array' then $1 end)" : 'json_each($1)'
    return fill(outer ? `left join ${elements} as ${alias} on true` : `join ${elements} as ${alias}`, [array])
  },
  position: (alias) => fragment(`${alias}.key`),
  value: (alias, type) => {
    const value = `${alias}.value`
    if (type.kind === 'binary') return fragment(`unhex(${value})`)
    // true, false and texts are no documents as they stand there.
    return type.kind === 'json'
      ? fragment(
          `case ${alias}.type when 'true' then 'true' when 'false' then 'false' when 'null' then null when 'object' then ${value} when 'array' then ${value} else json_quote(${value}) end`,
        )
      : fragment(value)
  },
}
