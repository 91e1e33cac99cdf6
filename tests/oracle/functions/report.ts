/** What the oracle prints of functions. */
import { MillraceError } from '../../../src/index.ts'
import { type FunctionFile, isOperator } from './cases.ts'
import type { Judgement, Verdict } from './judge.ts'

/** The judgements of one function's answers. */
export interface Judged {
  readonly file: FunctionFile
  readonly judgements: readonly Judgement[]
}

const VERDICTS = ['equal', 'aside', 'deviate', 'refused', 'different', 'missing'] as const

type Counts = Readonly<Record<Verdict, number>>

function countsOf(judgements: readonly Judgement[]): Counts {
  const counts = { equal: 0, aside: 0, deviate: 0, refused: 0, different: 0, missing: 0 }
  for (const { verdict } of judgements) counts[verdict] += 1
  return counts
}

/** Every answer equal; what is set aside or stands under a † of the semantics spoils nothing. */
export const fullyEqual = (judgements: readonly Judgement[]): boolean =>
  judgements.every(({ verdict, excused }) => verdict === 'equal' || excused)

/** One line a function: how many answers of each verdict on each engine; ✓ where it is fully equal. */
export function matrix(results: ReadonlyMap<string, readonly Judged[]>): readonly string[] {
  const engines = [...results.keys()]
  const first = [...results.values()][0] ?? []
  const width = Math.max(8, ...first.map(({ file }) => file.function.length))
  const shown = VERDICTS.filter(
    (verdict) =>
      verdict !== 'missing' ||
      [...results.values()].flat().some(({ judgements }) => judgements.some((one) => one.verdict === 'missing')),
  )
  const heading = shown.map((verdict) => verdict.slice(0, 7).padStart(8)).join('')
  const line = ({ file }: Judged, index: number) => {
    const cells = engines.map((engine) => {
      const { judgements } = (results.get(engine) as readonly Judged[])[index] as Judged
      const counts = countsOf(judgements)
      const told = shown.map((verdict) => String(counts[verdict] || '·').padStart(8)).join('')
      return `${told} ${fullyEqual(judgements) ? '✓' : ' '}`
    })
    return `${file.function.padEnd(width)} ${cells.join(' │')}`
  }
  return [
    `${''.padEnd(width)} ${engines.map((engine) => engine.padStart(heading.length).concat('  ')).join(' │')}`,
    `${'function'.padEnd(width)} ${engines.map(() => `${heading}  `).join(' │')}`,
    ...first.map(line),
  ]
}

/** `functions sqlite: 300 of 339 functions fully equal; rows: …`, and before it the same of operators. */
export function summaryLines(engine: string, judged: readonly Judged[]): readonly string[] {
  const line = (what: string, some: readonly Judged[]): readonly string[] => {
    if (some.length === 0) return []
    const all = some.flatMap(({ judgements }) => judgements)
    const { equal, aside, deviate, refused, different, missing } = countsOf(all)
    const full = some.filter(({ judgements }) => fullyEqual(judgements)).length
    const lacking = missing > 0 ? `, ${missing} missing` : ''
    return [
      `${what} ${engine}: ${full} of ${some.length} ${what} fully equal; rows: ${equal} equal, ${aside} set aside, ${deviate} deviate, ${refused} refused, ${different} different${lacking} of ${all.length}`,
    ]
  }
  return [
    ...line(
      'operators',
      judged.filter(({ file }) => isOperator(file)),
    ),
    ...line(
      'functions',
      judged.filter(({ file }) => !isOperator(file)),
    ),
  ]
}

/** How often each reason of a verdict occurs, most frequent first. */
export function frequencies(judged: readonly Judged[], verdict: Verdict): readonly string[] {
  const counts = new Map<string, number>()
  for (const { judgements } of judged) {
    for (const one of judgements) {
      if (one.verdict === verdict) counts.set(one.reason ?? '', (counts.get(one.reason ?? '') ?? 0) + 1)
    }
  }
  return [...counts]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([reason, times]) => `  ${verdict} ${String(times).padStart(5)}  ${reason}`)
}

const SHOWN = 8

/** The answers of a function that differ, by case, with both answers; at most some of each case. */
export function details({ judgements }: Judged, engine: string): readonly string[] {
  const byCase = new Map<string, Judgement[]>()
  for (const one of judgements.filter(({ verdict }) => verdict === 'different')) {
    const others = byCase.get(one.one.id)
    if (others) others.push(one)
    else byCase.set(one.one.id, [one])
  }
  return [...byCase.values()].flatMap((all) => {
    const [{ one, ours }] = all as [Judgement]
    const more = all.length > SHOWN ? [`    … ${all.length} answers`] : []
    return [
      `--- ${one.id} on ${engine}: ${one.about} (${one.type ?? one.types?.join(', ')})`,
      `    ${JSON.stringify(one.expr)}`,
      `    sql   ${ours?.sql ?? '(none)'}`,
      ...all.slice(0, SHOWN).map(answerLine),
      ...more,
    ]
  })
}

function answerLine({ unit, spark, ours, reason }: Judgement): string {
  const input = unit.rows
    .slice(0, SHOWN)
    .map((row) => JSON.stringify(row))
    .join(' ')
  const more = unit.rows.length > SHOWN ? ` … ${unit.rows.length} rows` : ''
  const told = ours?.kind === 'error' ? errorText(ours.error) : JSON.stringify(ours?.rows)
  return `    ${reason}: ${input}${more} → ours ${told} · spark ${JSON.stringify(spark)}`
}

function errorText(error: Error): string {
  const hint = error instanceof MillraceError && error.hint ? ` (${error.hint})` : ''
  return `${error.name}: ${error.message}${hint}${error instanceof MillraceError ? '' : `\n${error.stack ?? ''}`}`
}

/** The judgements of a function as `--json` writes them: everything that is not equal with both answers. */
export function plainResult({ file, judgements }: Judged): object {
  const unequal = judgements
    .filter(({ verdict }) => verdict !== 'equal')
    .map(({ verdict, reason, excused, one, unit, spark, ours }) => ({
      id: one.id,
      verdict,
      reason,
      excused,
      input: unit.rows,
      spark,
      ours: ours?.kind === 'rows' ? ours.rows : ours && errorText(ours.error),
    }))
  return {
    function: file.function,
    group: file.group,
    fullyEqual: fullyEqual(judgements),
    ...countsOf(judgements),
    unequal,
  }
}
