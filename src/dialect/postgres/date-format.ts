import { type NameField, type NumberField, type Piece, writtenPieces } from '../../functions/date-patterns/writing.ts'
import { type Fragment, fill, fragment } from '../fragment.ts'

/** The words of `to_char`: with all their digits, and behind FM without zeros. */
const NUMBERS: Readonly<Record<NumberField, string>> = {
  year: 'YYYY',
  month: 'MM',
  day: 'DD',
  dayOfYear: 'DDD',
  quarter: 'Q',
  hour: 'HH24',
  hourOfHalf: 'HH12',
  minute: 'MI',
  second: 'SS',
}
const NAMES: Readonly<Record<NameField, { readonly short: string; readonly long: string }>> = {
  month: { short: 'Mon', long: 'FMMonth' },
  weekday: { short: 'Dy', long: 'FMDay' },
  half: { short: 'AM', long: 'AM' },
}
/** Digits that a word has by itself. */
const WIDTHS: Readonly<Partial<Record<NumberField, number>>> = { year: 4, dayOfYear: 3, quarter: 1 }

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`

function wordOf(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return quoted(piece.text)
    case 'name':
      return NAMES[piece.field][piece.long ? 'long' : 'short']
    case 'fraction':
      return piece.digits <= 6 ? `FF${piece.digits}` : `FF6${quoted('0'.repeat(piece.digits - 6))}`
    case 'number': {
      if (piece.field === 'year' && piece.width === 2) return 'YY'
      const missing = piece.width - (WIDTHS[piece.field] ?? 2)
      const zeros = missing > 0 ? quoted('0'.repeat(missing)) : ''
      return `${zeros}${missing < 0 ? 'FM' : ''}${NUMBERS[piece.field]}`
    }
    default:
      return piece satisfies never
  }
}

/** A timestamp as text by a pattern. */
export function dateFormat(moment: Fragment, pattern: string): Fragment {
  const template = writtenPieces(pattern, 'dateFormat').map(wordOf).join('')
  // By an empty template to_char gives NULL.
  if (template === '') return fill("case when $1 is not null then '' end", [moment])
  return fill('to_char($1, $2)', [moment, fragment('?', [template])])
}
