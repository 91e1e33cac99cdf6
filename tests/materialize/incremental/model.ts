/** What incremental models leave, in plain JavaScript: the reference that the database's answers are held against. */

export type Cell = string | number | boolean | null
export type Row = Readonly<Record<string, Cell>>
export type Columns = readonly (readonly [name: string, type: string])[]

export interface Input {
  readonly columns: Columns
  readonly rows: readonly Row[]
}

export interface Rules {
  readonly strategy: 'append' | 'merge' | 'deleteInsert' | 'microbatch'
  readonly key: readonly string[]
  readonly update?: readonly string[] | undefined
  readonly onSchemaChange: 'fail' | 'append' | 'ignore'
  readonly microbatch?: MicrobatchRules | undefined
}

export interface MicrobatchRules {
  readonly eventTime: string
  readonly size: 'hour' | 'day' | 'month'
  readonly begin: string
  readonly lookback: number
}

export interface Table extends Input {
  /** Starts of the batches that are done. */
  readonly done: readonly string[]
}

export type Refusal =
  | 'no key'
  | 'no column'
  | 'NULL key'
  | 'key twice'
  | 'columns changed'
  | 'type changed'
  | 'NULL time'
  | 'outside'
  | 'bad value'
  | 'backwards'

export interface Run {
  readonly fullRefresh: boolean
  /** The rows, all of them or the new ones; of a batch those of its time and those without one. Undefined: computing them fails. */
  rows(table: Table | undefined, batch?: { readonly start: string; readonly end: string }): Input | undefined
  readonly now: string
  readonly range?: { readonly start: string; readonly end: string } | undefined
}

export interface Outcome {
  readonly table: Table | undefined
  readonly refusal?: Refusal | undefined
  /** Starts of the batches that were computed. */
  readonly ok: readonly string[]
  /** Whether batches were made up that neither the clock nor the lookback asked for. */
  readonly madeUp: boolean
  /** Whether columns were left out or left alone. */
  readonly partly: boolean
}

const nothing = { ok: [], madeUp: false, partly: false } as const

export function runModel(before: Table | undefined, rules: Rules, run: Run): Outcome {
  if (rules.microbatch !== undefined) return runBatches(before, rules, rules.microbatch, run)
  if (rules.strategy !== 'append' && rules.key.length === 0) return { ...nothing, table: before, refusal: 'no key' }
  const old = run.fullRefresh ? undefined : before
  const input = run.rows(old)
  if (input === undefined) return { ...nothing, table: before, refusal: 'bad value' }
  const applied = apply(old, rules, input)
  if ('refusal' in applied) return { ...nothing, table: before, refusal: applied.refusal }
  return { ...nothing, table: { ...applied.table, done: [] }, partly: applied.partly }
}

type Applied = { readonly refusal: Refusal } | { readonly table: Input; readonly partly: boolean }

function apply(old: Input | undefined, rules: Rules, input: Input): Applied {
  const { key, strategy } = rules
  const keyed = strategy === 'merge' || strategy === 'deleteInsert'
  const names = input.columns.map(([name]) => name)
  if (keyed && key.some((column) => !names.includes(column))) return { refusal: 'no column' }
  const fit = old === undefined ? undefined : fitColumns(old.columns, input.columns, rules.onSchemaChange)
  if (typeof fit === 'string') return { refusal: fit }
  const keyOf = (row: Row) => JSON.stringify(key.map((column) => row[column]))
  if (keyed && input.rows.some((row) => key.some((column) => row[column] === null))) return { refusal: 'NULL key' }
  if (keyed && new Set(input.rows.map(keyOf)).size < input.rows.length) return { refusal: 'key twice' }
  if (old === undefined || fit === undefined) return { table: input, partly: false }
  const { columns, written } = fit
  const shaped = (row: Row): Row => Object.fromEntries(columns.map(([name]) => [name, row[name] ?? null]))
  const fresh = new Map(input.rows.map((row) => [keyOf(row), row]))
  const given = (rules.update ?? written).filter((name) => written.includes(name) && !key.includes(name))
  const merged = (row: Row): Row => {
    const found = fresh.get(keyOf(row))
    return found ? { ...row, ...Object.fromEntries(given.map((name) => [name, found[name] ?? null])) } : row
  }
  const known = new Set(old.rows.map(keyOf))
  const only = (row: Row): Row => Object.fromEntries(written.map((name) => [name, row[name] ?? null]))
  const kept =
    strategy === 'merge'
      ? old.rows.map(merged)
      : strategy === 'deleteInsert'
        ? old.rows.filter((row) => !fresh.has(keyOf(row)))
        : old.rows
  const added = strategy === 'merge' ? input.rows.filter((row) => !known.has(keyOf(row))) : input.rows
  const partly = written.length < Math.max(names.length, columns.length)
  return { table: { columns, rows: [...kept, ...added.map(only)].map(shaped) }, partly }
}

function fitColumns(
  table: Columns,
  input: Columns,
  change: Rules['onSchemaChange'],
): Refusal | { readonly columns: Columns; readonly written: readonly string[] } {
  const types = new Map(table)
  const added = input.filter(([name]) => !types.has(name))
  const missing = table.filter(([name]) => !input.some(([one]) => one === name))
  if (input.some(([name, type]) => types.has(name) && !fits(type, types.get(name) ?? ''))) return 'type changed'
  if (added.length + missing.length > 0 && change === 'fail') return 'columns changed'
  const columns = change === 'append' ? [...table, ...added] : table
  return { columns, written: input.map(([name]) => name).filter((name) => columns.some(([one]) => one === name)) }
}

const WIDER: Readonly<Record<string, readonly string[]>> = { int: ['long', 'double'], long: ['double'] }
const fits = (from: string, to: string): boolean => from === to || (WIDER[from] ?? []).includes(to)

function runBatches(before: Table | undefined, rules: Rules, micro: MicrobatchRules, run: Run): Outcome {
  const { range, now } = run
  if (range !== undefined && range.start >= range.end) return { ...nothing, table: before, refusal: 'backwards' }
  const old = run.fullRefresh ? undefined : before
  const all = batches(micro.size, range?.start ?? micro.begin, range?.end ?? now)
  const recent = all.slice(-1 - micro.lookback)
  const made =
    old !== undefined && range === undefined
      ? all.filter(({ start }) => !old.done.includes(start) && !recent.some((one) => one.start === start))
      : []
  const due =
    old === undefined || range !== undefined
      ? all
      : all.filter((batch) => recent.includes(batch) || made.includes(batch))
  const planned = due.map(({ start }) => start)
  let table: Table | undefined = old && { ...old, done: old.done.filter((start) => !planned.includes(start)) }
  let refusal: Refusal | undefined
  let partly = false
  const ok: string[] = []
  // A first run leaves a table, if only an empty one.
  if (old === undefined && all.length === 0) {
    const at = floor(micro.size, micro.begin)
    const input = run.rows(undefined, { start: at, end: at })
    return { ...nothing, table: { columns: input?.columns ?? [], rows: [], done: [] } }
  }
  for (const [index, batch] of due.entries()) {
    const applied = applyBatch(table, rules, micro, batch, run)
    if ('refusal' in applied) {
      refusal ??= applied.refusal
      if (index === 0)
        return { ...nothing, table: table ?? (before && { ...before, done: [] }), refusal, madeUp: made.length > 0 }
      continue
    }
    ok.push(batch.start)
    partly ||= applied.partly
    // A batch whose time is not over is never done.
    table = { ...applied.table, done: [...(table?.done ?? []), ...(batch.end <= instant(now) ? [batch.start] : [])] }
  }
  return { table, refusal, ok, madeUp: made.length > 0, partly }
}

function applyBatch(
  table: Table | undefined,
  rules: Rules,
  { eventTime }: MicrobatchRules,
  batch: { readonly start: string; readonly end: string },
  run: Run,
): Applied {
  const input = run.rows(table, batch)
  if (input === undefined) return { refusal: 'bad value' }
  if (input.rows.some((row) => row[eventTime] === null)) return { refusal: 'NULL time' }
  const inside = ({ [eventTime]: at }: Row) => comparable(at) >= batch.start && comparable(at) < batch.end
  if (!input.rows.every(inside)) return { refusal: 'outside' }
  const rest = table && { ...table, rows: table.rows.filter((row) => !inside(row)) }
  return apply(rest, { ...rules, strategy: 'append' }, input)
}

/** A date or a time as the text of a time. */
export const comparable = (at: Cell | undefined): string => instant(String(at))

/** The text that all times have here. */
export function instant(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${text}T00:00:00.000000Z`
  const [, seconds = '', fraction = ''] = /^(.{19})(?:\.(\d+))?/.exec(text.replace(' ', 'T')) ?? []
  return `${seconds}.${fraction.padEnd(6, '0')}Z`
}

const CUT = { month: '-01T00:00:00.000000Z', day: 'T00:00:00.000000Z', hour: ':00:00.000000Z' } as const
const LENGTH = { month: 7, day: 10, hour: 13 } as const
const floor = (size: MicrobatchRules['size'], at: string): string => instant(at).slice(0, LENGTH[size]) + CUT[size]

function next(size: MicrobatchRules['size'], start: string): string {
  const [year = 0, month = 0, day = 0, hour = 0] = start.split(/[-T:]/).map(Number)
  const at =
    size === 'month'
      ? Date.UTC(year, month)
      : size === 'day'
        ? Date.UTC(year, month - 1, day + 1)
        : Date.UTC(year, month - 1, day, hour + 1)
  return instant(new Date(at).toISOString())
}

function batches(
  size: MicrobatchRules['size'],
  from: string,
  until: string,
): readonly { readonly start: string; readonly end: string }[] {
  const found: { start: string; end: string }[] = []
  for (let start = floor(size, from); start < instant(until); start = next(size, start))
    found.push({ start, end: next(size, start) })
  return found
}
