import type { SqlType } from '../../plan/type.ts'
import type { Elements } from '../dialect.ts'
import { fill, fragment, RANK } from '../fragment.ts'
import { elementRows, fromJson, jsonOf } from './items.ts'

/** Documents that are no arrays have no elements. */
const elementsOf = (type: SqlType): string =>
  elementRows(type.kind === 'json' ? "(case when jsonb_typeof($1) = 'array' then $1 end)" : '$1', type)

export const postgresElements: Elements = {
  join: (array, type, { alias, outer, position }) => {
    const rows = elementsOf(type)
    const elements = position ? `${rows} with ordinality as ${alias}("col", "pos")` : `${rows} as ${alias}("col")`
    return fill(outer ? `left join lateral ${elements} on true` : `cross join lateral ${elements}`, [array])
  },
  position: (alias) => fragment(`(${alias}."pos" - 1)::int`, [], RANK.cast),
  value: (alias, type, array) => {
    const value = fragment(`${alias}."col"`)
    return jsonOf(array) ? fromJson(value, type) : value
  },
}
