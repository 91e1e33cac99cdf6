/** What the sections of dbt's recorded answers share. */
import type { Engine } from '../../../src/engine/engine.ts'
import type { EngineName } from '../engines.ts'

/**
 * `equal`: the same answer. `deviate`: another one, that a rule asks for. `different`: another one that nothing excuses.
 */
export type Verdict = 'equal' | 'deviate' | 'different'

/** What came of one case. */
export interface Judgement {
  readonly id: string
  readonly verdict: Verdict
  /** Of a deviation the rule, in words that name no case. */
  readonly reason?: string | undefined
  /** The case with both answers, for `--verbose`; asked for only where it is printed. */
  readonly detail?: (() => string) | undefined
}

/** A kind of recorded answers: a file of the folder, or a part of one. */
export interface Section {
  /** As in `--only`, and in the line that is printed. */
  readonly name: string
  /** File of the folder that holds its cases. */
  readonly file: string
  /** Judges all cases, without any database. */
  ask?(file: string): Promise<readonly Judgement[]> | readonly Judgement[]
  /** Judges all cases on one engine, which is empty at first. A section has this or `ask`. */
  askOn?(file: string, name: EngineName, engine: Engine): Promise<readonly Judgement[]>
}

/** `dbt snapshots sqlite: 118 equal, 2 deviate, 0 different of 120` */
export function summaryLine(title: string, judgements: readonly Judgement[]): string {
  const told = (['equal', 'deviate', 'different'] as const).map(
    (verdict) => `${judgements.filter((one) => one.verdict === verdict).length} ${verdict}`,
  )
  return `dbt ${title}: ${told.join(', ')} of ${judgements.length}`
}

/** The rules that asked for deviations, the most frequent first. */
export function reasons(judgements: readonly Judgement[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { verdict, reason = 'without a reason' } of judgements) {
    if (verdict === 'deviate') counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([reason, times]) => `  deviate ${String(times).padStart(4)}  ${reason}`)
}
