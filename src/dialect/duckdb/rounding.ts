import { type Fragment, fill } from '../fragment.ts'
import type { SpelledCall, Spelling } from '../spelling.ts'
import { duckdbType, typed } from './casts.ts'

/** Digits behind the point that are kept, as SQL; and as a number where the program says it. */
function keptDigits(args: readonly Fragment[], { literals }: SpelledCall): string {
  const known = literals[1]
  return args.length < 2 ? '0' : typeof known === 'number' || typeof known === 'bigint' ? String(known) : '$2::int'
}

/** Half to even, on the shortest decimal form of a double. */
export const bround: Spelling = (args, call) => {
  const { type, types } = call
  const digits = keptDigits(args, call)
  const floating = type.kind === 'double' || type.kind === 'float'
  const exact = floating ? '$1::varchar::decimal(38,20)' : type.kind === 'decimal' ? '$1' : '$1::decimal(38,0)'
  const kept = Number(digits)
  const unit =
    kept > 0
      ? [`0.${'0'.repeat(kept - 1)}1`, `0.${'0'.repeat(kept)}5`, `0.${'0'.repeat(kept - 1)}2`]
      : [`1${'0'.repeat(-kept)}`, kept === 0 ? '0.5' : `5${'0'.repeat(-kept - 1)}`, `2${'0'.repeat(-kept)}`]
  const rounded = `round(${exact}, ${digits})`
  const even = `case when abs(${exact}) % ${unit[0]} = ${unit[1]} and abs(${rounded}) % ${unit[2]} = ${unit[0]} then ${rounded} - sign(${exact}) * ${unit[0]} else ${rounded} end`
  if (floating) return fill(`case when abs($1) < 1e17 then (${even})::${duckdbType(type)} else $1 end`, args)
  return typed(fill(`(${even})`, args), duckdbType(type.kind === 'decimal' ? type : (types[0] ?? type)))
}
