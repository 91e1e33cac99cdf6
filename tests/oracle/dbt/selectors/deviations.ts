/** Where Millrace selects something else than dbt, and means to. */

import { type Asked, withNamesOfDbt, withUnitTests } from './as-dbt.ts'
import { type Answer, ask, recordedAnswer, same } from './ask.ts'
import { isName, type Word, wordsOf } from './atoms.ts'
import { type AsDbt, projectOf } from './project.ts'
import type { RecordedCase, RecordedSelectors } from './recorded.ts'

/** A thing that dbt reads in another way. It excuses a case where dbt's reading of it gives dbt's answer. */
interface Reading {
  readonly reason: string
  readonly concerns: (one: RecordedCase, recorded: RecordedSelectors) => boolean
  readonly respell?: (asked: Asked) => Asked
  readonly as?: AsDbt
}

const some = (one: RecordedCase, test: (word: Word) => boolean): boolean => wordsOf(one).some(test)
const asksState = (one: RecordedCase): boolean => some(one, ({ method }) => method === 'state')

const READINGS: readonly Reading[] = [
  {
    reason: 'wildcards match bare names too',
    concerns: (one) => some(one, (word) => isName(word) && /[*?[]/.test(word.value)),
    respell: withNamesOfDbt,
  },
  {
    reason: 'a project is one package, and no name begins with it',
    concerns: (one, { nodes }) => some(one, (word) => isName(word) && word.value.split('.')[0] === nodes[0]?.fqn[0]),
    respell: withNamesOfDbt,
  },
  {
    reason: 'unit tests run in vitest, without a graph: they are no nodes',
    concerns: (one, { nodes }) =>
      some(
        one,
        ({ method, value }) =>
          value === 'unit_test' ||
          (method === 'test_type' && value === 'unit') ||
          nodes.some((node) => node.resource_type === 'unit_test' && node.name === value),
      ),
    respell: withUnitTests,
  },
  {
    reason: 'a change of comments or white space is none',
    concerns: asksState,
    as: { bodiesByText: true },
  },
  {
    reason: 'a node that moves to another folder is a new one',
    concerns: asksState,
    as: { movedIsSame: true },
  },
]

/** Refusals: one of the two does not answer at all. */
const REFUSALS: readonly {
  readonly reason: string
  readonly excuses: (one: RecordedCase, ours: Answer) => boolean
}[] = [
  {
    reason: 'owner: is a method',
    excuses: (one, ours) =>
      one.error !== undefined && !('error' in ours) && some(one, ({ method }) => method === 'owner'),
  },
  {
    reason: 'before the first run there is a state too: everything is new',
    excuses: (one, ours) => one.error !== undefined && !('error' in ours) && !one.state && asksState(one),
  },
  {
    reason: 'a result that there is not is an error',
    excuses: (one, ours) =>
      one.error === undefined &&
      'error' in ours &&
      some(one, ({ method, value }) => method === 'result' && !RESULTS.includes(value)),
  },
]
const RESULTS = ['success', 'error', 'skipped', 'fail', 'warn', 'pass', 'partial success', 'runtime error']

/** Why an answer may differ from dbt's; undefined where nothing excuses it. */
export function excuse(one: RecordedCase, ours: Answer, recorded: RecordedSelectors): string | undefined {
  if (one.dbt_specific !== undefined) return `no counterpart: ${one.dbt_specific}`
  const refusal = REFUSALS.find((rule) => rule.excuses(one, ours))
  if (refusal !== undefined) return refusal.reason
  const readings = READINGS.filter(({ concerns }) => concerns(one, recorded))
  const enough = subsets(readings).find((some) => givesAnswerOfDbt(one, recorded, some))
  return enough?.map(({ reason }) => reason).join('; ')
}

function givesAnswerOfDbt(one: RecordedCase, recorded: RecordedSelectors, readings: readonly Reading[]): boolean {
  const asked = readings.reduce<Asked>((before, { respell }) => respell?.(before) ?? before, { one, recorded })
  const as: AsDbt = Object.assign({}, ...readings.map((reading) => reading.as))
  return same(ask(asked.one, projectOf(asked.recorded, as)), recordedAnswer(one, asked.recorded))
}

/** All but the empty one, small ones first. */
function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  const found: T[][] = [[]]
  for (const one of all) found.push(...found.map((some) => [...some, one]))
  return found.slice(1).sort((a, b) => a.length - b.length)
}
