import type { TimeUnit } from '../../functions/time-unit.ts'

/**
 * The first day of the unit in which a stored date or timestamp `$1` lies, as text. By its letters: SQLite's own functions
 * round a moment to milliseconds first, and so into the next year.
 */
export const FIRST_DAY: Readonly<Record<Extract<TimeUnit, 'year' | 'quarter' | 'month' | 'week' | 'day'>, string>> = {
  year: "substr($1, 1, 4) || '-01-01'",
  quarter: "substr($1, 1, 5) || substr('010101040404070707101010', substr($1, 6, 2) * 2 - 1, 2) || '-01'",
  month: "substr($1, 1, 7) || '-01'",
  week: "date(substr($1, 1, 10), '-6 days', 'weekday 1')",
  day: 'substr($1, 1, 10)',
}
