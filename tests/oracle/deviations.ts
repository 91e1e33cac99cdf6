/** Where Millrace means to differ from Spark: each rule with the sentence of the semantics on which it stands. */
import type { Outcome } from './run-topic.ts'

export interface DeviationCase extends Outcome {
  readonly engine: string
  readonly ours: Exclude<Outcome['ours'], { kind: 'missing' }>
}

/** Knows a program by what it holds and by how the answers differ, never by its id. */
export interface Deviation {
  readonly name: string
  readonly reason: string
  readonly applies: (one: DeviationCase) => boolean
}

export const deviations: readonly Deviation[] = []
