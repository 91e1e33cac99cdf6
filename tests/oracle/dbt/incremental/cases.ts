import { readFileSync } from 'node:fs'
import type { Building } from '../../../materialize/incremental/building.ts'
import type { Cell, Columns, Row, Rules } from '../../../materialize/incremental/model.ts'

interface Recorded {
  readonly scenarios: readonly {
    readonly id: string
    readonly strategy?: string
    readonly unique_key?: string | readonly string[] | null
    readonly on_schema_change?: string
    readonly filter?: { readonly column: string; readonly op: '>' | '>='; readonly minus_hours?: number }
    readonly predicate?: unknown
    readonly config?: {
      readonly merge_update_columns?: readonly string[]
      readonly merge_exclude_columns?: readonly string[]
      readonly full_refresh?: boolean
    }
    readonly before?: 'view' | { readonly table: readonly (readonly Cell[])[] }
    readonly compute?: readonly (readonly [
      name: string,
      { readonly cast: { readonly col: string }; readonly to: string },
    ])[]
    readonly microbatch?: {
      readonly event_time: string
      readonly batch_size: string
      readonly begin: string
      readonly lookback?: number
      readonly input_event_time?: boolean
    }
    readonly dbt_specific?: unknown
    readonly columns: Columns
    readonly steps: readonly {
      readonly rows: readonly (readonly Cell[])[]
      readonly columns?: Columns
      readonly full_refresh?: boolean
      readonly event_time_start?: string
      readonly event_time_end?: string
      readonly now?: string
      readonly command?: string
    }[]
    readonly expect: readonly {
      readonly rows?: readonly (readonly Cell[])[]
      readonly table?: null
      readonly columns?: Columns
      readonly error?: { readonly kind: string }
      readonly batches?: { readonly ok: readonly (readonly [start: string, end: string])[] }
    }[]
  }[]
}

export interface Step {
  readonly building: Building
  /** Flags of which the one needs the other. */
  readonly halfRange: boolean
  readonly expected: {
    /** Undefined: there is no table. */
    readonly table: { readonly columns: Columns; readonly rows: readonly Row[] } | undefined
    readonly failed: boolean
    /** Starts of the batches that were computed; undefined where dbt tells others too. */
    readonly batches: readonly string[] | undefined
  }
}

export interface Case {
  readonly id: string
  readonly rules: Rules
  readonly steps: readonly Step[]
  /** What stood under the name before: a view, or a table. */
  readonly before: 'view' | { readonly columns: Columns; readonly rows: readonly Row[] } | undefined
  /** Options that Millrace does not have, in words. */
  readonly without: string | undefined
}

const STRATEGIES: Readonly<Record<string, Rules['strategy']>> = {
  append: 'append',
  merge: 'merge',
  'delete+insert': 'deleteInsert',
  microbatch: 'microbatch',
}
// dbt ignores changed columns where nobody says what to do.
const CHANGES: Readonly<Record<string, Rules['onSchemaChange']>> = {
  ignore: 'ignore',
  fail: 'fail',
  append_new_columns: 'append',
  sync_all_columns: 'append',
}
const SIZES: readonly string[] = ['hour', 'day', 'month']

type Scenario = Recorded['scenarios'][number]

export function loadCases(file: string): readonly Case[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as Recorded).scenarios.map((scenario): Case => {
    let columns: Columns = []
    return {
      id: scenario.id,
      rules: rulesOf(scenario),
      before:
        typeof scenario.before === 'object'
          ? { columns: scenario.columns, rows: scenario.before.table.map((row) => record(scenario.columns, row)) }
          : scenario.before,
      without: withoutCounterpart(scenario),
      steps: scenario.steps.map((step, index): Step => {
        const expected = scenario.expect[index]
        if (expected === undefined) throw new Error(`${scenario.id}: step ${index + 1} has no answer`)
        columns = expected.columns ?? columns
        const of = step.columns ?? scenario.columns
        const [computed] = scenario.compute ?? []
        return {
          building: {
            columns: of,
            rows: step.rows.map((row) => record(of, row)),
            fullRefresh: step.full_refresh === true && scenario.config?.full_refresh !== false,
            now: step.now ?? '2024-06-01T00:00:00.000000Z',
            range:
              step.event_time_start !== undefined && step.event_time_end !== undefined
                ? { start: utc(step.event_time_start), end: utc(step.event_time_end) }
                : undefined,
            filter: scenario.filter && { ...scenario.filter, minusHours: scenario.filter.minus_hours ?? 0 },
            numbers: computed && { name: computed[0], from: computed[1].cast.col },
            limited: scenario.microbatch?.input_event_time !== false,
          },
          halfRange: (step.event_time_start === undefined) !== (step.event_time_end === undefined),
          expected: {
            table: expected.rows && { columns, rows: expected.rows.map((row) => record(columns, row)) },
            failed: expected.error !== undefined,
            batches:
              step.command === undefined
                ? expected.batches?.ok.filter(([start, end]) => start < end).map(([start]) => utc(start))
                : undefined,
          },
        }
      }),
    }
  })
}

function rulesOf(scenario: Scenario): Rules {
  const { unique_key: given, config, microbatch } = scenario
  const key = given === undefined || given === null ? [] : typeof given === 'string' ? [given] : given
  const strategy =
    scenario.strategy === undefined
      ? key.length > 0
        ? 'deleteInsert'
        : 'append'
      : (STRATEGIES[scenario.strategy] ?? 'append')
  const names = scenario.columns.map(([name]) => name).filter((name) => !key.includes(name))
  return {
    strategy,
    key: strategy === 'append' || strategy === 'microbatch' ? [] : key,
    update: config?.merge_exclude_columns
      ? names.filter((name) => !config.merge_exclude_columns?.includes(name))
      : config?.merge_update_columns,
    onSchemaChange: CHANGES[scenario.on_schema_change ?? 'ignore'] ?? 'ignore',
    microbatch: microbatch && {
      eventTime: microbatch.event_time,
      size: microbatch.batch_size as 'day',
      begin: utc(microbatch.begin),
      lookback: microbatch.lookback ?? 1,
    },
  }
}

/** Told by what a case holds. What other tools' words cannot say here is not run. */
function withoutCounterpart({ strategy, predicate, microbatch, unique_key: key }: Scenario): string | undefined {
  if (strategy !== undefined && STRATEGIES[strategy] === undefined)
    return 'strategies are append, merge, deleteInsert and microbatch'
  if (predicate !== undefined) return 'there are no conditions on which old rows are looked at'
  if (microbatch !== undefined && !SIZES.includes(microbatch.batch_size)) return 'batches are hours, days and months'
  if (microbatch !== undefined && key !== undefined && key !== null)
    return 'a batch is replaced as a whole: it has no key'
  return undefined
}

const record = (columns: Columns, row: readonly Cell[]): Row =>
  Object.fromEntries(columns.map(([name], index) => [name, row[index] ?? null]))

/** dbt's times without a zone are of UTC. */
function utc(text: string): string {
  const whole = text.length === 10 ? `${text}T00:00:00` : text.replace(/Z$/, '')
  const [seconds = '', fraction = ''] = whole.split('.')
  return `${seconds}.${fraction.padEnd(6, '0')}Z`
}
