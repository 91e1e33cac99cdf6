import { MONTH_NUMBERS, type Reading, type ReadPart, readingOf } from '../../functions/date-patterns/reading.ts'
import { type NameField, type NumberField, type Piece, writtenPieces } from '../../functions/date-patterns/writing.ts'
import { dayText, microsecondsOf, momentText, pad } from './calendar.ts'
import type { SqliteValue } from './functions.ts'
import { cast } from './number-functions.ts'
import { asText, strict } from './strict.ts'

const NAMES: Readonly<Record<NameField, (moment: Date) => string>> = {
  month: (moment) =>
    [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ][moment.getUTCMonth()] as string,
  weekday: (moment) =>
    ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][moment.getUTCDay()] as string,
  half: (moment) => (moment.getUTCHours() < 12 ? 'AM' : 'PM'),
}

const NUMBERS: Readonly<Record<NumberField, (moment: Date) => number>> = {
  year: (moment) => moment.getUTCFullYear(),
  month: (moment) => moment.getUTCMonth() + 1,
  day: (moment) => moment.getUTCDate(),
  dayOfYear: (moment) => Math.floor((moment.getTime() - new Date(moment).setUTCMonth(0, 1)) / 86_400_000) + 1,
  quarter: (moment) => Math.floor(moment.getUTCMonth() / 3) + 1,
  hour: (moment) => moment.getUTCHours(),
  hourOfHalf: (moment) => ((moment.getUTCHours() + 11) % 12) + 1,
  minute: (moment) => moment.getUTCMinutes(),
  second: (moment) => moment.getUTCSeconds(),
}

function written(piece: Piece, moment: Date, fraction: string): string {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'fraction':
      return fraction.padEnd(9, '0').slice(0, piece.digits)
    case 'name': {
      const name = NAMES[piece.field](moment)
      return piece.long ? name : name.slice(0, 3)
    }
    case 'number': {
      const number = NUMBERS[piece.field](moment)
      return pad(piece.field === 'year' && piece.width === 2 ? number % 100 : number, piece.width)
    }
    default:
      return piece satisfies never
  }
}

/** The pieces of the last pattern: a statement has one for all its rows. */
let last: { readonly pattern: string; readonly pieces: readonly Piece[] } = { pattern: '', pieces: [] }

function piecesOf(pattern: string): readonly Piece[] {
  if (last.pattern !== pattern) last = { pattern, pieces: writtenPieces(pattern, 'dateFormat') }
  return last.pieces
}

let lastReading: { readonly pattern: string; readonly reading: Reading; readonly matcher: RegExp } | undefined

function readingFor(pattern: string): { readonly reading: Reading; readonly matcher: RegExp } {
  if (lastReading?.pattern === pattern) return lastReading
  const reading = readingOf(pattern, 'toTimestamp')
  lastReading = { pattern, reading, matcher: new RegExp(reading.expression, 'i') }
  return lastReading
}

/** Text by a pattern as a moment; undefined for text of another form, and for what is in no calendar. */
function parsed(text: string, pattern: string): string | undefined {
  const { reading, matcher } = readingFor(pattern)
  const found = matcher.exec(text)
  if (!found) return undefined
  const read = (part: ReadPart): string | undefined =>
    reading.groups[part] === undefined ? undefined : found[reading.groups[part]]
  const number = (part: ReadPart, otherwise: number): number => Number(read(part) ?? otherwise)
  const short = read('shortYear')
  const name = read('monthName')?.slice(0, 3).toLowerCase()
  const month = name === undefined ? number('month', 1) : MONTH_NUMBERS.indexOf(name) / 5 + 1
  const on = dayText(short === undefined ? number('year', 1970) : 2000 + Number(short), month, number('day', 1))
  if (on === undefined) return undefined
  const ofHalf = read('hourOfHalf')
  const afternoon = read('half')?.toLowerCase() === 'pm' ? 12 : 0
  const hour = ofHalf === undefined ? number('hour', 0) : (Number(ofHalf) % 12) + afternoon
  const seconds = (hour * 60 + number('minute', 0)) * 60 + number('second', 0)
  const fraction = BigInt((read('fraction') ?? '').slice(0, 6).padEnd(6, '0'))
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)?/.exec(read('zone') ?? '') ?? []
  const away = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1)
  return momentText(microsecondsOf(on) + BigInt(seconds - away) * 1_000_000n + fraction)
}

/** Moments as text by pattern, and back. */
export const dateTextFunctions = [
  cast('parse_timestamp', (text, pattern) => parsed(asText(text), asText(pattern as SqliteValue))),
  strict('date_format', (value, pattern) => {
    const text = asText(value)
    const moment = new Date(Number(microsecondsOf(text.slice(0, 19)) / 1000n))
    return piecesOf(asText(pattern))
      .map((piece) => written(piece, moment, text.slice(20)))
      .join('')
  }),
]
