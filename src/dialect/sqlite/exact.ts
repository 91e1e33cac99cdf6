import { fill, RANK } from '../fragment.ts'
import { overWindow, type SpelledCall, type Spelling } from '../spelling.ts'

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
