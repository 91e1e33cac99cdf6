import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that run for half a minute and more: begun last, one of them would keep one worker busy alone. */
const SLOW = [
  'tests/example/killed.test.ts',
  'tests/types/refused.test.ts',
  'tests/cli/types-of-models.test.ts',
  'tests/types/long-chains.test.ts',
  'tests/property/random-plans.test.ts',
  'tests/agreement/',
  'tests/engines/statements.test.ts',
  'tests/cli/run.test.ts',
  'tests/readme.test.ts',
  'tests/write/atomic.test.ts',
  'tests/cli/materialized.test.ts',
  'tests/jaffle-shop/jaffle-shop.test.ts',
  'tests/oracle/',
  'tests/runner/killed.test.ts',
  'tests/loader/graph-cache.test.ts',
  'tests/engines/torture.test.ts',
]

/** Starts the slow files first; the others in Vitest's own order. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = SLOW.findIndex((file) => moduleId.includes(file))
      return found < 0 ? SLOW.length : found
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
