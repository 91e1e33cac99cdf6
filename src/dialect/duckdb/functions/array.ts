import type { SqlType } from '../../../plan/type.ts'
import { fill, RANK } from '../../fragment.ts'
import { LONGEST } from '../../nested.ts'
import { type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { asInt } from '../back.ts'
import { duckdbType, typed } from '../casts.ts'
import { getItem } from '../items.ts'
import { duckdbOnce } from '../once.ts'

/** A template that repeats its arguments. */
const repeating =
  (template: string): Spelling =>
  (args) =>
    duckdbOnce(template, args)

/** Whether there are NULLs in a list. */
const hasNulls = (list: string): string => `len(${list}) > list_count(${list})`

const noPlace = (fn: string): string => `error('${fn}: there is no place 0, for ' || len($1))`

/** DuckDB's own counts as Spark does, but knows no errors. */
const elementAt =
  (fn: 'elementAt' | 'tryElementAt'): Spelling =>
  (args, call) => {
    if (call.types[0]?.kind === 'map') return spell(getItem, args, call)
    const known = Number(call.literals[1] ?? 0) !== 0
    const zero = known ? '' : `when $2 = 0 and $1 is not null then ${noPlace(fn)} `
    const beyond =
      fn === 'elementAt'
        ? `when $2 > len($1) or $2 < -len($1) then error('elementAt: no element ' || $2 || ' in an array of ' || len($1)) `
        : ''
    return duckdbOnce(zero + beyond === '' ? '$1[$2]' : `case ${zero}${beyond}else $1[$2] end`, args)
  }

const size: Spelling = (args, { types }) => asInt(types[0]?.kind === 'map' ? 'cardinality($1)' : 'len($1)')(args)

/** Dates are told apart by days; their series is one of timestamps. */
const sequence: Spelling = (args, { type }) => {
  const element = (type as Extract<SqlType, { kind: 'array' }>).element
  const step = (days: number) => `to_days(${days})`
  if (element.kind === 'date' || element.kind === 'timestamp') {
    const series = duckdbOnce(
      `case when $1 <= $2 then generate_series($1::timestamp, $2::timestamp, ${step(1)}) else generate_series($1::timestamp, $2::timestamp, ${step(-1)}) end`,
      args,
    )
    return typed(series, duckdbType(type))
  }
  const tooLong = `($2::hugeint - $1) // nullif($3, 0) > ${LONGEST} then error('sequence: too many numbers from ' || $1)`
  const series =
    args.length < 3
      ? duckdbOnce(
          `case when abs($2::hugeint - $1) > ${LONGEST} then error('sequence: too many numbers from ' || $1) when $1 <= $2 then generate_series($1, $2) else generate_series($1, $2, -1) end`,
          args,
        )
      : duckdbOnce(
          `case when ($3 > 0 and $1 > $2) or ($3 < 0 and $1 < $2) or ($3 = 0 and $1 <> $2) then error('sequence: no step ' || $3 || ' leads from ' || $1 || ' to ' || $2) when $3 = 0 then [$1] when ${tooLong} else generate_series($1, $2, $3) end`,
          args,
        )
  return typed(series, duckdbType(type))
}

/** DuckDB joins with a constant alone, and makes NULL of nothing but NULLs. */
const arrayJoin: Spelling = (args, { literals }) => {
  const replaced = 'list_transform($1, lambda item: coalesce(item, $3))'
  if (typeof literals[1] === 'string' && args.every((_, index) => index === 0 || typeof literals[index] === 'string')) {
    return fill(
      `case when $1 is not null then coalesce(array_to_string(${args.length < 3 ? '$1' : replaced}, $2), '') end`,
      args,
    )
  }
  const texts = args.length < 3 ? 'list_filter($1, lambda item: item is not null)' : replaced
  const known = args.map((_, index) => `$${index + 1} is not null`).join(' and ')
  return duckdbOnce(
    `case when ${known} then substr(list_reduce(${texts}, lambda item, place: item || $2 || place, ''), length($2) + 1) end`,
    args,
  )
}

export const arraySpellings: SpellingsOf<'array'> = {
  array: '[$*]',
  arrayRepeat: `case when $2 > ${LONGEST} then error('arrayRepeat: too many elements: ' || $2) else repeat([$1], $2) end`,
  sequence,
  size,
  arrayContains: (args) => ({
    ...duckdbOnce(`list_contains($1, $2) or nullif(${hasNulls('$1')}, true)`, args),
    rank: RANK.or,
  }),
  arrayPosition: repeating(
    'case when $1 is not null and $2 is not null then coalesce(list_position($1, $2), 0)::bigint end',
  ),
  arraysOverlap: repeating(
    `case when list_has_any($1, $2) then true when len($1) > 0 and len($2) > 0 and (${hasNulls('$1')} or ${hasNulls('$2')}) then null when $1 is not null and $2 is not null then false end`,
  ),
  arrayMax: 'list_max($1)',
  arrayMin: 'list_min($1)',
  arrayJoin,
  elementAt: elementAt('elementAt'),
  tryElementAt: elementAt('tryElementAt'),
  get: repeating('case when $2 >= 0 and $2 < len($1) then $1[$2 + 1] end'),
}
