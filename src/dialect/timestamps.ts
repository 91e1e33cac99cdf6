import { InvalidValue } from '../errors/index.ts'

const TEXT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/

/**
 * A moment as the databases get it: `2024-02-29 12:30:00.25` in UTC, the fraction without trailing zeros (as Spark prints
 * it). One moment has one such text, and the texts sort as the moments do.
 *
 * @throws InvalidValue for what is no moment between the years 1 and 9999.
 */
export function timestampText(value: unknown, column: string): string {
  if (value instanceof Date) {
    const time = value.getTime()
    const year = value.getUTCFullYear()
    if (Number.isNaN(time) || year < 1 || year > 9999) throw invalid(value, column)
    return withFraction(value, String(time - Math.floor(time / 1000) * 1000).padStart(3, '0'))
  }
  const match = typeof value === 'string' ? TEXT.exec(value.trim()) : null
  if (!match) throw invalid(value, column)
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match
  const offset =
    zone === 'Z'
      ? 'Z'
      : zone.length === 3
        ? `${zone}:00`
        : zone.includes(':')
          ? zone
          : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  const calendar = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(moment.getTime()) || calendar.toISOString().slice(8, 10) !== day || moment.getUTCFullYear() < 1)
    throw invalid(value, column)
  return withFraction(moment, fraction.slice(0, 6))
}

function withFraction(moment: Date, fraction: string): string {
  const digits = fraction.replace(/0+$/, '')
  return `${moment.toISOString().slice(0, 19).replace('T', ' ')}${digits === '' ? '' : `.${digits}`}`
}

/** A calendar day: `2024-02-29`. @throws InvalidValue for a day that is in no calendar. */
export function dateText(value: unknown, column: string): string {
  if (value instanceof Date) return timestampText(value, column).slice(0, 10)
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const day = new Date(`${value}T00:00:00Z`)
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) && value >= '0001') return value
  }
  throw invalid(value, column)
}

function invalid(value: unknown, column: string): InvalidValue {
  const shown = value instanceof Date ? 'that Date' : JSON.stringify(value)
  return new InvalidValue(
    `column ${JSON.stringify(column)}: ${shown} is no date or time between the years 1 and 9999`,
    {
      hint: "dates are written '2024-02-29', timestamps '2024-02-29T12:30:00Z'",
    },
  )
}

/** A database's text of a moment, in UTC, as a Date; microseconds are cut. */
export function readTimestamp(text: string): Date {
  const match = TEXT.exec(text)
  if (!match) return new Date(Number.NaN)
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match
  const offset = zone === 'Z' ? 'Z' : zone.length === 3 ? `${zone}:00` : zone
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`)
}
