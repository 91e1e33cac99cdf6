import { fill } from '../fragment.ts'
import type { Spelling } from '../spelling.ts'

/** An aggregate of ours that keeps one state for a group, and as many as it takes for the frame of a window. */
export const ours =
  (name: string, args = '$*'): Spelling =>
  (given, { window }) =>
    fill(`millrace_${name}${window ? '_over' : ''}(${args})`, given)
