import { ValueOutOfRange } from '../../errors/index.ts'
import { dayText as day, daysIn, pad } from './calendar.ts'
import type { SqliteFunction } from './functions.ts'
import { cast, roundDecimal } from './number-functions.ts'
import { strict } from './strict.ts'

/** Text as a date: `2024`, `2024-2`, `2024-2-29`, and anything behind a blank or T after a whole date. */
export function toDate(text: string): string | undefined {
  const match = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T].*)?)?)?\s*$/.exec(text)
  return match ? day(Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)) : undefined
}

/** From `2024` to `2024-2-29T1:2:3.5+02:00`; the names of time zones are refused on every engine. */
const TIMESTAMP =
  /^\s*(\d{4}(?:-\d{1,2}(?:-\d{1,2}(?=[ T]|\s*$))?)?)(?:(?<=-\d{1,2}-\d{1,2})[ T](\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d*))?)?)?\s*(Z|UTC|[+-]\d{1,2}(?::?\d{2})?)?)?\s*$/

export function toTimestamp(text: string): string | undefined {
  const match = TIMESTAMP.exec(text)
  if (!match) return undefined
  const [, date = '', hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match
  const on = toDate(date)
  if (!on || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  const moment = new Date(`${on}T${pad(Number(hour), 2)}:${pad(Number(minute), 2)}:${pad(Number(second), 2)}Z`)
  const utc = new Date(moment.getTime() - offset * 60_000).toISOString().slice(0, 19).replace('T', ' ')
  const digits = fraction.slice(0, 6).replace(/0+$/, '')
  return digits === '' ? utc : `${utc}.${digits}`
}

const SECONDS_OF_DAY = 86_400
const DAYS_OF_MONTH = 31

/** A stored moment's month, day, and whole seconds of the day. */
function placeOf(moment: string): { month: number; day: number; last: boolean; seconds: number } {
  const [year = 0, month = 1, dayOfMonth = 1] = moment.slice(0, 10).split('-').map(Number)
  const [hour = 0, minute = 0, second = 0] = moment.slice(11, 19).split(':').map(Number)
  const last = dayOfMonth === daysIn(year, month)
  return { month: year * 12 + month, day: dayOfMonth, last, seconds: (hour * 60 + minute) * 60 + second }
}

function monthsBetween(end: string, start: string): number {
  const [a, b] = [placeOf(end), placeOf(start)]
  const months = a.month - b.month
  if (a.day === b.day || (a.last && b.last)) return months
  return months + ((a.day - b.day) * SECONDS_OF_DAY + a.seconds - b.seconds) / (DAYS_OF_MONTH * SECONDS_OF_DAY)
}

/** Dates: casts from text, and months that end early. */
export const dateFunctions: readonly SqliteFunction[] = [
  cast('to_date', (value) => toDate(String(value))),
  cast('to_timestamp', (value) => toTimestamp(String(value))),
  cast('seconds_to_timestamp', (value) => {
    const moment = new Date(Number(value) * 1000)
    const year = moment.getUTCFullYear()
    return year >= 1 && year <= 9999 ? moment.toISOString().slice(0, 19).replace('T', ' ') : undefined
  }),
  {
    name: 'millrace_last_day',
    options: { deterministic: true },
    fn: (value) => {
      if (value === null || value === undefined) return null
      const [year = 0, month = 1] = String(value).slice(0, 7).split('-').map(Number)
      return day(year, month, daysIn(year, month)) ?? null
    },
  },
  strict('make_date', (year, month, dayOfMonth) => {
    const made = day(Number(year), Number(month), Number(dayOfMonth))
    if (made !== undefined) return made
    throw new ValueOutOfRange(`makeDate: there is no day ${year}-${month}-${dayOfMonth}`)
  }),
  {
    name: 'millrace_months_between',
    options: { deterministic: true },
    fn: (end, start, rounded = 1n) => {
      if (end === null || start === null || rounded === null) return null
      const months = monthsBetween(String(end), String(start))
      return rounded === 0n ? months : roundDecimal(months, 8)
    },
  },
  {
    name: 'millrace_add_months',
    options: { deterministic: true },
    fn: (value, months) => {
      if (value === null || months === null || value === undefined || months === undefined) return null
      const [year = 0, month = 1, dayOfMonth = 1] = String(value).slice(0, 10).split('-').map(Number)
      const total = year * 12 + month - 1 + Number(months)
      const [toYear, toMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1]
      const later = day(toYear, toMonth, Math.min(dayOfMonth, daysIn(toYear, toMonth)))
      if (later === undefined) throw new ValueOutOfRange('a date lies outside of the years 1 to 9999')
      return later
    },
  },
]
