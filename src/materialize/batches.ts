/** Time cut into batches of whole hours, days or months, in UTC. Pure. */

export type BatchSize = 'hour' | 'day' | 'month'

/** From `start` up to but without `end`. */
export interface Batch {
  readonly start: Date
  readonly end: Date
}

/**
 * What a run knows of a batch: `done` by an earlier run, after its time was over; `fresh`: computed by this very run.
 * Undefined: whatever was computed of it is not all.
 */
export type BatchState = 'done' | 'fresh' | undefined

/** The start of the batch that an instant is in. */
export function batchStart(size: BatchSize, at: Date): Date {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  const start = new Date(0)
  // Date.UTC would take the years 0 to 99 for those of the last century.
  start.setUTCFullYear(year, month, size === 'month' ? 1 : day)
  start.setUTCHours(size === 'hour' ? at.getUTCHours() : 0)
  return start
}

function batchEnd(size: BatchSize, start: Date): Date {
  const end = new Date(start)
  if (size === 'month') end.setUTCMonth(end.getUTCMonth() + 1)
  else if (size === 'day') end.setUTCDate(end.getUTCDate() + 1)
  else end.setUTCHours(end.getUTCHours() + 1)
  return end
}

/** All batches that have an instant from `from` up to but without `until`, in order. */
export function batchesBetween(size: BatchSize, from: Date, until: Date): readonly Batch[] {
  const batches: Batch[] = []
  for (let start = batchStart(size, from); start < until; ) {
    const end = batchEnd(size, start)
    batches.push({ start, end })
    start = end
  }
  return batches
}

/**
 * The batches that a run computes: of those up to now the last one, as many before it as `lookback` says, and whatever
 * is not done.
 */
export function dueBatches(
  all: readonly Batch[],
  lookback: number,
  stateOf: (batch: Batch) => BatchState,
): readonly Batch[] {
  const recent = all.length - 1 - lookback
  return all.filter((batch, index) => {
    const state = stateOf(batch)
    return state === undefined || (index >= recent && state !== 'fresh')
  })
}

/** `2026-03-01T00:00:00Z`, as records and messages have it. */
export const instantText = (at: Date): string => at.toISOString().replace('.000Z', 'Z')
