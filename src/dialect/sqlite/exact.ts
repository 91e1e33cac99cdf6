import { type Fragment, fill, fragment, infix, RANK } from '../fragment.ts'
import { overWindow, type SpelledCall, type Spelling, spell } from '../spelling.ts'

export const isDecimal = (call: SpelledCall): boolean => call.type.kind === 'decimal'

const scaleOf = (call: SpelledCall): number => (call.type.kind === 'decimal' ? call.type.scale : 0)

const rounded = (inner: Fragment, scale: number): Fragment => fill(`round($1, ${scale})`, [inner])

/**
 * Rounded as a whole number, which SQLite does without writing digits: several times as fast, and the nearest double of
 * the digits again. Beyond 2^52 nothing is rounded, and the last of seventeen digits may change.
 */
function quicklyRounded(inner: Fragment, scale: number): Fragment {
  if (scale === 0) return rounded(inner, scale)
  const power = fragment(`1${'0'.repeat(scale)}.0`)
  return infix('/', RANK.multiply, fill('round($1)', [infix('*', RANK.multiply, inner, power)]), power)
}

/** Most digits of a result of which none is beyond 2^52: operands have fifteen at most, and the sum of two is below 2e15. */
const FEW_DIGITS = 16

/** Decimals are REAL: rounding each result to its scale keeps them the nearest double of their digits, so that equals stay equal. */
export const exact =
  (spelling: Spelling): Spelling =>
  (args, call) => {
    const written = typeof spelling === 'string' ? fill(spelling, args) : spelling(args, call)
    if (!isDecimal(call)) return written
    const inner = overWindow(written, call)
    return { ...inner, ...rounded(inner, scaleOf(call)) }
  }

/** A sum, difference or product of two values, which for most is computed for each row. */
export const exactStep =
  (spelling: Spelling): Spelling =>
  (args, call) => {
    const { type } = call
    const few = type.kind === 'decimal' && type.precision <= FEW_DIGITS
    return few ? quicklyRounded(spell(spelling, args, call), type.scale) : spell(exact(spelling), args, call)
  }

/**
 * A product. Where it keeps all its digits, a sum may add it up unrounded: the product of two exact decimals is so little
 * off that the sum of many is right to its fifteen digits.
 */
export const exactProduct = (spelling: Spelling): Spelling => {
  const step = exactStep(spelling)
  return (args, call) => {
    const scales = call.types.map((type) => (type.kind === 'decimal' ? type.scale : 0))
    const product = spell(step, args, call)
    if (!isDecimal(call) || scaleOf(call) !== scales.reduce((sum, scale) => sum + scale, 0)) return product
    const factors = args.map((arg, at) => {
      const [unrounded] = arg.summands ?? []
      return unrounded ? quicklyRounded(unrounded, scales[at] ?? 0) : arg
    })
    return { ...product, summands: [spell(spelling, factors, call)] }
  }
}

/** A sum or mean, rounded once for all. */
export const exactTotal = (template: string): Spelling =>
  exact(([value]) => fill(template, value?.summands ?? [value as Fragment]))
