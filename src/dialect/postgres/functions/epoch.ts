import { isFractional } from '../../../plan/type-rules.ts'
import { type Fragment, fill, RANK } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'

const DAY = 86_400_000_000n

/** So many units after 1970: in days and what is left of one, since an interval times a number is a double. */
const since = (count: string, unit: 'millisecond' | 'microsecond'): string => {
  const perDay = unit === 'millisecond' ? DAY / 1000n : DAY
  return `timestamp 'epoch' + ${count} / ${perDay} * interval '1 day' + ${count} % ${perDay} * interval '1 ${unit}'`
}
const sinceEpoch =
  (unit: 'millisecond' | 'microsecond'): Spelling =>
  (args) =>
    fill(since('$1', unit), args, RANK.add)

const timestampSeconds: Spelling = ([operand], { types: [type] }) => {
  const seconds = [operand as Fragment]
  if (type && isFractional(type)) {
    const counted = `(select ${since('n', 'microsecond')} from (select trunc($1 * 1000000)::bigint as n) as one)`
    return fill(`case when $1 not in ('NaN', 'Infinity', '-Infinity') then ${counted} end`, seconds)
  }
  if (type?.kind !== 'decimal') return fill('to_timestamp($1)::timestamp', seconds, RANK.cast)
  const whole =
    type.scale <= 6
      ? '($1 * 1000000)::bigint'
      : "case when $1 = trunc($1, 6) then ($1 * 1000000)::bigint else ($1 || ' seconds count in less than microseconds')::bigint end"
  return fill(`(select ${since('n', 'microsecond')} from (select ${whole} as n) as one)`, seconds, RANK.atom)
}

export const epochSpellings: SpellingsOf<'epoch'> = {
  timestampSeconds,
  timestampMillis: sinceEpoch('millisecond'),
  timestampMicros: sinceEpoch('microsecond'),
  unixSeconds: 'floor(extract(epoch from $1))::bigint',
  unixMillis: 'floor(extract(epoch from $1) * 1000)::bigint',
  unixMicros: '(extract(epoch from $1) * 1000000)::bigint',
}
