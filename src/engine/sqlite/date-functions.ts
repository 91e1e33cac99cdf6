import type { SqliteFunction } from './functions.ts'
import { cast } from './number-functions.ts'

const pad = (number: number, width: number): string => String(number).padStart(width, '0')

const daysIn = (year: number, month: number): number => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()

/** `YYYY-MM-DD` of a calendar day; undefined where there is none. */
function day(year: number, month: number, dayOfMonth: number): string | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month))
    return undefined
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`
}

/** Text as a date: `2024`, `2024-2`, `2024-2-29`, and anything behind a blank or T after a whole date. */
function toDate(text: string): string | undefined {
  const match = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T].*)?)?)?\s*$/.exec(text)
  return match ? day(Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)) : undefined
}

/** From `2024` to `2024-2-29T1:2:3.5+02:00`; the names of time zones are refused on every engine. */
const TIMESTAMP =
  /^\s*(\d{4}(?:-\d{1,2}(?:-\d{1,2}(?=[ T]|\s*$))?)?)(?:(?<=-\d{1,2}-\d{1,2})[ T](\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d*))?)?)?\s*(Z|UTC|[+-]\d{1,2}(?::?\d{2})?)?)?\s*$/

function toTimestamp(text: string): string | undefined {
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

/** Dates: casts from text, and months that end early. */
export const dateFunctions: readonly SqliteFunction[] = [
  cast('to_date', (value) => toDate(String(value))),
  cast('to_timestamp', (value) => toTimestamp(String(value))),
  {
    name: 'millrace_last_day',
    options: { deterministic: true },
    fn: (value) => {
      if (value === null || value === undefined) return null
      const [year = 0, month = 1] = String(value).slice(0, 7).split('-').map(Number)
      return day(year, month, daysIn(year, month)) ?? null
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
      return day(toYear, toMonth, Math.min(dayOfMonth, daysIn(toYear, toMonth))) ?? null
    },
  },
]
