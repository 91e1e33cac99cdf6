import type { Elements } from '../dialect.ts'
import { fill, fragment } from '../fragment.ts'

export const duckdbElements: Elements = {
  join: (array, type, { alias, outer, position }) => {
    const list =
      type.kind === 'json'
        ? fill(`from_json(case when json_type($1) = 'ARRAY' then $1 end, '["JSON"]')`, [array])
        : array
    // A left join would give the elements in any order.
    const kept = (some: string) => (outer ? `unnest(if(len($1) > 0, ${some}, [null]))` : `unnest(${some})`)
    const places = position ? `, ${kept('range(len($1))')}::int as "pos"` : ''
    return fill(`cross join lateral (select ${kept('$1')} as "col"${places}) as ${alias}`, [list])
  },
  position: (alias) => fragment(`${alias}."pos"`),
  value: (alias) => fragment(`${alias}."col"`),
}
