/** The calendar in SQL that PostgreSQL, DuckDB and SQL Server read alike. */

const DAYS_IN_MONTH =
  'case when $2 = 2 then case when $1 % 4 = 0 and ($1 % 100 <> 0 or $1 % 400 = 0) then 29 else 28 end when $2 in (4, 6, 9, 11) then 30 else 31 end'

/** Whether year `$1`, month `$2`, day `$3`, hour `$4`, minute `$5` and second `$6` are a moment. */
export const IS_MOMENT = `$1 between 1 and 9999 and $2 between 1 and 12 and $3 between 1 and ${DAYS_IN_MONTH} and $4 between 0 and 23 and $5 between 0 and 59 and $6 between 0 and 60`

/** What a dialect calls the parts of a moment. */
interface Words {
  readonly day: (moment: string) => string
  readonly time: (moment: string) => string
  readonly addDays: (day: string, count: string) => string
  readonly bind: (value: string, name: string, body: string) => string
  /** Number of the month since the year 0, by 32, and the day of the month. */
  readonly place: (day: string) => string
}

/**
 * Whole months from the moment `$1` to the moment `$2`, cut toward zero, as Java counts them: by days, up to the day on
 * which the time of day of the start is over last.
 */
export function wholeMonths({ day, time, addDays, bind, place }: Words): string {
  const later = `${day('$2')} > ${day('$1')} and ${time('$2')} < ${time('$1')}`
  const earlier = `${day('$2')} < ${day('$1')} and ${time('$2')} > ${time('$1')}`
  const last = addDays(day('$2'), `case when ${later} then -1 when ${earlier} then 1 else 0 end`)
  // Nothing of the arguments under the name: a column of theirs may have it, too.
  return `(${bind(last, 'last_day', place('last_day'))} - (${place(day('$1'))})) / 32`
}

/** A count of units as a count of what they consist of. */
export const times = (count: string, each: number): string => (each === 1 ? count : `(${count} * ${each})`)
