import { builds } from './builds.ts'
import { incremental } from './incremental.ts'
import type { Section } from './section.ts'
import { selectors } from './selectors.ts'
import { snapshots } from './snapshots.ts'
import { tests } from './tests.ts'

/** In the order in which they are asked. */
export const SECTIONS: readonly Section[] = [selectors, snapshots, incremental, tests, builds]
