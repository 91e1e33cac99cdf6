/** Patterns of dates and times, in the letters of Spark and Java: `yyyy-MM-dd HH:mm:ss`. */
import { InvalidArgument, listNames, UnsupportedOnDialect } from '../../errors/index.ts'

/** A run of one letter, text that stands for itself, or the bounds of an optional section. */
export type PatternPart =
  | { readonly kind: 'field'; readonly letter: string; readonly count: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close' }

/** How often each letter may stand in a row. */
export type Letters = Readonly<Record<string, readonly number[]>>

const forms = (letters: Letters): string =>
  listNames(Object.entries(letters).map(([letter, counts]) => letter.repeat(counts.at(-1) as number)))

/**
 * The parts of a pattern, whose letters are among these.
 *
 * @throws InvalidArgument for what is no pattern, UnsupportedOnDialect for other letters.
 */
export function patternParts(pattern: string, letters: Letters, fn: string): readonly PatternPart[] {
  const parts: PatternPart[] = []
  const text = (given: string) => {
    const last = parts.at(-1)
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + given }
    else if (given !== '') parts.push({ kind: 'text', text: given })
  }
  let depth = 0
  for (const [found, quoted, field] of pattern.matchAll(/'((?:[^']|'')*)'|(([A-Za-z])\3*)|[\s\S]/gu)) {
    if (quoted !== undefined) text(quoted === '' ? "'" : quoted.replaceAll("''", "'"))
    else if (field !== undefined) {
      const letter = field.charAt(0)
      if (!letters[letter]?.includes(field.length)) throw unsupportedField(fn, pattern, field, letters)
      parts.push({ kind: 'field', letter, count: field.length })
    } else if (found === '[' || found === ']') {
      depth += found === '[' ? 1 : -1
      if (depth < 0) break
      parts.push({ kind: found === '[' ? 'open' : 'close' })
    } else if (/['{}#]/.test(found)) {
      throw new InvalidArgument(`${fn}: ${found} means nothing in the pattern ${JSON.stringify(pattern)}`, {
        hint: "text stands between apostrophes: 'T', and an apostrophe itself as ''",
      })
    } else text(found)
  }
  if (depth !== 0) throw new InvalidArgument(`${fn}: an optional section of ${JSON.stringify(pattern)} is not closed`)
  return parts
}

function unsupportedField(fn: string, pattern: string, field: string, letters: Letters): Error {
  return new UnsupportedOnDialect(`${fn}: ${field} in the pattern ${JSON.stringify(pattern)} is not supported`, {
    hint: `there are ${forms(letters)}, each also shorter; text stands between apostrophes`,
  })
}
