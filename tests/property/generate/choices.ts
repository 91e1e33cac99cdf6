/** Decisions read from a list of numbers: where the list ends, the simplest ones. Smaller numbers choose simpler things. */

/** One more than the largest number of a list of choices. */
export const CHOICES = 1000

export interface Choices {
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number
  /** True once in `times`; false where the list has ended. */
  once(times: number): boolean
  pick<T>(from: readonly T[]): T
  /** Some of the values, at least `least`, in their order. */
  some<T>(from: readonly T[], least: number): readonly T[]
}

export function choices(numbers: readonly number[]): Choices {
  let at = 0
  const below = (count: number): number => {
    const number = numbers[at] ?? 0
    at += 1
    return Math.floor((number * count) / CHOICES)
  }
  const once = (times: number) => below(times) === times - 1 && times > 1
  return {
    below,
    once,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    some: (from, least) => {
      const kept = from.filter(() => below(2) === 1)
      return kept.length >= least ? kept : from.slice(0, least)
    },
  }
}
