import { fill, RANK } from '../fragment.ts'
import { overWindow, type SpelledCall, type Spelling, spell } from '../spelling.ts'

export const isDecimal = (call: SpelledCall): boolean => call.type.kind === 'decimal'

export const scaleOf = (call: SpelledCall): number => (call.type.kind === 'decimal' ? call.type.scale : 0)

/** Decimals are REAL: rounding each result to its scale keeps them the nearest double of their digits, so that equals stay equal. */
export const exact =
  (spelling: Spelling): Spelling =>
  (args, call) => {
    const written = typeof spelling === 'string' ? fill(spelling, args) : spelling(args, call)
    if (!isDecimal(call)) return written
    const inner = overWindow(written, call)
    return { ...inner, sql: `round(${inner.sql}, ${scaleOf(call)})`, rank: RANK.atom }
  }

/** A product. Where it keeps all its digits it says what it was before it was rounded. */
export const exactProduct = (spelling: Spelling): Spelling => {
  const rounded = exact(spelling)
  return (args, call) => {
    const digits = call.types.reduce((sum, type) => sum + (type.kind === 'decimal' ? type.scale : 0), 0)
    const product = spell(rounded, args, call)
    return isDecimal(call) && scaleOf(call) === digits
      ? { ...product, unrounded: spell(spelling, args, call) }
      : product
  }
}

/**
 * A sum, rounded once for all: the product of two exact decimals is so little off that the sum of many is right to its
 * fifteen digits without rounding each.
 */
export const exactSum = (template: string): Spelling =>
  exact((args) =>
    fill(
      template,
      args.map((arg) => arg.unrounded ?? arg),
    ),
  )
