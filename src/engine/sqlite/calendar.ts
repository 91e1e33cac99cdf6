/** The calendar of the years 1 to 9999, and moments of it as SQLite stores them: text in UTC, to the microsecond. */
import { ValueOutOfRange } from '../../errors/index.ts'

export const pad = (number: number, width: number): string => String(number).padStart(width, '0')

export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()

/** `YYYY-MM-DD` of a calendar day; undefined where there is none. */
export function dayText(year: number, month: number, dayOfMonth: number): string | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month))
    return undefined
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`
}

/** Microseconds from 1970 to a stored moment. */
export function microsecondsOf(moment: string): bigint {
  const time = Date.parse(`${moment.slice(0, 10)}T${moment.slice(11, 19) || '00:00:00'}Z`)
  if (Number.isNaN(time)) throw new ValueOutOfRange(`${JSON.stringify(moment)} is no timestamp`)
  return BigInt(time) * 1000n + BigInt(moment.slice(20, 26).padEnd(6, '0'))
}

const SECOND = 1_000_000n

/** The moment so many microseconds after 1970 as it is stored. @throws ValueOutOfRange outside the calendar */
export function momentText(microseconds: bigint): string {
  const fraction = ((microseconds % SECOND) + SECOND) % SECOND
  const moment = new Date(Number((microseconds - fraction) / 1000n))
  const year = moment.getUTCFullYear()
  if (Number.isNaN(year) || year < 1 || year > 9999)
    throw new ValueOutOfRange('a timestamp lies outside of the years 1 to 9999')
  const digits = fraction === 0n ? '' : `.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`
  return `${moment.toISOString().slice(0, 19).replace('T', ' ')}${digits}`
}
