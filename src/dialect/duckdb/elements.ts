import type { Elements } from '../dialect.ts'
import { fill, fragment } from '../fragment.ts'

export const duckdbElements: Elements = {
  join: (array, type, { alias, outer, position }) => {
    const list =
      type.kind === 'json'
        ? fill(`from_json(case when json_type($1) = 'ARRAY' then $1 end, '["JSON"]')`, [array])
        : array
    const places = position ? ', (generate_subscripts($1, 1) - 1)::int as "pos"' : ''
    const elements = `lateral (select unnest($1) as "col"${places}) as ${alias}`
    return fill(outer ? `left join ${elements} on true` : `cross join ${elements}`, [list])
  },
  position: (alias) => fragment(`${alias}."pos"`),
  value: (alias) => fragment(`${alias}."col"`),
}
