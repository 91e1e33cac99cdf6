import { type ExpressionNode, expressionsIn } from '../../nodes.ts'
import type { Rows } from '../compare.ts'
import type { SparkError, SparkRows, Step } from '../program.ts'
import type { Outcome } from '../run-topic.ts'

export interface DeviationCase extends Outcome {
  readonly engine: string
  readonly ours: Exclude<Outcome['ours'], { kind: 'missing' }>
}

/** Knows a program by what it holds and by how the answers differ, never by its id. */
export interface Deviation {
  readonly name: string
  /** The sentence of the semantics, or why there is none. */
  readonly reason: string
  readonly applies: (one: DeviationCase) => boolean
}

/** Our error of one of these kinds, where Spark answers. */
export function ourError({ ours, program }: DeviationCase, ...kinds: readonly string[]): Error | undefined {
  if (ours.kind !== 'error' || 'error' in program.expect) return undefined
  return kinds.includes(ours.error.name) ? ours.error : undefined
}

/** Both answers are rows. */
export function bothRows({ ours, program }: DeviationCase): { ours: Rows; spark: SparkRows } | undefined {
  if (ours.kind !== 'rows' || 'error' in program.expect) return undefined
  return { ours: ours.answer, spark: program.expect }
}

/** Spark refuses where Millrace answers. */
export function sparkRefuses({ ours, program }: DeviationCase): { spark: SparkError; ours: Rows } | undefined {
  return 'error' in program.expect && ours.kind === 'rows' ? { spark: program.expect, ours: ours.answer } : undefined
}

export const some = (value: unknown, test: (node: ExpressionNode) => boolean): boolean => {
  for (const node of expressionsIn(value)) if (test(node)) return true
  return false
}

export const stepsOf = ({ program }: DeviationCase, ...ops: readonly string[]): readonly Step[] =>
  program.steps.filter(({ op }) => ops.includes(op))
