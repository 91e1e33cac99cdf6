import { isFractional } from '../../../plan/type-rules.ts'
import { type Fragment, fill } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'

const timestampSeconds: Spelling = ([operand], { types: [type] }) => {
  const seconds = [operand as Fragment]
  if (type && isFractional(type))
    return fill('case when isfinite($1) then make_timestamp(trunc($1 * 1000000)::bigint) end', seconds)
  if (type?.kind !== 'decimal') return fill('make_timestamp($1 * 1000000)', seconds)
  const whole = 'make_timestamp(($1 * 1000000)::bigint)'
  if (type.scale <= 6) return fill(whole, seconds)
  return fill(
    `case when $1 = trunc($1, 6) then ${whole} else ($1 || ' seconds count in less than microseconds')::timestamp end`,
    seconds,
  )
}

export const epochSpellings: SpellingsOf<'epoch'> = {
  timestampSeconds,
  timestampMillis: 'make_timestamp($1 * 1000)',
  timestampMicros: 'make_timestamp($1)',
  // Division cuts toward zero: what is cut comes off before.
  unixSeconds: "epoch_us(date_trunc('second', $1)) // 1000000",
  unixMillis: "epoch_us(date_trunc('millisecond', $1)) // 1000",
  unixMicros: 'epoch_us($1)',
}
