/**
 * Random programs give what the model in memory gives, on every engine: other ones each time, of a seed that is printed.
 * `MILLRACE_SEED` repeats a run, `MILLRACE_PLANS` says how many programs; `npm run fuzz` goes on for as long as it is told.
 */
import { describe, expect, test } from 'vitest'
import { DIALECTS, freshDatabase } from '../support/databases.ts'
import { report } from './report.ts'
import { search } from './search.ts'
import { subject } from './subject.ts'

const seed = Number(process.env.MILLRACE_SEED ?? Date.now() % 1_000_000_000)
const runs = Number(process.env.MILLRACE_PLANS ?? 2000)

describe('random programs', () => {
  const databases = DIALECTS.map(freshDatabase)

  test('all engines answer as the model does', async () => {
    const again = `MILLRACE_SEED=${seed} npx vitest run tests/property/random-plans.test.ts`
    console.log(`random programs of seed ${seed}; the same again: ${again}`)
    const outcome = await search(
      databases.map(({ engine }) => subject(engine)),
      { seed, runs },
    )
    expect(outcome.found && `${again}\n${report(outcome.found)}`).toBeUndefined()
    expect(outcome.programs).toBe(runs)
    // Most programs must have an answer, or nothing was compared.
    expect(outcome.compared).toBeGreaterThan(runs * 0.8)
  }, 600_000)
})
