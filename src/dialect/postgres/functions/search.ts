import { type Fragment, fill } from '../../fragment.ts'
import { CODED, INITIAL } from '../../soundex.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'

const locate: Spelling = (args) =>
  args.length < 3
    ? fill('strpos($2, $1)', args)
    : fill(
        `case when $3 is null or $3 < 1 then 0 when $1 = '' and $2 is not null then 1 else case strpos(substr($2, $3::int), $1) when 0 then 0 else strpos(substr($2, $3::int), $1) + $3::int - 1 end end`,
        args,
      )

/** Delimiters may overlap, and are counted from the end they are asked for from. */
const nth = (n: string, order: string) =>
  `(select place from generate_series(1, length($1)) as places(place) where substr($1, place, length($2)) = $2 order by place${order} limit 1 offset greatest(${n} - 1, 0))`
const substringIndex = `case when $2 = '' or $3 = 0 then case when $1 is not null and $2 is not null then '' end when $3 > 0 then coalesce(left($1, ${nth('$3', '')} - 1), $1) when $3 < 0 then coalesce(substr($1, ${nth('-$3', ' desc')} + length($2)), $1) end`

/**
 * Row by row of the usual table: a cell is the least of its three neighbours' costs, and the chain along a row is a
 * running minimum.
 */
const DISTANCE = `(with recursive texts(a, b) as (select string_to_array($1, null), string_to_array($2, null)), steps(i, costs) as (select 0, array(select generate_series(0, cardinality(a))) from texts union all select i + 1, array(select (min(cost - k) over (order by k) + k)::int from (select 0 as k, i + 1 as cost union all select k, least(costs[k + 1] + 1, costs[k] + case when a[k] = b[i + 1] then 0 else 1 end) from generate_series(1, cardinality(a)) as places(k)) as cells order by k) from steps, texts where i < cardinality(b)) select costs[cardinality(costs)] from steps order by i desc limit 1)`

const levenshtein: Spelling = (args) => {
  const distance = fill(`case when $1 is not null and $2 is not null then ${DISTANCE} end`, args.slice(0, 2))
  return args.length < 3
    ? distance
    : fill('case when $1 > $2 then -1 when $2 is not null then $1 end', [distance, args[2] as Fragment])
}

export const searchSpellings: SpellingsOf<'search'> = {
  instr: 'strpos($1, $2)',
  locate,
  findInSet: `case when $1 is not null and $2 is not null then case when strpos($1, ',') > 0 then 0 when $1 = $2 then 1 else coalesce(array_position(string_to_array($2, ','), $1), 0) end end`,
  splitPart: 'split_part($1, $2, $3::int)',
  substringIndex,
  levenshtein,
  soundex: `case when $1 !~ '^[A-Za-z]' then $1 else ${INITIAL} || rpad(left(replace(substr(regexp_replace(${CODED}, '(.)\\1+', '\\1', 'g'), 2), '0', ''), 3), 3, '0') end`,
}
