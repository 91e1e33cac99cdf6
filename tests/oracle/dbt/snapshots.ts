/** What snapshots leave: the histories of `snapshots.json`, on every engine. */
import type { Engine } from '../../../src/engine/engine.ts'
import { MillraceError } from '../../../src/index.ts'
import { type History, type Outcome, type Refusal, type Row, takeModel } from '../../materialize/snapshot/model.ts'
import { readAll, rowsOf, sorted, take } from '../../materialize/snapshot/taking.ts'
import type { Judgement, Section } from './section.ts'
import { type Case, loadCases, type Step } from './snapshots/cases.ts'

export const snapshots: Section = {
  name: 'snapshots',
  file: 'snapshots.json',
  async askOn(file, _, engine) {
    const judgements: Judgement[] = []
    for (const [place, one] of loadCases(file).entries()) judgements.push(await judge(one, `history_${place}`, engine))
    return judgements
  },
}

/** What a run left. */
interface Left {
  readonly columns: readonly (readonly string[])[]
  readonly rows: readonly Row[]
  readonly error?: MillraceError | undefined
}

/**
 * A history is equal if every run leaves dbt's table. It deviates if a rule speaks of one of its runs; all runs before
 * that one must leave dbt's table, and all from it on the one that the rules of a snapshot ask for.
 */
async function judge(one: Case, table: string, engine: Engine): Promise<Judgement> {
  if (one.hasNoCounterpart)
    return { id: one.id, verdict: 'deviate', reason: 'the case is marked as having no counterpart' }
  let history: History | undefined
  let reason: string | undefined
  let complaint: string | undefined
  let allEqual = true
  for (const [index, step] of one.steps.entries()) {
    const left = await run(one, table, step, engine)
    const outcome = takeModel(history, step.source, one.rules, nowFor(one, step))
    history = outcome.history
    const isEqual = likeDbt(step, left)
    allEqual &&= isEqual
    reason ??= isEqual ? undefined : ruleFor(outcome)
    const isRight = reason === undefined ? isEqual : likeModel(one, outcome, left)
    if (!isRight) complaint ??= describe(one, index, step, left)
  }
  await engine.execute({ sql: `DROP TABLE IF EXISTS ${table}`, bindings: [] })
  const detail = () => complaint ?? one.id
  if (complaint !== undefined) return { id: one.id, verdict: 'different', detail }
  return { id: one.id, verdict: allEqual ? 'equal' : 'deviate', reason, detail }
}

async function run(one: Case, table: string, step: Step, engine: Engine): Promise<Left> {
  const error = await take(engine, table, step.source, one.rules, step.now).then(
    () => undefined,
    (thrown: unknown) => {
      if (thrown instanceof MillraceError) return thrown
      throw thrown
    },
  )
  const exists = (await engine.tableInfo({ schema: undefined, name: table })) !== undefined
  if (!exists) return { columns: [], rows: [], error }
  const { columns, rows } = await readAll(engine, table)
  return { columns: columns.filter(([name]) => name !== 'scd_id'), rows, error }
}

/** Times are of the type of the column that they come from. */
function nowFor({ rules }: Case, { source, now }: Step): string {
  return source.columns.some(([name, type]) => name === rules.updatedAt && type === 'date') ? now.slice(0, 10) : now
}

function likeDbt({ expected }: Step, left: Left): boolean {
  if (expected.failed !== (left.error !== undefined)) return false
  const names = expected.columns.map(([name]) => name)
  return (
    JSON.stringify(expected.columns) === JSON.stringify(left.columns) &&
    JSON.stringify(sorted(expected.rows, names)) === JSON.stringify(sorted(left.rows, names))
  )
}

const CLASSES: Readonly<Record<Refusal, string>> = {
  'no column': 'UnknownColumn',
  'type changed': 'SchemaChanged',
  'NULL key': 'NullKey',
  'NULL time': 'NullKey',
  'key twice': 'DuplicateKey',
}

function likeModel({ rules }: Case, { history, refusal }: Outcome, left: Left): boolean {
  if (left.error?.code !== (refusal && CLASSES[refusal])) return false
  if (history === undefined) return left.columns.length === 0
  const rows = rowsOf(history, rules)
  const names = left.columns.map(([name = '']) => name)
  const own = ['updated_at', 'valid_from', 'valid_to', ...(rules.hardDeletes === 'newRecord' ? ['is_deleted'] : [])]
  const wanted = [...history.columns.map(([name]) => name), ...own]
  return (
    wanted.length === names.length &&
    wanted.every((name) => names.includes(name)) &&
    JSON.stringify(sorted(rows, names)) === JSON.stringify(sorted(left.rows, names))
  )
}

/** Where Millrace means to answer otherwise; told by what happens in a run. */
function ruleFor({ refusal, pushed }: Outcome): string | undefined {
  if (refusal === 'NULL time') return 'a NULL updatedAt is an error that names the key'
  if (refusal === 'NULL key') return 'a NULL in the key is an error'
  if (refusal === 'key twice') return 'a key that comes twice in the source is an error'
  if (refusal === 'type changed') return 'a column of another type is an error: nothing is cast silently'
  if (pushed.return) return 'a key that comes back begins no earlier than its deletion'
  if (pushed.change) return 'versions are contiguous: none begins before the one that it ends'
  if (pushed.deletion) return 'versions are contiguous: a deletion ends no version before it began'
  return undefined
}

function describe(one: Case, index: number, { expected }: Step, left: Left): string {
  const names = expected.columns.map(([name]) => name)
  return [
    `${one.id}, run ${index + 1}: ${names.join(', ')}`,
    ...sorted(expected.rows, names).map((row) => `  dbt      ${row}`),
    ...(expected.failed ? ['  dbt      failed'] : []),
    ...sorted(left.rows, names).map((row) => `  Millrace ${row}`),
    ...(left.error ? [`  Millrace ${left.error}`] : []),
    `  columns  ${JSON.stringify(left.columns)}`,
  ].join('\n')
}
