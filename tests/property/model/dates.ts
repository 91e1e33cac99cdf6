/** The reference model of functions of dates: text in, text out, by JavaScript's proleptic Gregorian calendar in UTC. */
import { type Cell, compareCells } from './cells.ts'
import type { Strict } from './scalars.ts'

const DAY = 86_400_000
const at = (moment: string): Date => new Date(moment.length === 10 ? `${moment}T00:00:00Z` : moment)
const dayOf = (date: Date): string => date.toISOString().slice(0, 10)
const daysOf = (moment: string): number => Math.floor(at(moment).getTime() / DAY)
const fromDays = (days: number): string => dayOf(new Date(days * DAY))

const part = (of: (date: Date) => number): Strict => ({
  gives: 'int',
  apply: (moment: string): Cell => BigInt(of(at(moment))),
})

function addMonths(moment: string, months: bigint): string {
  const date = at(moment)
  const first = new Date(date)
  first.setUTCDate(1)
  first.setUTCMonth(first.getUTCMonth() + Number(months))
  const [last, same] = [lastDay(dayOf(first)), withDay(first, date.getUTCDate())]
  // A month too short for the day ends it.
  return compareCells(last, same) < 0 ? last : same
}

const withDay = (date: Date, day: number): string => `${dayOf(date).slice(0, 8)}${String(day).padStart(2, '0')}`

function lastDay(moment: string): string {
  const date = at(moment)
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + 1)
  return fromDays(daysOf(dayOf(date)) - 1)
}

/** The first moment of the year, quarter, month, week (from Monday), day or hour. */
function truncated(moment: string, unit: string): string {
  const date = at(moment)
  if (unit === 'hour') date.setUTCMinutes(0, 0, 0)
  else date.setUTCHours(0, 0, 0, 0)
  if (unit === 'week') return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY).toISOString()
  if (unit === 'year') date.setUTCMonth(0, 1)
  if (unit === 'quarter') date.setUTCMonth(date.getUTCMonth() - (date.getUTCMonth() % 3), 1)
  if (unit === 'month') date.setUTCDate(1)
  return date.toISOString()
}

const day = (apply: (...values: never[]) => Cell): Strict => ({ gives: 'date', apply })

export const DATES: Readonly<Record<string, Strict>> = {
  year: part((date) => date.getUTCFullYear()),
  quarter: part((date) => Math.floor(date.getUTCMonth() / 3) + 1),
  month: part((date) => date.getUTCMonth() + 1),
  dayofmonth: part((date) => date.getUTCDate()),
  dayofweek: part((date) => date.getUTCDay() + 1),
  weekday: part((date) => (date.getUTCDay() + 6) % 7),
  dayofyear: part((date) => daysOf(dayOf(date)) - daysOf(`${dayOf(date).slice(0, 4)}-01-01`) + 1),
  hour: part((date) => date.getUTCHours()),
  minute: part((date) => date.getUTCMinutes()),
  second: part((date) => date.getUTCSeconds()),
  date_add: day((moment: string, days: bigint) => fromDays(daysOf(moment) + Number(days))),
  date_sub: day((moment: string, days: bigint) => fromDays(daysOf(moment) - Number(days))),
  add_months: day(addMonths),
  last_day: day(lastDay),
  to_date: day((moment: string) => moment.slice(0, 10)),
  trunc: day((moment: string, unit: string) => truncated(moment.slice(0, 10), unit).slice(0, 10)),
  date_trunc: { gives: 'timestamp', apply: (unit: string, moment: string) => truncated(moment, unit) },
  datediff: { gives: 'int', apply: (end: string, start: string) => BigInt(daysOf(end) - daysOf(start)) },
}
