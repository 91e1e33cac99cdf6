/** The letters of a day's or instant's format that `toChar` knows: fixed numbers of digits. */
import { UnsupportedOnDialect } from '../errors/index.ts'

const LETTERS = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g

/**
 * A format such as `yyyy-MM-dd HH:mm:ss` in a dialect's own words, text between them as it is.
 *
 * @throws UnsupportedOnDialect for letters that are none of them.
 */
export function dayFormat(
  format: string,
  words: Readonly<Record<'yyyy' | 'MM' | 'dd' | 'HH' | 'mm' | 'ss', string>>,
  plain: (text: string) => string,
): string {
  let at = 0
  let written = ''
  for (const [all, quoted, letter] of format.matchAll(LETTERS)) {
    at += all.length
    if (letter === undefined) {
      written += plain(quoted === undefined ? all : quoted === '' ? "'" : quoted.replaceAll("''", "'"))
      continue
    }
    const word = (words as Readonly<Record<string, string>>)[all]
    if (word === undefined) throw unknown(format, all)
    written += word
  }
  if (at !== format.length) throw unknown(format, "'")
  return written
}

const unknown = (format: string, part: string): UnsupportedOnDialect =>
  new UnsupportedOnDialect(`toChar: ${JSON.stringify(format)} has ${JSON.stringify(part)}`, {
    hint: 'toChar knows yyyy, MM, dd, HH, mm and ss, and any other text in single quotes',
  })
