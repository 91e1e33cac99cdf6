/** A day that is computed from a day written into the program is one too: the database gets the value. */
import type { CallExpr, Expr } from './resolved.ts'

const DAY_LENGTH = 86_400_000

/** How the functions move a day, by a number of days or months. */
const SHIFTS: Readonly<Record<string, (day: Date, by: number) => Date>> = {
  dateAdd: (day, by) => new Date(day.getTime() + by * DAY_LENGTH),
  dateSub: (day, by) => new Date(day.getTime() - by * DAY_LENGTH),
  addMonths: (day, by) => {
    const first = new Date(day)
    first.setUTCDate(1)
    first.setUTCMonth(first.getUTCMonth() + by)
    const last = new Date(first)
    last.setUTCMonth(last.getUTCMonth() + 1, 0)
    first.setUTCDate(Math.min(day.getUTCDate(), last.getUTCDate()))
    return first
  },
}

/** The call, or the literal that it comes to. What falls outside the calendar is left to the database to refuse. */
export function foldDates(call: CallExpr): Expr {
  const shift = SHIFTS[call.fn.name]
  const [day, by] = call.args
  if (!shift || day?.kind !== 'literal' || by?.kind !== 'literal' || typeof day.value !== 'string') return call
  const start = new Date(`${day.value}T00:00:00Z`)
  // A day that is in no calendar would roll over here, and is an error where it is bound.
  if (Number.isNaN(start.getTime()) || dayText(start) !== day.value) return call
  if (typeof by.value !== 'number' && typeof by.value !== 'bigint') return call
  const end = shift(start, Number(by.value))
  const year = end.getUTCFullYear()
  if (Number.isNaN(year) || year < 1 || year > 9999) return call
  return { kind: 'literal', value: dayText(end), type: call.type, nullable: false }
}

const dayText = (day: Date): string => day.toISOString().slice(0, 10)
