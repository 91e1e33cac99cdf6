/** Rounding on PostgreSQL: numeric can do it, double precision only in binary. */
import { type Fragment, fill, fragment, RANK } from '../fragment.ts'
import { byType, type Spelling } from '../spelling.ts'

/** A spelling of `$1` rounded to `$2` digits; a double by its shortest decimal form. */
const rounding = (rounded: string): Spelling =>
  byType(({ type, types }) => (args) => {
    const digits = args[1] ?? fragment('0')
    const [operand] = args as [Fragment]
    if (type.kind === 'double' || type.kind === 'float') {
      const exact = fill(rounded, [fill('$1::text::numeric', [operand], RANK.cast), digits])
      return fill("case when $1 in ('NaN', 'Infinity', '-Infinity') then $1 else $2::double precision end", [
        operand,
        exact,
      ])
    }
    const target =
      type.kind === 'decimal'
        ? `numeric(${type.precision}, ${type.scale})`
        : types[0]?.kind === 'long'
          ? 'bigint'
          : 'int'
    return fill(`$1::${target}`, [fill(rounded, [fill('$1::numeric', [operand], RANK.cast), digits])], RANK.cast)
  })

/** Half away from zero. */
export const round: Spelling = rounding('round($1, $2::int)')

/** Half to the even neighbour: twice the half of it, rounded. */
export const bround: Spelling = rounding(
  'case when abs($1 - trunc($1, $2::int)) * power(10::numeric, $2::numeric) = 0.5 then 2 * round($1 * 0.5, $2::int) else round($1, $2::int) end',
)
