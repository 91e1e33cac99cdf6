import { MONTH_NUMBERS, type Reading, type ReadPart } from '../functions/date-patterns/reading.ts'

/**
 * What was read of a moment as ISO text without a zone, in SQL that PostgreSQL and DuckDB read alike: what a pattern does
 * not say is that of 1970-01-01.
 *
 * @param of what a group matched; NULL for an optional one that did not
 */
export function isoText({ groups }: Reading, of: (group: number) => string): string {
  const read = (part: ReadPart): string | undefined => (groups[part] === undefined ? undefined : of(groups[part]))
  const digits = (text: string, width: number): string => `lpad(ltrim(${text}, '0'), ${width}, '0')`
  const or = (text: string | undefined, otherwise: string): string =>
    text === undefined ? `'${otherwise}'` : `coalesce(${text}, '${otherwise}')`
  const number = (part: ReadPart, width: number): string | undefined => {
    const text = read(part)
    return text && digits(text, width)
  }
  const [short, name, half, fraction] = [read('shortYear'), read('monthName'), read('half'), read('fraction')]
  const month = name && `substr('${MONTH_NUMBERS}', strpos('${MONTH_NUMBERS}', lower(left(${name}, 3))) + 3, 2)`
  const ofHalf = read('hourOfHalf')
  const afternoon = half ? ` + case when lower(${half}) = 'pm' then 12 else 0 end` : ''
  const hour = ofHalf && `lpad(cast(cast(${ofHalf} as int) % 12${afternoon} as varchar), 2, '0')`
  const day = [
    or(short ? `'20' || ${short}` : number('year', 4), '1970'),
    or(month ?? number('month', 2), '01'),
    or(number('day', 2), '01'),
  ].join(" || '-' || ")
  const time = [or(hour ?? number('hour', 2), '00'), or(number('minute', 2), '00'), or(number('second', 2), '00')].join(
    " || ':' || ",
  )
  // The seventh digit would be rounded.
  const rest = fraction ? ` || coalesce('.' || left(${fraction}, 6), '')` : ''
  return `${day} || ' ' || ${time}${rest}`
}
