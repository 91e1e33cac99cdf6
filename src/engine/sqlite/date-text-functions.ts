import { type NameField, type NumberField, type Piece, writtenPieces } from '../../functions/date-patterns/writing.ts'
import { microsecondsOf, pad } from './calendar.ts'
import { asText, strict } from './strict.ts'

const NAMES: Readonly<Record<NameField, (moment: Date) => string>> = {
  month: (moment) =>
    ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][moment.getUTCMonth()] as string,
  weekday: (moment) =>
    ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][moment.getUTCDay()] as string,
  half: (moment) => (moment.getUTCHours() < 12 ? 'AM' : 'PM'),
} // biome-ignore format: names

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

/** Moments as text by pattern, and back. */
export const dateTextFunctions = [
  strict('date_format', (value, pattern) => {
    const text = asText(value)
    const moment = new Date(Number(microsecondsOf(text.slice(0, 19)) / 1000n))
    return piecesOf(asText(pattern))
      .map((piece) => written(piece, moment, text.slice(20)))
      .join('')
  }),
]
