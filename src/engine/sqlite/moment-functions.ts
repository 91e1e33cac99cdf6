import { ValueOutOfRange } from '../../errors/index.ts'
import { daysIn, dayText, microsecondsOf, momentText } from './calendar.ts'
import type { SqliteFunction, SqliteValue } from './functions.ts'
import { strict } from './strict.ts'

const SECOND = 1_000_000n
const DAY = 86_400n * SECOND

/** A number of units since 1970: whole, a double, or a decimal as text, which must not count in less than microseconds. */
function moment(count: SqliteValue, unit: SqliteValue): string | null {
  if (typeof count === 'bigint') return momentText(count * BigInt(unit as bigint))
  if (typeof count === 'number')
    return Number.isFinite(count) ? momentText(BigInt(Math.trunc(count * Number(unit)))) : null
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(String(count)) ?? []
  if (/[1-9]/.test(fraction.slice(6))) throw new ValueOutOfRange(`${count} seconds count in less than microseconds`)
  return momentText(BigInt(`${sign}${whole}${fraction.slice(0, 6).padEnd(6, '0')}`))
}

/** A moment's months since the year 0, its day of the month, and what of the day is over. */
function placeOf(text: SqliteValue): { months: number; day: number; time: bigint } {
  const [year = 0, month = 1, day = 1] = String(text).slice(0, 10).split('-').map(Number)
  return { months: year * 12 + month - 1, day, time: microsecondsOf(String(text)) }
}

function addMonths(text: SqliteValue, months: number): string {
  const place = placeOf(text)
  const total = place.months + months
  const [year, month] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1]
  const on = Number.isFinite(total) ? dayText(year, month, Math.min(place.day, daysIn(year, month))) : undefined
  if (on === undefined) throw new ValueOutOfRange('a timestamp lies outside of the years 1 to 9999')
  return `${on}${String(text).slice(10)}`
}

/** Whole months: from the day on which the start's time of day is over last. */
function wholeMonths(start: SqliteValue, end: SqliteValue): number {
  const [from, to] = [placeOf(start), placeOf(end)]
  const untilMidnight = DAY - 1n
  const time = ((from.time % DAY) + DAY) % DAY
  const day = to.time >= from.time ? to.time - time : to.time - time + untilMidnight
  const last = dayAt(day)
  return Math.trunc(((last.months - from.months) * 32 + last.day - from.day) / 32)
}

/** Not by way of its text: a day before the first of the calendar may be asked for. */
function dayAt(microseconds: bigint): { months: number; day: number } {
  const day = new Date(Number((microseconds - (((microseconds % DAY) + DAY) % DAY)) / 1000n))
  return { months: day.getUTCFullYear() * 12 + day.getUTCMonth(), day: day.getUTCDate() }
}

function made(...parts: readonly SqliteValue[]): string | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number)
  const on = dayText(year, month, day)
  const microseconds = BigInt(Math.round(second * 1e6))
  const isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60
  if (on === undefined || !isTime || microseconds < 0n || microseconds > 60n * SECOND) return undefined
  return momentText(microsecondsOf(on) + BigInt(hour * 60 + minute) * 60n * SECOND + microseconds)
}

/** Moments counted, moved and put together. */
export const momentFunctions: readonly SqliteFunction[] = [
  strict('moment', (count, unit) => moment(count as SqliteValue, unit as SqliteValue)),
  strict('add_time', (start, count, unit) =>
    momentText(microsecondsOf(String(start)) + BigInt(count as bigint) * BigInt(unit as bigint)),
  ),
  strict('add_months_to_moment', (start, count, unit) => addMonths(start as SqliteValue, Number(count) * Number(unit))),
  strict(
    'whole_units',
    (start, end, unit) => (microsecondsOf(String(end)) - microsecondsOf(String(start))) / BigInt(unit as bigint),
  ),
  strict('whole_months', (start, end, unit) =>
    BigInt(Math.trunc(wholeMonths(start as SqliteValue, end as SqliteValue) / Number(unit))),
  ),
  strict('make_timestamp', (...parts) => {
    const text = made(...parts.slice(0, 6))
    if (text !== undefined || parts[6] === 1n) return text ?? null
    throw new ValueOutOfRange(`year, month, day, hour, minute, second ${parts.slice(0, 6).join(', ')} are no timestamp`)
  }),
]
