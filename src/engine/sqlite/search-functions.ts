import { CODES, LETTERS } from '../../dialect/soundex.ts'
import { ValueOutOfRange } from '../../errors/index.ts'
import type { SqliteFunction } from './functions.ts'
import { asText, characters, strict } from './strict.ts'

/** Place of a part of a text, counted in characters. */
const characterAt = (text: string, index: number): bigint => BigInt(characters(text.slice(0, index)).length + 1)

function locate(search: string, text: string, position: number): bigint {
  if (search === '') return 1n
  const start = characters(text)
    .slice(0, position - 1)
    .join('').length
  const found = text.indexOf(search, start)
  return found < 0 ? 0n : characterAt(text, found)
}

/** The places of a text in another, overlapping ones too. */
function places(text: string, search: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + 1)) found.push(at)
  return found
}

function distance(a: readonly string[], b: readonly string[]): number {
  let costs = Array.from({ length: a.length + 1 }, (_, index) => index)
  for (const [row, letter] of b.entries()) {
    const next = [row + 1]
    for (const [index, other] of a.entries()) {
      const replaced = (costs[index] as number) + (other === letter ? 0 : 1)
      next.push(Math.min((costs[index + 1] as number) + 1, (next[index] as number) + 1, replaced))
    }
    costs = next
  }
  return costs.at(-1) as number
}

function soundex(text: string): string {
  if (!/^[A-Za-z]/.test(text)) return text
  const code = (letter: string): string => CODES[LETTERS.indexOf(letter)] ?? '0'
  const [first = '', ...others] = Array.from(text, code)
  const kept = [first === '7' ? '0' : first, ...others.filter((one) => one !== '7')]
  const sounds = kept.filter((one, index) => index > 0 && one !== kept[index - 1] && one !== '0')
  return (text[0] as string).toUpperCase() + sounds.join('').slice(0, 3).padEnd(3, '0')
}

/** Text in text, which SQLite knows little of. */
export const searchFunctions: readonly SqliteFunction[] = [
  {
    name: 'millrace_locate',
    options: { deterministic: true },
    fn: (search, text, position = 1n) => {
      if (position === null || Number(position) < 1) return 0n
      return search === null || text === null ? null : locate(asText(search), asText(text), Number(position))
    },
  },
  strict('find_in_set', (text, list) =>
    asText(text).includes(',') ? 0n : BigInt(asText(list).split(',').indexOf(asText(text)) + 1),
  ),
  strict('split_part', (text, delimiter, n) => {
    const parts = delimiter === '' ? [asText(text)] : asText(text).split(asText(delimiter))
    const which = Number(n)
    if (which === 0) throw new ValueOutOfRange('splitPart: there is no part 0')
    return parts.at(which > 0 ? which - 1 : which) ?? ''
  }),
  strict('substring_index', (text, delimiter, n) => {
    const [all, by, count] = [asText(text), asText(delimiter), Number(n)]
    if (by === '' || count === 0) return ''
    const found = places(all, by).at(count > 0 ? count - 1 : count)
    if (found === undefined) return all
    return count > 0 ? all.slice(0, found) : all.slice(found + by.length)
  }),
  strict('levenshtein', (a, b, threshold = Number.POSITIVE_INFINITY) => {
    const found = distance(characters(asText(a)), characters(asText(b)))
    return found > Number(threshold) ? -1n : BigInt(found)
  }),
  strict('soundex', (text) => soundex(asText(text))),
]
