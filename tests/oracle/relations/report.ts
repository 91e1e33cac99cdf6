/** What the oracle prints. */
import { MillraceError } from '../../../src/index.ts'
import type { Json, TypedName } from '../nodes.ts'
import type { Judgement, Verdict } from './judge.ts'
import type { SparkAnswer } from './program.ts'

const count = (judgements: readonly Judgement[], verdict: Verdict): number =>
  judgements.filter((one) => one.verdict === verdict).length

/** `relations sqlite: 1400 equal, 50 deviate, 2 refused, 10 different of 1462` */
export function summaryLine(what: string, engine: string, judgements: readonly Judgement[]): string {
  const told = (['equal', 'deviate', 'refused', 'different'] as const).map(
    (verdict) => `${count(judgements, verdict)} ${verdict}`,
  )
  const missing = count(judgements, 'missing')
  if (missing > 0) told.push(`${missing} missing`)
  return `${what} ${engine}: ${told.join(', ')} of ${judgements.length}`
}

/** The reasons of a verdict, most frequent first. A program with several missing names counts under each. */
export function frequencies(judgements: readonly Judgement[], verdict: Verdict): readonly string[] {
  const counts = new Map<string, number>()
  for (const { verdict: of, reason } of judgements) {
    if (of !== verdict) continue
    const names = verdict === 'missing' ? (reason ?? '').split(', ') : [reason ?? '']
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([name, times]) => `  ${verdict} ${String(times).padStart(4)}  ${name}`)
}

/** A program with both answers. */
export function detail({ program, ours, verdict, reason }: Judgement): string {
  const lines = [
    `--- ${program.id}${program.about ? `: ${program.about}` : ''} (${verdict}: ${reason ?? ''})`,
    ...program.steps.map((step) => `  ${JSON.stringify(step)}`),
  ]
  if (ours.kind !== 'missing') lines.push(`  sql   ${ours.sql ?? '(none)'}`)
  if (ours.kind === 'rows') lines.push(...table('ours ', ours.answer.columns, ours.answer.rows))
  if (ours.kind === 'error') lines.push(`  ours  ${errorText(ours.error)}`)
  lines.push(...sparkLines(program.expect))
  return lines.join('\n')
}

function errorText(error: Error): string {
  const hint = error instanceof MillraceError && error.hint ? ` (${error.hint})` : ''
  const stack = error instanceof MillraceError ? '' : `\n${error.stack ?? ''}`
  return `${error.name}: ${error.message}${hint}${stack}`
}

function sparkLines(answer: SparkAnswer): readonly string[] {
  if (!('error' in answer)) {
    return table(answer.ordered ? 'spark (ordered)' : 'spark', answer.columns, answer.rows)
  }
  const lenient = answer.ansiOff ? table('spark, lenient', answer.ansiOff.columns, answer.ansiOff.rows) : []
  return [`  spark ${answer.error} (${answer.phase})`, ...lenient]
}

const SHOWN_ROWS = 40
function table(title: string, columns: readonly TypedName[], rows: readonly (readonly Json[])[]): readonly string[] {
  const shown = rows.slice(0, SHOWN_ROWS).map((row) => `    ${JSON.stringify(row)}`)
  const more = rows.length > SHOWN_ROWS ? [`    … ${rows.length} rows`] : []
  return [`  ${title} ${columns.map(([name, type]) => `${name}:${type}`).join(', ')}`, ...shown, ...more]
}

/** A judgement as `--json` writes it. */
export function plainResult(one: Judgement): object {
  const { program, ours, verdict, reason } = one
  const error = ours.kind === 'error' ? errorText(ours.error) : undefined
  const answer = ours.kind === 'rows' ? ours.answer : undefined
  const sql = ours.kind === 'missing' ? undefined : ours.sql
  return { id: program.id, verdict, reason, sql, error, answer }
}
