import type { SqlType } from '../../plan/type.ts'
import type { Elements } from '../dialect.ts'
import { fill, fragment, RANK } from '../fragment.ts'
import { postgresType } from './casts.ts'
import { fromJsonb } from './items.ts'

const isJsonb = (type: SqlType): boolean => postgresType(type) === 'jsonb'

export const postgresElements: Elements = {
  join: (array, type, { alias, outer, position }) => {
    const rows = isJsonb(type) ? "jsonb_array_elements(case when jsonb_typeof($1) = 'array' then $1 end)" : 'unnest($1)'
    const elements = position ? `${rows} with ordinality as ${alias}("col", "pos")` : `${rows} as ${alias}("col")`
    return fill(outer ? `left join lateral ${elements} on true` : `cross join lateral ${elements}`, [array])
  },
  position: (alias) => fragment(`(${alias}."pos" - 1)::int`, [], RANK.cast),
  value: (alias, type, array) => {
    const value = fragment(`${alias}."col"`)
    return isJsonb(array) ? fromJsonb(value, type) : value
  },
}
