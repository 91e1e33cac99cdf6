import { type NameField, type NumberField, type Piece, writtenPieces } from '../../functions/date-patterns/writing.ts'
import { type Fragment, fill, fragment, joinFragments, RANK } from '../fragment.ts'

/** The words of `strftime`: with all their digits, and behind a minus sign without zeros. */
const NUMBERS: Readonly<Partial<Record<NumberField, string>>> = {
  month: 'm',
  day: 'd',
  dayOfYear: 'j',
  hour: 'H',
  hourOfHalf: 'I',
  minute: 'M',
  second: 'S',
}
const NAMES: Readonly<Record<NameField, { readonly short: string; readonly long: string }>> = {
  month: { short: '%b', long: '%B' },
  weekday: { short: '%a', long: '%A' },
  half: { short: '%p', long: '%p' },
}

/** The word of a piece; undefined for what `strftime` has none for. */
function wordOf(piece: Piece): string | undefined {
  switch (piece.kind) {
    case 'text':
      return piece.text.replaceAll('%', '%%')
    case 'name':
      return NAMES[piece.field][piece.long ? 'long' : 'short']
    case 'fraction':
      return { 3: '%g', 6: '%f', 9: '%n' }[piece.digits]
    case 'number': {
      if (piece.field === 'year') return { 2: '%y', 4: '%Y', 5: '0%Y', 6: '00%Y' }[piece.width]
      const letter = NUMBERS[piece.field]
      return letter && `%${piece.width === 1 ? '-' : ''}${letter}`
    }
    default:
      return piece satisfies never
  }
}

/** The pieces that `strftime` has no word for: a year without zeros, a quarter, other fractions. */
function partOf(piece: Piece): string {
  if (piece.kind === 'fraction') return `left(strftime($1, '%n'), ${piece.digits})`
  if (piece.kind === 'number' && piece.field === 'quarter')
    return `${piece.width === 2 ? "'0' || " : ''}quarter($1)::varchar`
  return 'year($1)::varchar'
}

/** A timestamp as text by a pattern. */
export function dateFormat(moment: Fragment, pattern: string): Fragment {
  const parts: Fragment[] = []
  let words = ''
  const end = (): void => {
    if (words !== '') parts.push(fill('strftime($1, $2)', [moment, fragment('?', [words])]))
    words = ''
  }
  for (const piece of writtenPieces(pattern, 'dateFormat')) {
    const word = wordOf(piece)
    if (word !== undefined) words += word
    else {
      end()
      parts.push(fill(partOf(piece), [moment], RANK.other))
    }
  }
  end()
  if (parts.length === 0) return fill("case when $1 is not null then '' end", [moment])
  return parts.length === 1 ? (parts[0] as Fragment) : joinFragments(parts, ' || ', RANK.other)
}
