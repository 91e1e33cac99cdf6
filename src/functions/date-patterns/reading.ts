/** How text is read by a pattern of dates and times. */
import { UnsupportedOnDialect } from '../../errors/index.ts'
import { type Letters, patternParts } from './parts.ts'

const LETTERS: Letters = {
  y: [1, 2, 4],
  M: [1, 2, 3, 4],
  L: [1, 2, 3, 4],
  d: [1, 2],
  a: [1],
  H: [1, 2],
  h: [1, 2],
  m: [1, 2],
  s: [1, 2],
  S: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  X: [1, 2, 3],
  x: [1, 2, 3],
  Z: [1, 2, 3],
}

/** What a pattern can say of a moment. */
export type ReadPart =
  | 'year'
  | 'shortYear'
  | 'month'
  | 'monthName'
  | 'day'
  | 'hour'
  | 'hourOfHalf'
  | 'half'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'zone'

/** How a pattern is read: a regular expression without regard to capitals, and the group of each part, from 1 on. */
export interface Reading {
  readonly pattern: string
  readonly expression: string
  readonly groups: Readonly<Partial<Record<ReadPart, number>>>
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
/** Short names of the months, each before its number. */
export const MONTH_NUMBERS: string = MONTHS.map(
  (name, index) => `${name.slice(0, 3)}${String(index + 1).padStart(2, '0')}`,
).join('')

const distance = (colon: string, minutes: string): string =>
  `[+-](?:(?:0[0-9]|1[0-7])${minutes.replace('mm', `${colon}[0-5][0-9]`)}|18${minutes.replace('mm', `${colon}00`)})`
const DISTANCES = [distance('', '(?:mm)?'), distance('', 'mm'), distance(':', 'mm')] as const

interface Field {
  readonly part: ReadPart
  /** What it looks like, in what JavaScript, PostgreSQL and RE2 understand alike. */
  readonly looks: string
  /** Only digits, and how many of them: as many as there are where it is undefined. */
  readonly digits?: number | undefined
}

const number = (part: ReadPart, count: number, one: string, two: string): Field => ({
  part,
  looks: count === 1 ? `0*(?:${one})` : two,
  digits: count === 1 ? undefined : 2,
})

function fieldOf(letter: string, count: number): Field {
  switch (letter) {
    case 'y':
      if (count === 2) return { part: 'shortYear', looks: '[0-9]{2}', digits: 2 }
      return { part: 'year', looks: count === 1 ? '0*[0-9]{1,4}' : '[0-9]{4}', digits: count === 1 ? undefined : 4 }
    case 'M':
    case 'L':
      if (count === 3) return { part: 'monthName', looks: MONTHS.map((name) => name.slice(0, 3)).join('|'), digits: 0 }
      if (count === 4) return { part: 'monthName', looks: MONTHS.join('|'), digits: 0 }
      return number('month', count, '[0-9]{1,2}', '[0-9]{2}')
    case 'd':
      return number('day', count, '[0-9]{1,2}', '[0-9]{2}')
    case 'H':
      return number('hour', count, '[01]?[0-9]|2[0-3]', '[01][0-9]|2[0-3]')
    case 'h':
      return number('hourOfHalf', count, '[1-9]|1[0-2]', '0[1-9]|1[0-2]')
    case 'm':
      return number('minute', count, '[0-5]?[0-9]', '[0-5][0-9]')
    case 's':
      return number('second', count, '[0-5]?[0-9]', '[0-5][0-9]')
    case 'S':
      return { part: 'fraction', looks: `[0-9]{1,${count}}` }
    case 'a':
      return { part: 'half', looks: 'am|pm', digits: 0 }
    default: {
      const looks = DISTANCES[letter === 'Z' ? 1 : count - 1] as string
      return { part: 'zone', looks: letter === 'X' ? `z|${looks}` : looks, digits: 0 }
    }
  }
}

/** Parts that say the same thing: one of each may be read. */
const SAME: Readonly<Partial<Record<ReadPart, ReadPart>>> = {
  shortYear: 'year',
  monthName: 'month',
  hourOfHalf: 'hour',
}

/** How text in a pattern is read. @throws as `patternParts`, and where a pattern says one thing twice. */
export function readingOf(pattern: string, fn: string): Reading {
  const groups: Partial<Record<ReadPart, number>> = {}
  const said: ReadPart[] = []
  let expression = ''
  let before: Field | undefined
  const refuse = (why: string): Error =>
    new UnsupportedOnDialect(`${fn}: the pattern ${JSON.stringify(pattern)} is not supported: ${why}`, {
      hint: 'one field of each kind: yyyy, MM, dd, HH or hh with a, mm, ss, SSS, XXX; text between those of any width',
    })
  for (const part of patternParts(pattern, LETTERS, fn)) {
    if (part.kind === 'text') {
      expression += part.text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      before = undefined
    } else if (part.kind === 'field') {
      const field = fieldOf(part.letter, part.count)
      // Java gives the first of such fields all the digits.
      if (before && before.digits !== 0 && field.digits !== 0 && !(before.digits && field.digits))
        throw refuse('fields of any width have nothing between them')
      expression += `(${field.looks})`
      said.push(SAME[field.part] ?? field.part)
      groups[field.part] = said.length
      before = field
    } else expression += part.kind === 'open' ? '(?:' : ')?'
  }
  const twice = said.find((one, index) => said.indexOf(one) !== index)
  if (twice !== undefined) throw refuse(`the ${twice} is read twice`)
  if (groups.half !== undefined && groups.hourOfHalf === undefined) throw refuse('a stands without h')
  if (said.length === 0) throw refuse('nothing is read')
  return { pattern, expression: `^${expression}$`, groups }
}
