import { InvalidArgument } from '../errors/index.ts'
import { parseInstant } from './models/instant.ts'
import type { ScheduleSpec } from './schedule.ts'
import { latestTick } from './ticks.ts'

/** A stretch of time: from `start` up to `end`, which is no more part of it. */
export interface Interval {
  readonly start: Date
  readonly end: Date
}

/**
 * The time that a task stands for in a run: the last whole period of its schedule that ended at or before `now`, from
 * one tick to the next in the schedule's time zone. Without a schedule, or before its second tick, the last whole day in
 * UTC.
 *
 * @example intervalAt(Monthly(1), new Date('2026-11-21')) // 2026-10-01 to 2026-11-01
 */
export function intervalAt(schedule: ScheduleSpec | undefined, now: Date): Interval {
  const end = schedule && latestTick(schedule, now)
  const start = end && latestTick(schedule, new Date(end.getTime() - 1))
  if (start !== undefined && end !== undefined) return { start, end }
  const midnight = new Date(now).setUTCHours(0, 0, 0, 0)
  return { start: new Date(midnight - DAY), end: new Date(midnight) }
}

const DAY = 86_400_000

/**
 * An interval that somebody wrote: days or instants, UTC unless they say otherwise.
 *
 * @param what names it in the error: `--interval`
 * @throws InvalidArgument where the two are no instants, or not one before the other
 */
export function intervalBetween(start: string, end: string, what: string): Interval {
  const [from, to] = [parseInstant(start), parseInstant(end)]
  const hint = 'two days or instants in UTC, the end no more part of it: 2026-01-01 and 2026-02-01'
  const wrong = from === undefined ? start : to === undefined ? end : undefined
  if (from === undefined || to === undefined)
    throw new InvalidArgument(`${what}: ${JSON.stringify(wrong)} is neither a day nor an instant`, { hint })
  if (from >= to) throw new InvalidArgument(`${what}: ${start} is not before ${end}`, { hint })
  return { start: from, end: to }
}

/** A copy, for a Date can be changed. */
export const copyOf = ({ start, end }: Interval): Interval => ({ start: new Date(start), end: new Date(end) })
