import { formatDuration } from '../plan/duration.ts'
import { type Difference, describeDifferences } from './compare.ts'
import type { TaskNode } from './graph.ts'
import { describeSchedule, type ScheduleSpec } from './schedule.ts'
import { latestTick, nextTick } from './ticks.ts'

/** Whether a task runs, and if not, why, in words a person can act on. */
export type Decision =
  /** Undefined for what runs every time, and for no other reason. */
  | { readonly kind: 'run'; readonly reason?: string | undefined }
  | { readonly kind: 'kept'; readonly reason: string }
  | { readonly kind: 'skipped'; readonly reason: string }

export interface DueQuestion {
  readonly node: TaskNode
  /** When the task last succeeded (`at`, which a ttl counts from) and for which instant (`asOf`, which a schedule asks); undefined if it never did. */
  readonly lastSuccess: { readonly at: Date; readonly asOf: Date } | undefined
  /** What of its definition is not as it was at its last success. */
  readonly differences: readonly Difference[]
  /** What it was given then and is not now, or the reverse, in a few words; undefined where it is given the same. */
  readonly givenOther?: string | undefined
  readonly now: Date
  /** `--force`: neither schedule nor ttl keep it. */
  readonly force: boolean
}

/**
 * Decides whether a selected task is due.
 *
 * With a schedule it is due if it has not succeeded since the latest tick, so a missed tick is made up once. With a ttl
 * it is kept while its last success is younger and its definition is unchanged. A success with other parameters, for an
 * interval that is not asked for now, or with another part of the inputs (`--empty`, `--sample`) is none for either.
 *
 * @example decide({ node, lastSuccess, differences: [], now, force: false })
 * // { kind: 'kept', reason: 'ttl 60 min, 12 min left' }
 */
export function decide({ node, lastSuccess, differences, givenOther, now, force }: DueQuestion): Decision {
  if (!node.enabled) return { kind: 'skipped', reason: 'not enabled' }
  const changed = differences.length > 0 ? `changed: ${describeDifferences(differences)}` : undefined
  if (lastSuccess === undefined) return { kind: 'run', reason: 'no success yet' }
  if (force) return { kind: 'run', reason: changed ?? givenOther ?? 'forced' }
  if (node.schedule !== undefined && givenOther === undefined) {
    const tick = latestTick(node.schedule, now)
    if (tick === undefined || lastSuccess.asOf >= tick)
      return { kind: 'skipped', reason: notDue(node.schedule, lastSuccess.asOf, now) }
  }
  if (node.ttlMinutes !== undefined && changed === undefined && givenOther === undefined) {
    const left = lastSuccess.at.getTime() + node.ttlMinutes * 60_000 - now.getTime()
    if (left > 0) return { kind: 'kept', reason: `ttl ${node.ttlMinutes} min, ${timeLeft(left)} left` }
  }
  const due = node.schedule === undefined ? undefined : `due: ${describeSchedule(node.schedule)}`
  const over = node.ttlMinutes === undefined ? undefined : `ttl ${node.ttlMinutes} min is over`
  return { kind: 'run', reason: changed ?? givenOther ?? due ?? over }
}

function notDue(schedule: ScheduleSpec, lastSuccess: Date, now: Date): string {
  // A day is enough where every tick is a midnight.
  const format = schedule.kind === 'cron' ? minute : day
  const next = nextTick(schedule, now)
  const due = next === undefined ? 'never due again' : `due ${format(next, schedule.timezone)}`
  return `${describeSchedule(schedule)}: done on ${format(lastSuccess, schedule.timezone)}, ${due}; --force runs it`
}

function timeLeft(milliseconds: number): string {
  return milliseconds < 60_000 ? `${Math.ceil(milliseconds / 1000)} s` : formatDuration(milliseconds)
}

function day(date: Date, timezone: string): string {
  return minute(date, timezone).slice(0, 10)
}

/** `2026-11-02 07:00` on the clocks of `timezone`: Swedish writes dates as ISO does. */
function minute(date: Date, timezone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' }).format(date)
}
