import { beforeEach } from 'vitest'

/** Random numbers of a seed. */
export interface Seeded {
  readonly seed: number
  /** From 0 up to but without 1. */
  next(): number
}

/**
 * Random numbers for the tests of a file or a suite: of the seed `MILLRACE_SEED`, else of another one at each run. Every
 * test begins with the first of them, so that one alone gets what it got among the others. A test that fails says the
 * command that repeats it.
 */
export function seeded(): Seeded {
  const seed = Number(process.env.MILLRACE_SEED ?? Date.now() % 1_000_000_000)
  let state = 1
  const next = (): number => {
    // Three shifts of 32 bits reach every number but 0.
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  beforeEach(({ task, onTestFailed }) => {
    // Seeds that are near to each other must not begin alike.
    state = Math.imul(seed + 1, 0x9e3779b1) || 1
    for (let round = 0; round < 8; round += 1) next()
    onTestFailed(() =>
      console.log(
        `random numbers of seed ${seed}; the same again: MILLRACE_SEED=${seed} npx vitest run ${task.file.name}`,
      ),
    )
  })
  return { seed, next }
}
