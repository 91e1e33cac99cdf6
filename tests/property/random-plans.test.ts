/**
 * Random programs give what the model in memory gives, on every engine. `MILLRACE_SEED` repeats a run,
 * `MILLRACE_PLANS` says how many programs; `npm run fuzz` goes on for as long as it is told.
 */
import { describe, expect, test } from 'vitest'
import { DIALECTS, freshDatabase } from '../support/databases.ts'
import { report } from './report.ts'
import { search } from './search.ts'
import { subject } from './subject.ts'

// One seed for every run, so that a change is judged by the same programs; `npm run fuzz` looks for new ones.
const seed = Number(process.env.MILLRACE_SEED ?? 5)
const runs = Number(process.env.MILLRACE_PLANS ?? 2000)

describe('random programs', () => {
  const databases = DIALECTS.map(freshDatabase)

  test('all engines answer as the model does', async () => {
    console.log(`random programs: seed ${seed}`)
    const outcome = await search(
      databases.map(({ engine }) => subject(engine)),
      { seed, runs },
    )
    expect(outcome.found && `seed ${seed}\n${report(outcome.found)}`).toBeUndefined()
    expect(outcome.programs).toBe(runs)
    // Most programs must have an answer, or nothing was compared.
    expect(outcome.compared).toBeGreaterThan(runs * 0.8)
  }, 600_000)
})
