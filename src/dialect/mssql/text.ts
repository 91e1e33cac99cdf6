/** Text as the program means it: case, accents and trailing spaces count, whatever the collations of the columns. */
import { type Fragment, fill, RANK } from '../fragment.ts'
import type { SpelledCall, Spelling } from '../spelling.ts'

/** By code point. UTF-8 collations take a character beyond U+FFFF for one character. */
export const COLLATION = 'Latin1_General_100_BIN2_UTF8'

export const byCodePoint = (operand: Fragment): Fragment => fill(`$1 collate ${COLLATION}`, [operand], RANK.atom)

export const isText = ({ types }: SpelledCall): boolean => types[0]?.kind === 'string'

/** A spelling whose first argument decides how text is compared. */
export const comparing =
  (template: string, rank?: number): Spelling =>
  ([first, ...others], call) =>
    fill(template, [isText(call) ? byCodePoint(first as Fragment) : (first as Fragment), ...others], rank)

/**
 * Whether two texts are the same, or are not. `=` does not see trailing spaces: beside it stands their length, in two
 * bytes a character (a varchar becomes nvarchar); beside a value without such spaces, that the other has none either.
 */
export function compareTexts(
  symbol: '=' | '<>',
  [left, right]: readonly Fragment[],
  { literals }: SpelledCall,
): Fragment {
  const args = [byCodePoint(left as Fragment), left as Fragment, right as Fragment]
  const [word, no] = symbol === '=' ? ['and', 'not '] : ['or', '']
  const rank = symbol === '=' ? RANK.and : RANK.or
  const known = literals[1]
  return typeof known === 'string' && !known.endsWith(' ')
    ? fill(`$1 ${symbol} $3 ${word} $2 ${no}like N'% '`, args, rank)
    : fill(`$1 ${symbol} $3 ${word} datalength($2 + N'') ${symbol} datalength($3 + N'')`, args, rank)
}

/** A spelling whose first argument is read character by character, and compared by code point. */
export const ofText =
  (template: string, rank?: number): Spelling =>
  ([text, ...others]) =>
    fill(template, [byCodePoint(text as Fragment), ...others], rank)
