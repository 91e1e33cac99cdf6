/** Reads the arguments of sample and randomSplit. */
import { randomInt } from 'node:crypto'
import { describeValue } from '../column/expression-column.ts'
import { InvalidArgument } from '../errors/index.ts'
import type { SampleKeep } from '../plan/relation.ts'

/** A rule of choice and the seed that it starts from. */
interface Sampling {
  readonly seed: string
  readonly keep: SampleKeep
}

export function sampleArgument(given: unknown, seed: unknown): Sampling {
  const options =
    typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : { fraction: given, seed }
  const { fraction, withReplacement = false } = options as { fraction?: unknown; withReplacement?: unknown }
  if (typeof withReplacement !== 'boolean')
    throw new InvalidArgument(`sample: withReplacement is true or false, not ${describeValue(withReplacement)}`)
  const most = withReplacement ? MOST_COPIES : 1
  if (typeof fraction !== 'number' || !(fraction >= 0 && fraction <= most)) {
    throw new InvalidArgument(`sample takes a fraction from 0 to ${most}, not ${describeValue(fraction)}`, {
      hint: withReplacement ? undefined : 'for more rows than there are: sample({ fraction, withReplacement: true })',
    })
  }
  const keep: SampleKeep = withReplacement
    ? { kind: 'copies', thresholds: copyThresholds(fraction) }
    : { kind: 'range', from: 0, to: fraction }
  return { seed: seedArgument(options.seed, 'sample'), keep }
}

/** One rule for each weight: the parts meet and overlap nowhere. */
export function splitArgument(weights: unknown, seed: unknown): readonly Sampling[] {
  const fits = (weight: unknown): weight is number => typeof weight === 'number' && weight >= 0 && weight < Infinity
  if (!Array.isArray(weights) || !weights.every(fits) || !weights.some((weight) => weight > 0)) {
    throw new InvalidArgument(`randomSplit takes a list of weights from 0, not ${describeValue(weights)}`, {
      hint: 'randomSplit([0.8, 0.2], seed)',
    })
  }
  const drawn = seedArgument(seed, 'randomSplit')
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  const ends = weights.map((weight) => {
    sum += weight
    return Math.min(1, sum / total)
  })
  // Whatever rounding leaves at the end belongs to the last part that has a weight.
  const last = weights.findLastIndex((weight) => weight > 0)
  return ends.map((to, part) => ({
    seed: drawn,
    keep: { kind: 'range', from: part > last ? 1 : (ends[part - 1] ?? 0), to: part >= last ? 1 : to },
  }))
}

/** Without a seed one is drawn, once: what is derived from the frame sees the same rows. */
function seedArgument(seed: unknown, verb: string): string {
  if (seed === undefined) return String(randomInt(2 ** 47))
  if (typeof seed === 'bigint' || (typeof seed === 'number' && Number.isSafeInteger(seed))) return String(seed)
  throw new InvalidArgument(`${verb} takes a whole number as seed, not ${describeValue(seed)}`)
}

/** Each row is there on average so many times at most: beyond it the list of thresholds would grow long. */
const MOST_COPIES = 100

/**
 * How often a row comes back in a sample with replacement follows Poisson's law: once where its fraction reaches the
 * first number, twice where it reaches the second …
 */
function copyThresholds(mean: number): readonly number[] {
  const thresholds: number[] = []
  let probability = Math.exp(-mean)
  let sum = probability
  while (sum < 1 && probability > 0) {
    thresholds.push(sum)
    probability *= mean / thresholds.length
    if (sum + probability === sum && thresholds.length > mean) break
    sum += probability
  }
  return thresholds
}
