/** How text is read by a pattern of dates and times. */
import { UnsupportedOnDialect } from '../../errors/index.ts'
import { type Letters, patternParts } from './parts.ts'

const LETTERS: Letters = {
  y: [1, 2, 4], M: [1, 2, 3, 4], L: [1, 2, 3, 4], d: [1, 2], a: [1], H: [1, 2], h: [1, 2], m: [1, 2], s: [1, 2],
  S: [1, 2, 3, 4, 5, 6, 7, 8, 9], X: [1, 2, 3], x: [1, 2, 3], Z: [1, 2, 3],
} // biome-ignore format: a table

/** A field that a pattern reads, in the order of its groups. */
export interface ReadField {
  readonly letter: string
  readonly count: number
  /** Its group may have matched nothing. */
  readonly optional: boolean
}

/** How a pattern is read: a regular expression over lower-case text with a group for each field. */
export interface Reading {
  readonly expression: string
  readonly fields: readonly ReadField[]
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** What a field looks like, in what JavaScript, PostgreSQL and RE2 understand alike. */
function looksOf({ letter, count }: { letter: string; count: number }): string {
  switch (letter) {
    case 'y':
      return count === 1 ? '[0-9]{1,4}' : `[0-9]{${count}}`
    case 'M':
    case 'L':
      if (count > 2) return MONTHS.map((month) => (count === 3 ? month.slice(0, 3) : month)).join('|')
      return count === 1 ? '[0-9]{1,2}' : '[0-9]{2}'
    case 'd':
      return count === 1 ? '[0-9]{1,2}' : '[0-9]{2}'
    case 'H':
      return count === 1 ? '[01]?[0-9]|2[0-3]' : '[01][0-9]|2[0-3]'
    case 'h':
      return count === 1 ? '0?[1-9]|1[0-2]' : '0[1-9]|1[0-2]'
    case 'm':
    case 's':
      return count === 1 ? '[0-5]?[0-9]' : '[0-5][0-9]'
    case 'S':
      return `[0-9]{1,${count}}`
    case 'a':
      return 'am|pm'
    default: {
      const offset = ['[+-][0-9]{2}(?:[0-9]{2})?', '[+-][0-9]{4}', '[+-][0-9]{2}:[0-9]{2}']
      if (letter === 'Z') return offset[1] as string
      return letter === 'X' ? `z|${offset[count - 1]}` : (offset[count - 1] as string)
    }
  }
}

/** Letters that say the same thing: one of each may be read. */
const SAME: Readonly<Record<string, string>> = { L: 'M', h: 'H', x: 'X', Z: 'X' }

/** How text in a pattern is read. @throws as `patternParts`, and where a pattern says one thing twice. */
export function readingOf(pattern: string, fn: string): Reading {
  const fields: ReadField[] = []
  let expression = ''
  let depth = 0
  for (const part of patternParts(pattern, LETTERS, fn)) {
    if (part.kind === 'text') expression += part.text.toLowerCase().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    else if (part.kind === 'field') {
      expression += `(${looksOf(part)})`
      fields.push({ letter: part.letter, count: part.count, optional: depth > 0 })
    } else {
      depth += part.kind === 'open' ? 1 : -1
      expression += part.kind === 'open' ? '(?:' : ')?'
    }
  }
  const said = fields.map((field) => SAME[field.letter] ?? field.letter)
  const twice = said.find((one, index) => said.indexOf(one) !== index)
  const half = said.includes('a') && !fields.some((field) => field.letter === 'h')
  if (twice !== undefined || half || said.length === 0) {
    const why = twice !== undefined ? `${twice} is read twice` : half ? 'a stands without h' : 'nothing is read'
    throw new UnsupportedOnDialect(`${fn}: the pattern ${JSON.stringify(pattern)} is not supported: ${why}`, {
      hint: 'one field of each kind: yyyy, MM, dd, HH or hh with a, mm, ss, SSS, XXX',
    })
  }
  return { expression: `^${expression}$`, fields }
}

/** Short names of the months, each before its number. */
export const MONTH_NUMBERS: string = MONTHS.map(
  (name, index) => `${name.slice(0, 3)}${String(index + 1).padStart(2, '0')}`,
).join('')
