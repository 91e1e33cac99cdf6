import { isFractional } from '../../../plan/type-rules.ts'
import { type Fragment, fill } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'

/** So many units after 1970: DATEADD counts in int, and so by days, seconds and what is left. */
function since(count: string, unit: 'second' | 'millisecond' | 'microsecond'): string {
  const perSecond = { second: 1, millisecond: 1000, microsecond: 1_000_000 }[unit]
  const day = `dateadd(day, ${count} / ${perSecond * 86_400}, cast('1970-01-01' as datetime2(6)))`
  if (unit === 'second') return `dateadd(second, ${count} % 86400, ${day})`
  return `dateadd(${unit}, ${count} % ${perSecond}, dateadd(second, ${count} / ${perSecond} % 86400, ${day}))`
}

const timestampSeconds: Spelling = ([operand], { types: [type] }) => {
  const seconds = [operand as Fragment]
  if (type && isFractional(type)) {
    const whole = fill('cast($1 * 1000000 as bigint)', seconds)
    return fill(since('$1', 'microsecond'), [whole])
  }
  if (type?.kind !== 'decimal') return fill(since('$1', 'second'), seconds)
  const cut = fill('cast($1 * 1000000 as bigint)', seconds)
  const exact = fill('case when $1 = round($1, 6, 1) then $2 else 1 / ($1 - $1) end', [operand as Fragment, cut])
  return fill(since('$1', 'microsecond'), [type.scale <= 6 ? cut : exact])
}

export const epochSpellings: SpellingsOf<'epoch'> = {
  timestampSeconds,
  timestampMillis: since('$1', 'millisecond'),
  timestampMicros: since('$1', 'microsecond'),
  unixSeconds: "datediff_big(second, '1970-01-01', $1)",
  unixMillis: "datediff_big(millisecond, '1970-01-01', $1)",
  unixMicros: "datediff_big(microsecond, '1970-01-01', $1)",
}
