import { asDecimal } from '../../plan/type-rules.ts'
import { type Factor, type Fragment, fill, infix, RANK } from '../fragment.ts'
import { chained, type SpelledCall, type Spelling, spell } from '../spelling.ts'

/** Most digits of the decimals that DuckDB computes with in 64 bits: it raises rather than go beyond. */
export const SHORT = 18

/**
 * A product of decimals that may need 128 bits, in which DuckDB takes ten times as long. For sums it is told apart where
 * its factors have so few digits that 64 bits do: what is mostly so in data, whatever the types have room for.
 *
 * @param wide the product where it may have any digits
 */
export const product =
  (wide: Spelling): Spelling =>
  (args, call) => {
    const written = spell(wide, args, call)
    const factors = factorsOf(args, call)
    return factors ? { ...written, factors, summands: partsOf(factors, written) } : written
  }

/** The factors of a product of products; undefined where 64 bits do not hold each, or the product not all their digits. */
function factorsOf(args: readonly Fragment[], { type, types }: SpelledCall): readonly Factor[] | undefined {
  if (type.kind !== 'decimal') return undefined
  const factors = args.flatMap((written, at): readonly Factor[] => {
    const own = types[at] && asDecimal(types[at])
    return written.factors ?? (own ? [{ ...own, written }] : [])
  })
  const scale = factors.reduce((sum, factor) => sum + factor.scale, 0)
  const fit = scale === type.scale && scale <= SHORT && factors.every(({ precision }) => precision <= SHORT)
  return fit && factors.length <= MOST_FACTORS ? factors : undefined
}

/** Of more there is not much room for each. */
const MOST_FACTORS = 4

/** What 64 bits hold, and what they may not hold, each NULL where the other is. */
function partsOf(factors: readonly Factor[], wide: Fragment): readonly Fragment[] {
  const short = factors.map(({ written }) => written).reduce((all, next) => infix('*', RANK.multiply, all, next))
  const room = roomOf(factors)
  const bounds = factors.flatMap(({ precision, scale, written }, at): readonly Fragment[] => {
    const digits = room[at] as number
    if (digits >= precision) return []
    const most = '9'.repeat(digits).padStart(scale + 1, '0')
    const limit = scale === 0 ? most : `${most.slice(0, -scale)}.${most.slice(-scale)}`
    return [fill(`$1 between -${limit} and ${limit}`, [written], RANK.compare)]
  })
  if (bounds.length === 0) return [short]
  const few = chained(bounds, 'and', RANK.and)
  return [fill('case when $1 then $2 end', [few, short]), fill('case when $1 then null else $2 end', [few, wide])]
}

/** Digits for each factor, together as many as 64 bits hold. The first, mostly an amount among rates, gets the most. */
function roomOf(factors: readonly Factor[]): readonly number[] {
  const share = Math.floor(SHORT / factors.length) - 1
  let left = SHORT - factors.slice(1).reduce((sum, { precision }) => sum + Math.min(precision, share), 0)
  return factors.map(({ precision }, at) => {
    const own = at === 0 ? 0 : Math.min(precision, share)
    const digits = Math.min(precision, own + left)
    left -= digits - own
    return digits
  })
}
