import { InvalidArgument } from '../errors/index.ts'
import { didYouMean } from '../errors/nearest.ts'
import { checkCron, checkTimezone } from './ticks.ts'

/** The days of a week, as `Weekly('friday')` takes them. */
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** When a task is due, as plain data: it crosses threads and lies in the state. Every tick is a midnight in `timezone`, but for `cron`. */
export type ScheduleSpec =
  | { readonly kind: 'daily'; readonly timezone: string }
  | { readonly kind: 'weekly'; readonly weekday: Weekday; readonly timezone: string }
  | { readonly kind: 'semiMonthly'; readonly weekday: Weekday; readonly timezone: string }
  | { readonly kind: 'monthly'; readonly weekday: Weekday; readonly timezone: string }
  | { readonly kind: 'monthlyOnDay'; readonly day: number; readonly timezone: string }
  | { readonly kind: 'monthlyLastOpenDay'; readonly timezone: string }
  | { readonly kind: 'cron'; readonly expression: string; readonly timezone: string }

/** What `runsOn` takes. */
export type Schedule = ScheduleSpec

export interface ScheduleOptions {
  /** IANA zone whose midnights (or clock, for `Cron`) count: `'Europe/Paris'`. Default `'UTC'`, the same on every machine. */
  readonly timezone?: string
}

/** Due once a day, from midnight. */
export function Daily(options?: ScheduleOptions): Schedule {
  return Object.freeze({ kind: 'daily', timezone: zone('Daily', options) })
}

/** Due once a week, from midnight of `day`. @example runsOn: Weekly('friday') */
export function Weekly(day: Weekday = 'monday', options?: ScheduleOptions): Schedule {
  return Object.freeze({ kind: 'weekly', weekday: weekday('Weekly', day), timezone: zone('Weekly', options) })
}

/** Due twice a month: from midnight of the first and of the third `day` of the month. */
export function SemiMonthly(day: Weekday = 'monday', options?: ScheduleOptions): Schedule {
  return Object.freeze({
    kind: 'semiMonthly',
    weekday: weekday('SemiMonthly', day),
    timezone: zone('SemiMonthly', options),
  })
}

/**
 * Due once a month. `Monthly()` is the first Monday, `Monthly('friday')` the first Friday, `Monthly(15)` the 15th; a day
 * that a month lacks is its last one: `Monthly(31)` is due on 30 April.
 *
 * @throws InvalidArgument for a day that no month has.
 */
export function Monthly(day: Weekday | number = 'monday', options?: ScheduleOptions): Schedule {
  const timezone = zone('Monthly', options)
  if (typeof day !== 'number') return Object.freeze({ kind: 'monthly', weekday: weekday('Monthly', day), timezone })
  if (!Number.isInteger(day) || day < 1 || day > 31) {
    throw new InvalidArgument(`Monthly(${day}): there is no such day of the month`, { hint: 'days are 1 to 31' })
  }
  return Object.freeze({ kind: 'monthlyOnDay', day, timezone })
}

/** Due once a month, from midnight of its last day that is neither Saturday nor Sunday. */
export function MonthlyLastOpenDay(options?: ScheduleOptions): Schedule {
  return Object.freeze({ kind: 'monthlyLastOpenDay', timezone: zone('MonthlyLastOpenDay', options) })
}

/**
 * Due at the instants of a cron expression.
 *
 * @example runsOn: Cron('0 7 * * 1-5', { timezone: 'Europe/Paris' })
 * @throws InvalidArgument if the expression cannot be read or never comes.
 */
export function Cron(expression: string, options?: ScheduleOptions): Schedule {
  const timezone = zone('Cron', options)
  checkCron(expression, timezone)
  return Object.freeze({ kind: 'cron', expression, timezone })
}

/** The schedule in a few words, for boxes and messages: `monthly`, `weekly on friday`, `cron 0 7 * * 1-5 (Europe/Paris)`. */
export function describeSchedule(spec: ScheduleSpec): string {
  const where = spec.timezone === 'UTC' ? '' : ` (${spec.timezone})`
  return `${words(spec)}${where}`
}

function words(spec: ScheduleSpec): string {
  switch (spec.kind) {
    case 'daily':
      return 'daily'
    case 'weekly':
      return `weekly on ${spec.weekday}`
    case 'semiMonthly':
      return spec.weekday === 'monday' ? 'semi-monthly' : `semi-monthly on ${spec.weekday}`
    case 'monthly':
      return spec.weekday === 'monday' ? 'monthly' : `monthly on first ${spec.weekday}`
    case 'monthlyOnDay':
      return `monthly on day ${spec.day}`
    case 'monthlyLastOpenDay':
      return 'monthly on last open day'
    case 'cron':
      return `cron ${spec.expression}`
    default:
      return spec satisfies never
  }
}

function zone(what: string, options: unknown): string {
  if (options === undefined) return 'UTC'
  if (typeof options !== 'object' || options === null) {
    throw new InvalidArgument(
      `${what}: expected options such as { timezone: 'Europe/Paris' }, not ${JSON.stringify(options)}`,
    )
  }
  const unknown = Object.keys(options).find((key) => key !== 'timezone')
  if (unknown !== undefined) {
    throw new InvalidArgument(`${what}: unknown option "${unknown}"`, {
      hint: didYouMean(unknown, ['timezone']) ?? 'the one option is timezone',
    })
  }
  const timezone = (options as ScheduleOptions).timezone ?? 'UTC'
  checkTimezone(what, timezone)
  return timezone
}

function weekday(what: string, day: unknown): Weekday {
  const found = WEEKDAYS.find((name) => name === day)
  if (found !== undefined) return found
  throw new InvalidArgument(`${what}: ${JSON.stringify(day)} is not a day of the week`, {
    hint: (typeof day === 'string' ? didYouMean(day, WEEKDAYS) : undefined) ?? `days are ${WEEKDAYS.join(', ')}`,
  })
}
