import { createHash } from 'node:crypto'
import { ValueOutOfRange } from '../../errors/index.ts'
import type { SqliteFunction, SqliteValue } from './functions.ts'
import { ilike, like } from './patterns.ts'
import { asText, characters, strict } from './strict.ts'

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

/** 1-based, from the end where it is negative, 0 as 1. */
function substring(text: string, position: number, length: number): string {
  const all = characters(text)
  const start = position > 0 ? position - 1 : position < 0 ? all.length + position : 0
  const end = start + length
  return end <= start ? '' : all.slice(Math.max(start, 0), Math.max(end, 0)).join('')
}

/** Text, or bytes as their hexadecimal digits. */
const comparable = (value: SqliteValue | undefined): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : asText(value)

/** Text functions that SQLite lacks or means differently (ASCII alone, positions that wrap). */
export const textFunctions: readonly SqliteFunction[] = [
  // SQLite's own upper and lower know ASCII alone.
  strict('upper', (text) => asText(text).toUpperCase()),
  strict('lower', (text) => asText(text).toLowerCase()),
  // SQLite's own length stops at NUL.
  strict('length', (text) => BigInt(text instanceof Uint8Array ? text.length : characters(asText(text)).length)),
  strict(
    'fraction',
    (text) => Number.parseInt(createHash('md5').update(asText(text)).digest('hex').slice(0, 13), 16) / 2 ** 52,
  ),
  strict('reverse', (text) => characters(asText(text)).reverse().join('')),
  strict('initcap', (text) => asText(text).split(' ').map(capitalised).join(' ')),
  strict('like', (text, pattern) => (like(asText(pattern)).test(asText(text)) ? 1n : 0n)),
  strict('ilike', (text, pattern) => (ilike(asText(pattern)).test(asText(text)) ? 1n : 0n)),
  // SQLite's own substr stops at NUL.
  strict('starts_with', (text, start) => (comparable(text).startsWith(comparable(start)) ? 1n : 0n)),
  strict('ends_with', (text, end) => (comparable(text).endsWith(comparable(end)) ? 1n : 0n)),
  strict('substring', (text, position, length = Number.POSITIVE_INFINITY) =>
    substring(asText(text), Number(position), Number(length)),
  ),
  strict('overlay', (text, replacement, position, length = -1n) => {
    const [at, put] = [Number(position), asText(replacement)]
    const taken = Number(length) < 0 ? characters(put).length : Number(length)
    return substring(asText(text), 1, at - 1) + put + substring(asText(text), at + taken, Number.POSITIVE_INFINITY)
  }),
  strict('translate', (text, from, to) => {
    const [before, after] = [characters(asText(from)), characters(asText(to))]
    return characters(asText(text))
      .map((one) => (before.includes(one) ? (after[before.indexOf(one)] ?? '') : one))
      .join('')
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
    name: 'millrace_elt',
    options: { deterministic: true },
    fn: (n, ...texts) => {
      if (n === null) return null
      const found = texts[Number(n) - 1]
      if (found === undefined) throw new ValueOutOfRange(`elt: there is no text ${n}`)
      return found
    },
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
