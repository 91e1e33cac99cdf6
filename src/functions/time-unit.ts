/** Units of time by the names that Spark has for them. */
import { InternalError } from '../errors/index.ts'

export type TimeUnit =
  | 'year'
  | 'quarter'
  | 'month'
  | 'week'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'
  | 'microsecond'

const TRUNCATION: Readonly<Record<string, TimeUnit>> = {
  year: 'year',
  yyyy: 'year',
  yy: 'year',
  quarter: 'quarter',
  month: 'month',
  mon: 'month',
  mm: 'month',
  week: 'week',
  day: 'day',
  dd: 'day',
  hour: 'hour',
  minute: 'minute',
  second: 'second',
  millisecond: 'millisecond',
  microsecond: 'microsecond',
}

const named = (names: Readonly<Record<string, TimeUnit>>, given: unknown): TimeUnit | undefined => {
  const name = typeof given === 'string' ? given.toLowerCase() : ''
  return Object.hasOwn(names, name) ? names[name] : undefined
}

/** The unit that a word of `dateTrunc` means. */
export const truncationUnit = (word: unknown): TimeUnit | undefined => named(TRUNCATION, word)

/** The unit that a word of `trunc` means: a day or less is none. */
export function dayUnit(word: unknown): 'year' | 'quarter' | 'month' | 'week' | undefined {
  const unit = truncationUnit(word)
  return unit === 'year' || unit === 'quarter' || unit === 'month' || unit === 'week' ? unit : undefined
}

const ADDED: Readonly<Record<string, TimeUnit>> = {
  year: 'year',
  quarter: 'quarter',
  month: 'month',
  week: 'week',
  day: 'day',
  dayofyear: 'day',
  hour: 'hour',
  minute: 'minute',
  second: 'second',
  millisecond: 'millisecond',
  microsecond: 'microsecond',
}

/** The names of units that `timestampAdd` and `timestampDiff` know. */
export const ADDED_UNITS: readonly string[] = Object.keys(ADDED)
/** The unit that one of those names means. */
export const addedUnit = (word: unknown): TimeUnit | undefined => named(ADDED, word)

/** How long a unit is: so many months, or so many microseconds. */
export type UnitLength =
  | { readonly months: number; readonly microseconds?: undefined }
  | { readonly months?: undefined; readonly microseconds: number }

const LENGTHS: Readonly<Record<TimeUnit, UnitLength>> = {
  year: { months: 12 },
  quarter: { months: 3 },
  month: { months: 1 },
  week: { microseconds: 7 * 86_400_000_000 },
  day: { microseconds: 86_400_000_000 },
  hour: { microseconds: 3_600_000_000 },
  minute: { microseconds: 60_000_000 },
  second: { microseconds: 1_000_000 },
  millisecond: { microseconds: 1000 },
  microsecond: { microseconds: 1 },
}
/** The length of a unit that `addedUnit` knows. */
export function lengthOf(word: unknown): UnitLength {
  const unit = addedUnit(word)
  if (unit === undefined) throw new InternalError(`no unit: ${String(word)}`)
  return LENGTHS[unit]
}

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
/** The day of the week that a word means, 0 = Monday; undefined where it means none. */
export function dayOfWeek(word: unknown): number | undefined {
  const name = typeof word === 'string' ? word.toUpperCase() : ''
  const found = DAYS.findIndex((day) => [day, day.slice(0, 3), day.slice(0, 2)].includes(name))
  return found < 0 ? undefined : found
}
