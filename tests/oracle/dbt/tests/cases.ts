/** The recorded tests of dbt, and what Millrace makes of them. */
import { readFileSync } from 'node:fs'
import type { ColumnTests, ModelTest, TestOptions } from '../../../../src/check/declare.ts'
import type { ModelRef } from '../../../../src/check/model-ref.ts'
import type { Condition } from '../../../../src/column/column.ts'
import type { AnyRow } from '../../../../src/column/values.ts'
import { and, type Column } from '../../../../src/index.ts'
import type { Json } from '../../nodes.ts'

type ColumnTypes = readonly (readonly [name: string, type: string])[]
type Rows = readonly (readonly Json[])[]
/** `[column, op, value]`, joined by and. */
export type Comparisons = readonly (readonly [column: string, operator: string, value: Json])[]

export interface StoredRows {
  readonly columns: ColumnTypes
  readonly rows: Rows
}

export interface Case {
  readonly id: string
  readonly about?: string
  readonly test: 'unique' | 'not_null' | 'accepted_values' | 'relationships' | 'singular'
  readonly column?: string
  readonly args?: { readonly values?: readonly Json[]; readonly to?: string; readonly field?: string }
  readonly bad_rows?: Comparisons
  readonly config?: {
    readonly where?: Comparisons
    readonly limit?: number
    readonly severity?: 'error' | 'warn'
    readonly warn_if?: string
    readonly error_if?: string
    readonly store_failures?: boolean
    readonly fail_calc?: string
  }
  readonly columns: ColumnTypes
  readonly rows: Rows
  readonly parent?: { readonly name?: string; readonly columns: ColumnTypes; readonly rows: Rows }
  readonly expect: {
    readonly status: 'pass' | 'warn' | 'fail' | 'error'
    readonly failures?: number
    readonly error?: string
    readonly stored?: StoredRows | null
  }
}

export function loadCases(file: string): readonly Case[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Case[] }).cases
}

/** The options of a model that declare the test. `parent` is the model that a relationship points to. */
export function declarations(
  { test, column = '', args, bad_rows: badRows, config = {} }: Case,
  parent: ModelRef<unknown>,
): { readonly tests?: ColumnTests<AnyRow>; readonly modelTests?: readonly ModelTest<AnyRow>[] } {
  const { where, limit, severity, warn_if: warnIf, error_if: errorIf, store_failures: storeFailures } = config
  const options: TestOptions<AnyRow> = {
    ...(where && { where: (columns) => condition(columns, where) }),
    ...(limit !== undefined && { limit }),
    ...(severity && { severity }),
    ...(warnIf !== undefined && { warnIf }),
    ...(errorIf !== undefined && { errorIf }),
    ...(storeFailures !== undefined && { storeFailures }),
  }
  switch (test) {
    case 'unique':
      return { tests: { [column]: [{ unique: true, ...options }] } }
    case 'not_null':
      return { tests: { [column]: [{ notNull: true, ...options }] } }
    case 'accepted_values':
      return { tests: { [column]: [{ acceptedValues: args?.values ?? [], ...options }] } }
    case 'relationships':
      return { tests: { [column]: [{ references: [parent, args?.field ?? ''], ...options }] } }
    case 'singular': {
      const rows = (frame: AnyRow) => frame.filter((columns: AnyRow) => condition(columns, badRows ?? []))
      return { modelTests: [{ name: 'singular', rows, ...options }] }
    }
    default:
      return test satisfies never
  }
}

const OPERATORS = { '=': 'eq', '!=': 'ne', '<>': 'ne', '>': 'gt', '>=': 'gte', '<': 'lt', '<=': 'lte' } as const

function condition(columns: AnyRow, comparisons: Comparisons): Condition {
  const [first, ...others] = comparisons.map(([name, operator, value]) => {
    const method = OPERATORS[operator as keyof typeof OPERATORS]
    if (method === undefined) throw new Error(`no operator ${operator}`)
    return (columns[name] as Column<unknown>)[method](value) as Condition
  })
  if (first === undefined) throw new Error('a condition needs a comparison')
  return others.length === 0 ? first : and(first, ...others)
}
