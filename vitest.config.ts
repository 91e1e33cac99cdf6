import { defineConfig } from 'vitest/config'
import { SlowestFirst } from './tests/support/slowest-first.ts'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/matrix/reporter.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    // Two cores are the least that tests of threads, processes and servers run well on.
    maxWorkers: 2,
    // Of a second that a file took to import the library, all files but the first of a worker are spared.
    isolate: false,
    sequence: { sequencer: SlowestFirst },
    testTimeout: 60_000,
    hookTimeout: 30_000,
  },
})
