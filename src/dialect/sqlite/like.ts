import type { LiteralValue } from '../../plan/expression.ts'
import { type Fragment, fill, fragment, RANK } from '../fragment.ts'
import { chained, type SpelledCall } from '../spelling.ts'
import { isColumn } from './casts.ts'
import { nativeText } from './native-text.ts'

/** SQLite gives up on longer patterns. */
const LONGEST_PATTERN = 10_000

/** A piece of a LIKE pattern, as GLOB writes its wildcards. */
type Piece = { readonly text: string } | { readonly wildcard: '*' | '?' }

/** The pieces of a pattern; none where it is no literal that SQLite could read. */
function piecesOf(pattern: LiteralValue | undefined): readonly Piece[] {
  if (typeof pattern !== 'string' || pattern.length > LONGEST_PATTERN || pattern.includes('\0')) return []
  return Array.from(pattern.matchAll(/%+|_|(?:\\[\s\S]|[^%_])+/gu), ([piece]): Piece => {
    if (piece === '_') return { wildcard: '?' }
    return piece.startsWith('%') ? { wildcard: '*' } : { text: piece.replace(/\\([\s\S])/gu, '$1') }
  })
}

const globOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text.replace(/[*?[]/g, '[$&]') : piece.wildcard)).join('')

const binding = (value: string): Fragment => fragment('?', [value])

const glob = (text: Fragment, pieces: readonly Piece[]): Fragment =>
  fill('$1 glob $2', [text, binding(globOf(pieces))], RANK.compare)

/** SQLite's own LIKE folds ASCII case, and GLOB, which does not, stops at NUL. */
const whole = nativeText('millrace_like($1, $2)', ([text], { literals: [, pattern] }) => {
  const pieces = piecesOf(pattern)
  return pieces.length > 0 ? glob(text as Fragment, pieces) : undefined
})

/**
 * What a text that matches must hold: its beginning, which an index can find and behind which no NUL matters, or else
 * the pattern's longest part.
 */
function needed(text: Fragment, pieces: readonly Piece[]): Fragment | undefined {
  const [first] = pieces
  if (first && 'text' in first) return glob(text, [first, { wildcard: '*' }])
  const parts = pieces.flatMap((piece) => ('text' in piece ? [piece.text] : []))
  const [longest] = parts.toSorted((a, b) => b.length - a.length)
  return longest === undefined ? undefined : fill('instr($1, $2) > 0', [text, binding(longest)], RANK.compare)
}

/** LIKE: patterns that ask for a beginning or for a part ask for no more; of others a column that holds neither needs no closer look. */
export function like(args: readonly Fragment[], call: SpelledCall): Fragment {
  const text = args[0] as Fragment
  const pieces = piecesOf(call.literals[1])
  const need = needed(text, pieces)
  const shape = pieces.map((piece) => ('text' in piece ? 't' : piece.wildcard)).join('')
  if (need && (shape === 't*' || shape === '*t*')) return need
  return need && isColumn(text) ? chained([need, whole(args, call)], 'and', RANK.and) : whole(args, call)
}
