/** What is inside of lists, maps, structs and JSON. */
import { type Fragment, fill, fragment, RANK } from '../fragment.ts'
import { quoted } from '../shared.ts'
import type { Spelling } from '../spelling.ts'
import { duckdbDdl } from './ddl.ts'

/** A name as a JSON pointer: a bare name that begins with `$` would be read as a path. */
const pointerTo = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

/** A pointer counts in arrays too, where a name has nothing to find. */
const countsInArrays = (name: string): boolean => /^(\d+|-)$/.test(name)

export const getItem: Spelling = (args, { types, literals }) => {
  const [holder] = args as readonly [Fragment]
  const key = literals[1]
  switch (types[0]?.kind) {
    case 'array':
      return fill(
        // An index out of range is words that say so, and are no number.
        "($1)[case when $2 >= 0 and $2 < len($1) then $2 + 1 when $1 is not null and $2 is not null then ('getItem: no element ' || $2 || ' in an array of ' || len($1))::bigint end]",
        args,
        RANK.cast,
      )
    case 'map':
      return fill('($1)[$2]', args, RANK.cast)
    case 'struct':
      return fill(`($1).${quoted(duckdbDdl, String(key))}`, [holder], RANK.cast)
    default: {
      const path = fragment('?', [typeof key === 'string' ? pointerTo(key) : `$[${String(key)}]`])
      const found = fill("nullif($1 -> $2, 'null')", [holder, path])
      return typeof key === 'string' && countsInArrays(key)
        ? fill("case when json_type($1) = 'OBJECT' then $2 end", [holder, found])
        : found
    }
  }
}
