import { Cron as Croner } from 'croner'
import { InvalidArgument } from '../errors/base.ts'
import type { ScheduleSpec } from './schedule.ts'

/**
 * The latest tick at or before `now`, or undefined if there was none.
 *
 * A midnight that a time zone skips (a clock change at 00:00) ticks at the first instant of that day; one that comes
 * twice ticks once.
 */
export function latestTick(spec: ScheduleSpec, now: Date): Date | undefined {
  // croner looks strictly before its reference and works in whole seconds: look a second further and take what is not too late.
  const reference = new Date(now.getTime() + 1000)
  const ticks = clocks(spec)
    .flatMap((clock) => clock.previousRuns(2, reference))
    .filter((tick) => tick.getTime() <= now.getTime())
  return ticks.sort((a, b) => b.getTime() - a.getTime())[0]
}

/** The first tick after `now`, or undefined if there is none any more. */
export function nextTick(spec: ScheduleSpec, now: Date): Date | undefined {
  const ticks = clocks(spec).flatMap((clock) => clock.nextRun(now) ?? [])
  return ticks.sort((a, b) => a.getTime() - b.getTime())[0]
}

/** @throws InvalidArgument if `expression` cannot be read or never comes. */
export function checkCron(expression: string, timezone: string): void {
  if (typeof expression !== 'string') throw new InvalidArgument(`Cron: expected an expression such as '0 7 * * 1-5'`)
  let next: Date | null
  try {
    next = new Croner(expression, { timezone }).nextRun()
  } catch (error) {
    throw new InvalidArgument(`Cron: "${expression}" is not a cron expression`, {
      hint: `five fields: minute hour day-of-month month day-of-week, as in '0 7 * * 1-5' (${(error as Error).message.replace(/^CronPattern: /, '')})`,
    })
  }
  if (next === null) throw new InvalidArgument(`Cron: "${expression}" never comes`)
}

/** @throws InvalidArgument if there is no such zone. */
export function checkTimezone(what: string, timezone: unknown): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone as string })
  } catch {
    throw new InvalidArgument(`${what}: there is no time zone ${JSON.stringify(timezone)}`, {
      hint: "zones are IANA names: 'UTC', 'Europe/Paris', 'America/New_York'",
    })
  }
}

function clocks(spec: ScheduleSpec): Croner[] {
  return expressions(spec).map((expression) => new Croner(expression, { timezone: spec.timezone }))
}

/** Every schedule is one or two cron patterns; two only for days that February lacks. */
function expressions(spec: ScheduleSpec): string[] {
  switch (spec.kind) {
    case 'daily':
      return ['0 0 * * *']
    case 'weekly':
      return [`0 0 * * ${short(spec.weekday)}`]
    case 'semiMonthly':
      return [`0 0 * * ${short(spec.weekday)}#1,${short(spec.weekday)}#3`]
    case 'monthly':
      return [`0 0 * * ${short(spec.weekday)}#1`]
    case 'monthlyOnDay':
      if (spec.day === 31) return ['0 0 L * *']
      return spec.day > 28 ? [`0 0 ${spec.day} * *`, '0 0 L 2 *'] : [`0 0 ${spec.day} * *`]
    case 'monthlyLastOpenDay':
      return ['0 0 LW * *']
    case 'cron':
      return [spec.expression]
    default:
      return spec satisfies never
  }
}

function short(weekday: string): string {
  return weekday.slice(0, 3).toUpperCase()
}
