/** What tests of data answer: the cases of `tests.json`, on every engine. */
import type { Engine } from '../../../src/engine/engine.ts'
import { InvalidArgument, InvalidValue, TypeMismatch, UnknownColumn } from '../../../src/index.ts'
import type { Judgement, Section } from './section.ts'
import { type Answer, askCase } from './tests/ask.ts'
import { type Case, loadCases, type StoredRows } from './tests/cases.ts'

export const tests: Section = {
  name: 'tests',
  file: 'tests.json',
  async askOn(file, _, engine) {
    const judgements: Judgement[] = []
    for (const [place, one] of loadCases(file).entries()) judgements.push(await judge(one, place, engine))
    return judgements
  },
}

async function judge(one: Case, place: number, engine: Engine): Promise<Judgement> {
  const answer = await askCase(one, place, engine)
  if (agrees(one, answer)) return { id: one.id, verdict: 'equal' }
  const rule = RULES.find(({ holds }) => holds(one, answer))
  const detail = () => `${one.id}: dbt ${JSON.stringify(one.expect)}\n  Millrace ${shown(answer)}`
  return { id: one.id, verdict: rule ? 'deviate' : 'different', reason: rule?.reason, detail }
}

function agrees({ expect }: Case, { verdict, error, stored }: Answer): boolean {
  if (expect.status === 'error')
    return expect.error === 'missing_column' ? error instanceof UnknownColumn : error !== undefined
  if (verdict?.status !== expect.status || verdict.failures !== expect.failures) return false
  return expect.stored === undefined || sameRows(expect.stored, stored)
}

/** The same columns, and the same rows in any order. */
function sameRows(a: StoredRows | null, b: StoredRows | null): boolean {
  if (a === null || b === null) return a === b
  const rows = (table: StoredRows) => table.rows.map((row) => JSON.stringify(row)).sort()
  return JSON.stringify([a.columns, rows(a)]) === JSON.stringify([b.columns, rows(b)])
}

/** Where Millrace means to answer otherwise; told by what a case holds. */
const RULES: readonly { readonly reason: string; holds(one: Case, answer: Answer): boolean }[] = [
  {
    reason: "failures are the failing rows: dbt's fail_calc has no counterpart",
    holds: ({ config }) => config?.fail_calc !== undefined,
  },
  {
    reason: 'the case is marked as having no counterpart',
    holds: (one) => 'dbt_specific' in one,
  },
  {
    reason: 'a threshold compares the failures with a number: it is no SQL',
    holds: ({ config }, { error }) =>
      error instanceof InvalidArgument &&
      [config?.warn_if, config?.error_if].some((text) => /[^\d\s.<>=!-]/.test(text ?? '')),
  },
  {
    reason: 'values are bindings: a quote in one is a character',
    holds: ({ args, expect }, { verdict }) =>
      expect.status === 'error' &&
      verdict !== undefined &&
      (args?.values ?? []).some((one) => String(one).includes("'")),
  },
  {
    reason: 'nothing is cast silently: what is compared must be of one kind',
    holds: (one, { error }) =>
      (error instanceof TypeMismatch || error instanceof InvalidValue) && comparesOtherKinds(one),
  },
  {
    reason: 'which of the failing rows a limit keeps, no order says',
    holds: ({ config, expect }, { verdict, stored }) =>
      config?.limit !== undefined &&
      verdict?.failures === expect.failures &&
      verdict?.status === expect.status &&
      stored?.rows.length === expect.stored?.rows.length,
  },
]

/** Whether the tested column is of another kind than the values, or the other column, that it is compared with. */
function comparesOtherKinds({ column, columns, args, parent }: Case): boolean {
  const type = columns.find(([name]) => name === column)?.[1]
  const other = parent?.columns.find(([name]) => name === args?.field)?.[1]
  if (other !== undefined) return other !== type
  return (args?.values ?? []).some((value) => (typeof value === 'string') !== (type === 'string'))
}

const shown = ({ verdict, error, stored }: Answer): string =>
  error === undefined
    ? JSON.stringify({ status: verdict?.status, failures: verdict?.failures, message: verdict?.message, stored })
    : String(error)
