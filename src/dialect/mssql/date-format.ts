import { type NameField, type NumberField, type Piece, writtenPieces } from '../../functions/date-patterns/writing.ts'
import { type Fragment, fill, fragment, joinFragments, RANK } from '../fragment.ts'

/** The letters of .NET, which FORMAT takes: as often as there are digits. */
const NUMBERS: Readonly<Partial<Record<NumberField, string>>> = {
  month: 'M',
  day: 'd',
  hour: 'H',
  hourOfHalf: 'h',
  minute: 'm',
  second: 's',
}
const NAMES: Readonly<Record<NameField, { readonly short: string; readonly long: string }>> = {
  month: { short: 'MMM', long: 'MMMM' },
  weekday: { short: 'ddd', long: 'dddd' },
  half: { short: 'tt', long: 'tt' },
}

/** The letters of a piece; undefined for what .NET has none for. */
function wordOf(piece: Piece): string | undefined {
  switch (piece.kind) {
    case 'text':
      return piece.text.replace(/[\s\S]/g, '\\$&')
    case 'name':
      return NAMES[piece.field][piece.long ? 'long' : 'short']
    case 'fraction':
      return 'f'.repeat(Math.min(piece.digits, 6)) + '\\0'.repeat(Math.max(piece.digits - 6, 0))
    case 'number':
      if (piece.field === 'year') return piece.width === 1 ? undefined : 'y'.repeat(piece.width)
      return NUMBERS[piece.field]?.repeat(piece.width)
    default:
      return piece satisfies never
  }
}

/** The pieces that .NET has no letters for: a year without zeros, the day of the year, a quarter. */
function partOf(piece: Piece): string {
  if (piece.kind !== 'number' || piece.field === 'year') return 'cast(year($1) as nvarchar(4))'
  const part = piece.field === 'quarter' ? 'quarter' : 'dayofyear'
  return piece.width === 1
    ? `cast(datepart(${part}, $1) as nvarchar(3))`
    : `right(N'00' + cast(datepart(${part}, $1) as nvarchar(3)), ${piece.width})`
}

/** A timestamp as text by a pattern, in English whatever the session speaks. */
export function dateFormat(moment: Fragment, pattern: string): Fragment {
  const parts: Fragment[] = []
  let words = ''
  const end = (): void => {
    // One letter alone would be the name of a format.
    if (words !== '')
      parts.push(fill("format($1, $2, N'en-US')", [moment, fragment('?', [words.replace(/^.$/, '%$&')])]))
    words = ''
  }
  for (const piece of writtenPieces(pattern, 'dateFormat')) {
    const word = wordOf(piece)
    // Letters that meet would be read as more of the same.
    if (word !== undefined) words += words !== '' && words.at(-1) === word[0] ? `''${word}` : word
    else {
      end()
      parts.push(fill(partOf(piece), [moment]))
    }
  }
  end()
  if (parts.length === 0) return fill("case when $1 is not null then N'' end", [moment])
  return parts.length === 1 ? (parts[0] as Fragment) : joinFragments(parts, ' + ', RANK.add)
}
