/** What builds with tests do: the projects of `tests.json`, built by the command line. */

import type { Build, Expected } from './builds/recorded.ts'
import { readBuilds } from './builds/recorded.ts'
import { type Answer, runBuilds } from './builds/run.ts'
import type { Judgement, Section } from './section.ts'

export const builds: Section = {
  name: 'builds',
  file: 'tests.json',
  async ask(file) {
    const recorded = readBuilds(file)
    const answers = await runBuilds(recorded)
    return recorded.map((one, place): Judgement => {
      const ours = answers[place] ?? []
      const asked = [one.expect, ...(one.then ? [one.then.expect] : [])]
      const equal = asked.length === ours.length && asked.every((expected, at) => same(expected, ours[at]))
      const detail = () => show(one, ours)
      if (equal) return { id: one.id, verdict: 'equal', detail }
      const reason = RULES.find(({ holds }) => holds(one, ours))?.reason
      return { id: one.id, verdict: reason === undefined ? 'different' : 'deviate', reason, detail }
    })
  },
}

function same({ exit, statuses }: Expected, answer: Answer | undefined): boolean {
  return answer?.exit === exit && inOrder(statuses) === inOrder(answer.statuses)
}

const inOrder = (statuses: Answer['statuses']): string =>
  JSON.stringify(Object.entries(statuses).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Where Millrace means to do otherwise; told by what a case holds, and what came of it. */
const RULES: readonly { readonly reason: string; holds(one: Build, answers: readonly Answer[]): boolean }[] = [
  {
    reason: 'nothing selected is a mistake: exit 2',
    holds: ({ expect }, [answer]) =>
      answer?.exit === 2 && Object.keys({ ...expect.statuses, ...answer.statuses }).length === 0,
  },
  {
    reason: 'unit tests need no database: they run with the tests of the code, before any build',
    holds: ({ unit_tests: unit }) => unit !== undefined,
  },
  {
    reason: 'an option of dbt that there is not',
    holds: (_, answers) => answers.some(({ unknown }) => unknown !== undefined),
  },
  {
    reason: 'a seed is kept while neither its file nor its schema change',
    holds: ({ nodes, expect }, [answer]) =>
      answer !== undefined &&
      same(expect, { ...answer, statuses: keptAsLoaded(answer.statuses) }) &&
      nodes.every(({ name, type }) => answer.statuses[name] !== 'kept' || type === 'seed'),
  },
]

const keptAsLoaded = (statuses: Answer['statuses']): Answer['statuses'] =>
  Object.fromEntries(Object.entries(statuses).map(([name, how]) => [name, how === 'kept' ? 'success' : how]))

function show(one: Build, answers: readonly Answer[]): string {
  const line = ({ exit, statuses }: { exit: number | null; statuses: Answer['statuses'] }) =>
    `exit ${exit} ${inOrder(statuses)}`
  const asked = [
    [one.command, one.expect],
    ...(one.then ? [[one.then.command, one.then.expect] as const] : []),
  ] as const
  return [
    `--- ${one.id}: ${one.about ?? ''}`,
    ...asked.flatMap(([command, expected], at) => {
      const answer = answers[at]
      return [`  ${command}`, `    dbt  ${line(expected)}`, `    ours ${answer ? line(answer) : 'no answer'}`]
    }),
  ].join('\n')
}
