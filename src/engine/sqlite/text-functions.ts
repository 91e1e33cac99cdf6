import type { SqliteFunction, SqliteValue } from './functions.ts'
import { ilike, like, regularExpression } from './patterns.ts'

const asText = (value: SqliteValue | undefined): string => (typeof value === 'string' ? value : String(value))

/** A function of text and numbers that is NULL if any argument is. */
function strict(name: string, fn: (...args: SqliteValue[]) => SqliteValue): SqliteFunction {
  return {
    name: `millrace_${name}`,
    options: { deterministic: true },
    fn: (...args) => (args.some((arg) => arg === null) ? null : fn(...args)),
  }
}

/** Characters are code points, as everywhere in Millrace; cheap where a text has none beyond 16 bits. */
const characters = (text: string): string[] => Array.from(text)

/** Letters of two that have a form for the start of a word. */
const TITLE: Readonly<Record<string, string>> = { Ǆ: 'ǅ', Ǉ: 'ǈ', Ǌ: 'ǋ', Ǳ: 'ǲ' }

function capitalised(word: string): string {
  const [first = '', ...rest] = characters(word)
  // ß becomes SS, of which a title has Ss.
  const [upper = '', ...more] = characters(first.toUpperCase())
  return (TITLE[upper] ?? upper) + more.join('').toLowerCase() + rest.join('').toLowerCase()
}

function pad(side: 'left' | 'right'): (...args: SqliteValue[]) => string {
  return (text, length, filler = ' ') => {
    const all = characters(asText(text))
    const wanted = Math.max(Number(length), 0)
    if (all.length >= wanted) return all.slice(0, wanted).join('')
    const unit = characters(asText(filler))
    if (unit.length === 0) return all.join('')
    const fill = Array.from({ length: wanted - all.length }, (_, index) => unit[index % unit.length]).join('')
    return side === 'left' ? fill + all.join('') : all.join('') + fill
  }
}

/** Text functions that SQLite lacks or means differently (ASCII alone, positions that wrap). */
export const textFunctions: readonly SqliteFunction[] = [
  // SQLite's own upper and lower know ASCII alone.
  strict('upper', (text) => asText(text).toUpperCase()),
  strict('lower', (text) => asText(text).toLowerCase()),
  // SQLite's own length stops at NUL.
  strict('length', (text) => BigInt(characters(asText(text)).length)),
  strict('reverse', (text) => characters(asText(text)).reverse().join('')),
  strict('initcap', (text) => asText(text).split(' ').map(capitalised).join(' ')),
  strict('like', (text, pattern) => (like(asText(pattern)).test(asText(text)) ? 1n : 0n)),
  strict('ilike', (text, pattern) => (ilike(asText(pattern)).test(asText(text)) ? 1n : 0n)),
  strict('rlike', (text, pattern) => (regularExpression(asText(pattern)).test(asText(text)) ? 1n : 0n)),
  // SQLite's own substr stops at NUL.
  strict('starts_with', (text, start) => (asText(text).startsWith(asText(start)) ? 1n : 0n)),
  strict('ends_with', (text, end) => (asText(text).endsWith(asText(end)) ? 1n : 0n)),
  strict('substring', (text, position, length) => {
    const all = characters(asText(text))
    const at = Number(position)
    const start = at > 0 ? at - 1 : at < 0 ? all.length + at : 0
    const end = start + Number(length)
    return end <= start ? '' : all.slice(Math.max(start, 0), Math.max(end, 0)).join('')
  }),
  strict('right', (text, length) => {
    const wanted = Number(length)
    return wanted <= 0 ? '' : characters(asText(text)).slice(-wanted).join('')
  }),
  strict('repeat', (text, times) => asText(text).repeat(Math.max(Number(times), 0))),
  strict('lpad', pad('left')),
  strict('rpad', pad('right')),
  {
    name: 'millrace_concat_ws',
    options: { deterministic: true },
    fn: (separator, ...texts) =>
      separator === null
        ? null
        : texts
            .filter((text) => text !== null)
            .map(asText)
            .join(asText(separator)),
  },
  {
    // One value for a combination of several, for count(distinct …); NULL where any is.
    name: 'millrace_tuple',
    options: { deterministic: true },
    fn: (...values) =>
      values.some((value) => value === null)
        ? null
        : JSON.stringify(values.map((value) => `${typeof value}:${String(value)}`)),
  },
]
