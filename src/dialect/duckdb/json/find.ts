/** Paths into JSON. */
import { UnsupportedOnDialect } from '../../../errors/index.ts'
import type { PathStep } from '../../../functions/json/path.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { compactJson, named } from './document.ts'

/** A lone finding: a text as it is, all else as JSON. */
export const lone = (json: Fragment): Fragment =>
  fill("case when json_type($1) = 'VARCHAR' then $1 ->> '$' when $1 is not null then $2 end", [
    json,
    compactJson(json, true),
  ])

/**
 * What a path finds in JSON, as text. Names ask the members one after another, since a name may stand there twice and the
 * first that leads anywhere counts.
 */
export function findJson(
  json: Fragment,
  path: readonly PathStep[],
  write: (json: Fragment) => Fragment = lone,
  depth = 1,
): Fragment {
  const [step, ...rest] = path
  if (!step) return write(json)
  const item = `i${depth}`
  if (step.kind === 'name') {
    const inner = findJson(fragment(`${item}[2]`), rest, write, depth + 1)
    const members = fill(
      `list_filter(list_zip(json_keys($1), json_extract($1, '$.*')), lambda ${item}: ${item}[1] = $2 and json_type(${item}[2]) <> 'NULL')`,
      [json, fragment('?::varchar', [step.name], 80)],
    )
    return fill(
      `case when json_type($1) = 'OBJECT' then list_filter(list_transform($2, lambda ${item}: $3), lambda found: found is not null)[1] end`,
      [json, members, inner],
    )
  }
  if (step.kind === 'place') {
    if (rest[0]?.kind === 'each') throw severalLists()
    const inner = findJson(fragment(item), rest, write, depth + 1)
    return fill(`case when json_type($1) = 'ARRAY' and $2 < json_array_length($1) then $3 end`, [
      json,
      fragment(String(step.place)),
      named(item, fill(`json_extract($1, '$[${step.place}]')`, [json]), inner),
    ])
  }
  if (rest.some((one) => one.kind === 'each')) throw severalLists()
  const inner = findJson(fragment(item), rest, (one) => compactJson(one, false), depth + 1)
  const found = fill(
    `list_filter(list_transform(json_extract($1, '$[*]'), lambda ${item}: $2), lambda found: found is not null)`,
    [json, inner],
  )
  return fill(`case when json_type($1) = 'ARRAY' then $2 end`, [
    json,
    named(
      `f${depth}`,
      found,
      fragment(`case when len(f${depth}) > 1 then '[' || array_to_string(f${depth}, ',') || ']' else f${depth}[1] end`),
    ),
  ])
}

function severalLists(): UnsupportedOnDialect {
  return new UnsupportedOnDialect(
    'getJsonObject with a path of several [*], or of [*] behind a place, is not supported on DuckDB',
    {
      hint: 'ask in steps: getJsonObject of what getJsonObject gives',
    },
  )
}
