/** What incremental models leave: the histories of `incremental.json`, on every engine. */
import type { Engine } from '../../../src/engine/engine.ts'
import { MillraceError } from '../../../src/index.ts'
import { materializeTable, materializeView } from '../../../src/materialize/relation.ts'
import { makeScope } from '../../../src/session/scope.ts'
import { bodyRows, build, type Done } from '../../materialize/incremental/building.ts'
import {
  type Input,
  instant,
  type Outcome,
  type Refusal,
  runModel,
  type Table,
} from '../../materialize/incremental/model.ts'
import { readAll, relationOfSource, sorted } from '../../materialize/snapshot/taking.ts'
import { type Case, loadCases, type Step } from './incremental/cases.ts'
import type { Judgement, Section } from './section.ts'

export const incremental: Section = {
  name: 'incremental',
  file: 'incremental.json',
  async askOn(file, _, engine) {
    const judgements: Judgement[] = []
    for (const [place, one] of loadCases(file).entries()) judgements.push(await judge(one, `model_${place}`, engine))
    return judgements
  },
}

/** What a run left. */
interface Left extends Partial<Input> {
  readonly batches: readonly string[]
  readonly error: MillraceError | undefined
}

/**
 * A history is equal if every run leaves dbt's table. It deviates if a rule speaks of one of its runs; all runs before
 * that one must leave dbt's table, and all from it on the one that Millrace's rules ask for.
 */
async function judge(one: Case, table: string, engine: Engine): Promise<Judgement> {
  if (one.without !== undefined) return { id: one.id, verdict: 'deviate', reason: one.without }
  await stand(one, table, engine)
  const done: Done = new Set()
  let model: Table | undefined = typeof one.before === 'object' ? { ...one.before, done: [] } : undefined
  let reason: string | undefined
  let complaint: string | undefined
  let allEqual = true
  for (const [index, step] of one.steps.entries()) {
    const left = await run(one, table, step, engine, done)
    const outcome = modelRun(one, step, model)
    model = outcome.table
    const isEqual = likeDbt(step, left)
    allEqual &&= isEqual
    reason ??= isEqual ? undefined : ruleFor(outcome)
    const isRight = reason === undefined ? isEqual : likeModel(outcome, left)
    if (!isRight) complaint ??= describe(one, index, step, left, outcome)
  }
  const drop = (await engine.tableInfo({ schema: undefined, name: table }))?.kind ?? 'table'
  await engine.execute({ sql: `DROP ${drop.toUpperCase()} IF EXISTS ${table}`, bindings: [] })
  const detail = () => complaint ?? one.id
  if (complaint !== undefined) return { id: one.id, verdict: 'different', detail }
  return { id: one.id, verdict: allEqual ? 'equal' : 'deviate', reason, detail }
}

/** Makes what stands under the model's name before its first run. */
async function stand({ before, steps }: Case, table: string, engine: Engine): Promise<void> {
  if (before === undefined) return
  const scope = makeScope(engine, {})
  const target = { schema: undefined, name: table }
  const { columns, rows } = before === 'view' ? { columns: steps[0]?.building.columns ?? [], rows: [] } : before
  const relation = relationOfSource(engine, { columns, rows })
  if (before === 'view') await materializeView(scope, { relation, target })
  else await materializeTable(scope, { relation, target })
  await scope.close(true)
}

async function run(one: Case, table: string, step: Step, engine: Engine, done: Done): Promise<Left> {
  let batches: readonly string[] = []
  let error: MillraceError | undefined
  try {
    if (!step.halfRange) batches = await build(engine, table, one.rules, step.building, done)
  } catch (thrown) {
    if (!(thrown instanceof MillraceError)) throw thrown
    error = thrown
    batches = (thrown as { ok?: readonly string[] }).ok ?? []
  }
  const info = await engine.tableInfo({ schema: undefined, name: table })
  if (info?.kind !== 'table') return { batches, error }
  const { columns, rows } = await readAll(engine, table)
  return { columns: columns as unknown as Input['columns'], rows, batches, error }
}

function modelRun({ rules }: Case, { building, halfRange }: Step, before: Table | undefined): Outcome {
  if (halfRange) return { table: before, ok: [], madeUp: false, partly: false }
  return runModel(before, rules, {
    fullRefresh: building.fullRefresh,
    now: instant(building.now),
    range: building.range,
    rows: (table, batch) =>
      bodyRows(building, table, batch && { ...batch, eventTime: rules.microbatch?.eventTime ?? '' }),
  })
}

function likeDbt({ expected, halfRange }: Step, left: Left): boolean {
  // A flag that needs another one is an error of the command line there, and can not be said here.
  if (!halfRange && expected.failed !== (left.error !== undefined)) return false
  if (expected.batches !== undefined && String(expected.batches) !== String(left.batches)) return false
  return sameTable(expected.table, left)
}

function sameTable(wanted: Input | undefined, { columns, rows }: Partial<Input>): boolean {
  if (wanted === undefined || columns === undefined || rows === undefined) return wanted === columns
  const names = wanted.columns.map(([name]) => name)
  return (
    JSON.stringify(wanted.columns) === JSON.stringify(columns) &&
    JSON.stringify(sorted(wanted.rows, names)) === JSON.stringify(sorted(rows, names))
  )
}

const CLASSES: Readonly<Record<Refusal, string>> = {
  'no key': 'InvalidArgument',
  'no column': 'UnknownColumn',
  'NULL key': 'NullKey',
  'key twice': 'DuplicateKey',
  'columns changed': 'SchemaChanged',
  'type changed': 'SchemaChanged',
  'NULL time': 'BatchesFailed',
  outside: 'BatchesFailed',
  'bad value': 'BatchesFailed',
  backwards: 'InvalidArgument',
}

function likeModel({ table, refusal, ok }: Outcome, left: Left): boolean {
  const code = left.error?.code
  if (code !== (refusal && CLASSES[refusal]) && !(code === 'BatchesFailed' && refusal !== undefined)) return false
  return String(ok) === String(left.batches) && sameTable(table, left)
}

/** Where Millrace means to answer otherwise; told by what happens in a run. */
function ruleFor({ refusal, madeUp, partly }: Outcome): string | undefined {
  if (refusal === 'no key') return 'a strategy that finds rows by a key needs one'
  if (refusal === 'no column') return 'a key that names no column is an error in the first run too'
  if (refusal === 'NULL key') return 'a NULL in the key is an error'
  if (refusal === 'key twice') return 'a key that comes twice in the new rows is an error'
  if (refusal === 'type changed') return 'a column of another type is an error: nothing is cast silently'
  if (refusal === 'NULL time') return 'a row whose event time is NULL is an error'
  if (refusal === 'outside')
    return 'the rows of a batch are of its time: an input that does not say when its rows happened cannot be cut'
  if (madeUp) return 'a later run makes up a failed or missed batch'
  if (partly) return 'of changed columns those that frame and table share are written; none is dropped'
  return undefined
}

function describe(one: Case, index: number, { expected }: Step, left: Left, model: Outcome): string {
  const lines = (who: string, table: Partial<Input> | undefined): readonly string[] =>
    table?.columns === undefined
      ? [`  ${who} no table`]
      : [
          `  ${who} ${table.columns.join(' ')}`,
          ...sorted(
            table.rows ?? [],
            table.columns.map(([name]) => name),
          ).map((row) => `  ${who} ${row}`),
        ]
  return [
    `${one.id}, run ${index + 1}`,
    ...lines('dbt     ', expected.table),
    `  dbt      ${expected.failed ? 'failed' : 'went well'}, batches ${expected.batches?.join(' ')}`,
    ...lines('Millrace', left),
    `  Millrace ${left.error ?? 'went well'}, batches ${left.batches.join(' ')}`,
    ...lines('rules   ', model.table),
    `  rules    ${model.refusal ?? 'all is well'}, batches ${model.ok.join(' ')}`,
  ].join('\n')
}
