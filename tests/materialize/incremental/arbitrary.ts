/** Histories of a feed, split into runs in every way. */
import fc from 'fast-check'
import { BEGIN, type Delivery, type Event, LOOKBACK, type Strategy } from './history.ts'

const DAY_MS = 86_400_000

/** What happens before a run, as numbers that the dates and numbers of its events are made of. */
interface Step {
  readonly hoursLater: number
  readonly fresh: readonly { readonly id: number; readonly version: number; readonly back: number }[]
  readonly fullRefresh: boolean
  /** How many events are delivered twice. */
  readonly repeats: number
  /** The statement of the run that fails; it goes well where there are not so many. */
  readonly failsAt: number | undefined
}

const step: fc.Arbitrary<Step> = fc.record({
  hoursLater: fc.integer({ min: 0, max: 60 }),
  fresh: fc.array(
    fc.record({ id: fc.integer({ min: 1, max: 6 }), version: fc.integer({ min: 1, max: 9 }), back: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { maxLength: 6 },
  ),
  fullRefresh: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  repeats: fc.integer({ min: 0, max: 3 }),
  failsAt: fc.option(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 40 })), { nil: undefined, freq: 3 }),
}) // biome-ignore format: a table

export interface Run extends Delivery {
  readonly failsAt: number | undefined
}

/** Runs that end with one that goes well. */
export function histories(strategy: Strategy): fc.Arbitrary<readonly Run[]> {
  return fc.array(step, { minLength: 1, maxLength: 6 }).map((steps) => toRuns(strategy, steps))
}

function toRuns(strategy: Strategy, steps: readonly Step[]): readonly Run[] {
  const events: Event[] = []
  let now = Date.parse(BEGIN) + DAY_MS / 2
  let seq = 0
  const runs = steps.map(({ hoursLater, fresh, fullRefresh, repeats, failsAt }): Run => {
    const before = now
    now += hoursLater * 3_600_000
    // Later than the lookback reaches comes only what happened on a day that was not over when the last run was.
    const reach = Math.floor(now / DAY_MS - LOOKBACK) * DAY_MS
    const open = Math.floor(before / DAY_MS) * DAY_MS
    const oldest = strategy === 'microbatch' ? Math.min(reach, open) : Date.parse(BEGIN)
    for (const { id, version, back } of fresh) {
      seq += 1
      const at = Math.max(now - back * (now - oldest), Date.parse(BEGIN))
      events.push({
        seq,
        id,
        version,
        qty: seq * 10,
        at: new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z'),
      })
    }
    return { events: [...events, ...events.slice(0, repeats)], now: new Date(now).toISOString(), fullRefresh, failsAt }
  })
  const last = runs.at(-1) as Run
  return [...runs, { ...last, fullRefresh: false, failsAt: undefined }]
}
