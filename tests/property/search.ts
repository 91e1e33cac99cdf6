/** Looks for a program on which the engines and the reference model part. */
import fc from 'fast-check'
import { type Difference, differenceOn } from './check.ts'
import { CHOICES, choices } from './generate/choices.ts'
import { makeProgram, type StepChoices } from './generate/program.ts'
import { type World, world } from './generate/worlds.ts'
import { type Failure, withFewerRows } from './shrink.ts'
import type { Subject } from './subject.ts'

const number = fc.noBias(fc.nat(CHOICES - 1))
const step: fc.Arbitrary<StepChoices> = fc.record({
  verb: number,
  numbers: fc.array(number, { minLength: 12, maxLength: 40, size: 'max' }),
})
/** The choices of a program of one to eight verbs. */
export const program = fc.array(step, { minLength: 1, maxLength: 8, size: 'max' })

/** So many different sets of tables are made of a seed; programs share them. */
const WORLDS = 24

export function worldsOf(seed: number): readonly World[] {
  const numbers = fc.array(number, { minLength: 250, maxLength: 250, size: 'max' })
  return fc.sample(numbers, { seed, numRuns: WORLDS }).map((list) => world(choices(list)))
}

export interface Found {
  readonly failure: Failure
  readonly differences: readonly Difference[]
}

export interface Search {
  readonly seed: number
  readonly runs: number
  /** Stops early at this time, in milliseconds since the epoch. */
  readonly until?: number
}

export interface Outcome {
  /** How many programs were asked. */
  readonly programs: number
  /** How many of them had an answer to compare: the others only had to fail in a sensible way. */
  readonly compared: number
  readonly found: Found | undefined
}

/** What fails a property; any other error is a mistake in the model. */
class Differs extends Error {}

/** Random programs on random tables, until one differs or enough were asked. The program found is the smallest. */
export async function search(subjects: readonly Subject[], { seed, runs, until }: Search): Promise<Outcome> {
  const worlds = worldsOf(seed)
  let [programs, compared] = [0, 0]
  const property = fc.asyncProperty(fc.nat(WORLDS - 1), program, async (place, chosen) => {
    const tables = worlds[place] as World
    const made = makeProgram(tables, chosen)
    programs += 1
    if (made.answer) compared += 1
    const differences = await Promise.all(subjects.map((subject) => differenceOn(subject, tables, made)))
    if (differences.some((difference) => difference !== undefined)) throw new Differs()
  })
  const limit = until === undefined ? {} : { interruptAfterTimeLimit: Math.max(1, until - Date.now()) }
  const result = await fc.check(property, { seed, numRuns: runs, ...limit, markInterruptAsFailure: false })
  if (result.failed && !(result.errorInstance instanceof Differs)) throw result.errorInstance
  if (!result.failed || !result.counterexample) return { programs, compared, found: undefined }
  const [place, chosen] = result.counterexample
  const tables = worlds[place] as World
  const failure = await withFewerRows(subjects, { world: tables, made: makeProgram(tables, chosen) })
  const all = await Promise.all(subjects.map((subject) => differenceOn(subject, failure.world, failure.made)))
  return { programs, compared, found: { failure, differences: all.filter((one) => one !== undefined) } }
}
