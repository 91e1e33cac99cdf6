import { readFileSync } from 'node:fs'
import type { Cell, Row, Rules, Source } from '../../../materialize/snapshot/model.ts'

type Columns = readonly (readonly [name: string, type: string])[]

interface Recorded {
  readonly clock: Readonly<Record<string, string>>
  readonly scenarios: readonly {
    readonly id: string
    readonly key: readonly string[]
    readonly strategy: 'timestamp' | 'check'
    readonly updated_at?: string
    readonly check?: readonly string[] | 'all'
    readonly hard_deletes: 'ignore' | 'invalidate' | 'new_record'
    readonly dbt_specific?: unknown
    readonly columns: Columns
    readonly steps: readonly { readonly rows: readonly (readonly Cell[])[]; readonly columns?: Columns }[]
    readonly expect: readonly {
      readonly rows: readonly (readonly Cell[])[]
      readonly columns?: Columns
      readonly error?: { readonly kind: string; readonly message: string }
    }[]
  }[]
}

/** One run of a snapshot: what the source was, when it was, and the table that dbt left. */
export interface Step {
  readonly source: Source
  readonly now: string
  readonly expected: { readonly columns: Columns; readonly rows: readonly Row[]; readonly failed: boolean }
}

export interface Case {
  readonly id: string
  readonly rules: Rules
  readonly steps: readonly Step[]
  readonly hasNoCounterpart: boolean
}

const HARD_DELETES = { ignore: 'ignore', invalidate: 'invalidate', new_record: 'newRecord' } as const

export function loadCases(file: string): readonly Case[] {
  const { clock, scenarios } = JSON.parse(readFileSync(file, 'utf8')) as Recorded
  // A word stands for the time of a run where it could be one.
  const cell = (value: Cell): Cell => (typeof value === 'string' && clock[value] !== undefined ? clock[value] : value)
  return scenarios.map((scenario): Case => {
    let columns: Columns = []
    return {
      id: scenario.id,
      rules: {
        key: scenario.key,
        strategy: scenario.strategy,
        updatedAt: scenario.updated_at,
        checked: scenario.check ?? 'all',
        hardDeletes: HARD_DELETES[scenario.hard_deletes],
      },
      steps: scenario.steps.map((step, index): Step => {
        const expected = scenario.expect[index]
        const now = clock[`run${index + 1}`]
        if (expected === undefined || now === undefined)
          throw new Error(`${scenario.id}: step ${index + 1} has no answer`)
        columns = expected.columns ?? columns
        const of = step.columns ?? scenario.columns
        return {
          source: { columns: of, rows: step.rows.map((row) => record(of, row)) },
          now,
          expected: {
            columns,
            rows: expected.rows.map((row) => record(columns, row.map(cell))),
            failed: expected.error !== undefined,
          },
        }
      }),
      hasNoCounterpart: scenario.dbt_specific !== undefined,
    }
  })
}

const record = (columns: Columns, row: readonly Cell[]): Row =>
  Object.fromEntries(columns.map(([name], index) => [name, row[index] ?? null]))
