/** What dbt selected, against what Millrace selects. */
import type { Judgement, Section } from './section.ts'
import { type Answer, ask, recordedAnswer, same } from './selectors/ask.ts'
import { excuse } from './selectors/deviations.ts'
import { projectOf } from './selectors/project.ts'
import { type RecordedCase, readSelectors } from './selectors/recorded.ts'

export const selectors: Section = {
  name: 'selectors',
  file: 'selectors.json',
  ask(file) {
    const recorded = readSelectors(file)
    const project = projectOf(recorded)
    return recorded.cases.map((one): Judgement => {
      const ours = ask(one, project)
      const dbts = recordedAnswer(one, recorded)
      const detail = () => show(one, ours, dbts)
      if (same(ours, dbts)) return { id: one.id, verdict: 'equal', detail }
      const reason = excuse(one, ours, recorded)
      return { id: one.id, verdict: reason === undefined ? 'different' : 'deviate', reason, detail }
    })
  },
}

function show({ id, select, exclude, indirect, about }: RecordedCase, ours: Answer, dbts: Answer): string {
  const lines = [`--- ${id}${about ? `: ${about}` : ''}`, `  ${JSON.stringify({ select, exclude, indirect })}`]
  if ('error' in ours || 'error' in dbts) {
    const line = (answer: Answer) => ('error' in answer ? answer.error : answer.selected.join(' '))
    return [...lines, `  ours ${line(ours)}`, `  dbt  ${line(dbts)}`].join('\n')
  }
  const less = (a: readonly string[], b: readonly string[]) => a.filter((name) => !b.includes(name)).join(' ')
  lines.push(`  more ${less(ours.selected, dbts.selected)}`, `  less ${less(dbts.selected, ours.selected)}`)
  return lines.join('\n')
}
