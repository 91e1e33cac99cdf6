import { CHOICES } from '../property/generate/choices.ts'

/** Numbers that look like chance, for choices; the same for the same seed. */
export function numbers(seed: number, count: number): readonly number[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * CHOICES)
  })
}
