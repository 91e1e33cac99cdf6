/** Paths into json. */
import { UnsupportedOnDialect } from '../../../errors/index.ts'
import type { PathStep } from '../../../functions/json/path.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import { compactJson } from './document.ts'

/** A lone finding: a text as it is, all else as JSON. */
export const lone = (json: Fragment): Fragment =>
  fill("case when json_typeof($1) = 'string' then $1 #>> '{}' else $2 end", [json, compactJson(json, true)])

const asJson =
  (ascii: boolean) =>
  (json: Fragment): Fragment =>
    compactJson(json, ascii)

/**
 * What a path finds in a json, as text. Names ask the members one after another, since a name may stand there twice and
 * the first that leads anywhere counts.
 */
export function findJson(
  json: Fragment,
  path: readonly PathStep[],
  write: (json: Fragment) => Fragment = lone,
  depth = 1,
): Fragment {
  const [step, ...rest] = path
  if (!step) return write(json)
  const [member, value, found] = [`m${depth}`, `m${depth}.value`, `f${depth}.found`]
  const inner = (one: string, how: (json: Fragment) => Fragment): Fragment =>
    findJson(fragment(one), rest, how, depth + 1)
  if (step.kind === 'name') {
    return fill(
      `(select ${found} from json_each(case when json_typeof($1) = 'object' then $1 end) with ordinality as ${member}(key, value, place), lateral (select $2 as found) as f${depth} where ${member}.key = $3 and json_typeof(${value}) <> 'null' and ${found} is not null order by ${member}.place limit 1)`,
      [json, inner(value, write), fragment('?::text', [step.name], RANK.cast)],
    )
  }
  if (step.kind === 'place') {
    if (rest[0]?.kind === 'each') throw severalLists()
    const item = `i${depth}`
    return fill(
      `(select $2 from (select case when json_typeof($1) = 'array' then $1 -> ${step.place} end as ${item}) as p${depth} where ${item} is not null)`,
      [json, inner(item, write)],
    )
  }
  if (rest.some((one) => one.kind === 'each')) throw severalLists()
  return fill(
    `(select case when count(${found}) > 1 then '[' || string_agg(${found}, ',' order by ${member}.place) || ']' else min(${found}) end from json_array_elements(case when json_typeof($1) = 'array' then $1 end) with ordinality as ${member}(value, place), lateral (select $2 as found) as f${depth})`,
    [json, inner(value, asJson(false))],
  )
}

function severalLists(): UnsupportedOnDialect {
  return new UnsupportedOnDialect(
    'getJsonObject with a path of several [*], or of [*] behind a place, is not supported on PostgreSQL',
    {
      hint: 'ask in steps: getJsonObject of what getJsonObject gives',
    },
  )
}
