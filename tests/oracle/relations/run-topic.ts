/** Runs a topic's programs on one engine: what Millrace answers to each. */

import type { Engine } from '../../../src/engine/engine.ts'
import { relationOf } from '../../../src/frame/data-frame.ts'
import { DatabaseError, InvalidValue, MillraceError, type Schema, Session, schema } from '../../../src/index.ts'
import { formatType } from '../../../src/plan/type.ts'
import { makeScope, type SessionScope } from '../../../src/session/scope.ts'
import type { Json, TypedName } from '../nodes.ts'
import { toInput, toRecorded } from '../values.ts'
import type { Rows } from './compare.ts'
import { missingOf } from './missing-verbs.ts'
import type { Program, Table, Topic } from './program.ts'
import { buildProgram } from './steps.ts'

/** Millrace's answer to a program, with the SQL if it came so far. */
export type OurAnswer =
  | { readonly kind: 'rows'; readonly answer: Rows; readonly sql: string }
  | { readonly kind: 'error'; readonly error: Error; readonly sql: string | undefined }
  | { readonly kind: 'missing'; readonly names: readonly string[] }

/** An answer with what a judge must know about its input. */
export interface Outcome {
  readonly program: Program
  readonly tables: Readonly<Record<string, Table>>
  readonly ours: OurAnswer
  /** Input tables in which the engine could not hold a NaN: there it is NULL. */
  readonly withoutNaN: ReadonlySet<string>
}

type Row = Readonly<Record<string, unknown>>
interface Input {
  readonly name: string
  readonly lostNaN: boolean
  /** Why the table could not be made. */
  readonly error: MillraceError | undefined
  /** The declared types, where the engine's catalogue tells others: it has no byte, say. */
  readonly declared: Schema<Row> | undefined
}

export async function* runTopic(topic: Topic, engine: Engine, only: (id: string) => boolean): AsyncGenerator<Outcome> {
  const programs = topic.programs.filter(({ id }) => only(id))
  if (programs.length === 0) return
  const session = new Session(engine)
  const scope = makeScope(engine, {})
  const inputs = new Map<string, Input>()
  for (const [name, table] of Object.entries(topic.tables)) {
    inputs.set(name, await makeTable(session, scope, `"${topic.topic}/${name}"`, table))
  }
  const withoutNaN = new Set([...inputs].filter(([, input]) => input.lostNaN).map(([name]) => name))
  for (const program of programs) {
    const ours = await runProgram(program, session, scope, inputs)
    yield { program, tables: topic.tables, ours, withoutNaN }
  }
  await session.close()
}

/** Writes an input table. On an engine without NaN its NaNs are NULL: that is said, not hidden. */
async function makeTable(session: Session, scope: SessionScope, name: string, table: Table): Promise<Input> {
  const given = (nan: unknown) =>
    table.rows.map((row): Row => {
      const cells = table.columns.map(([column, type], index): [string, unknown] => {
        const value = toInput(row[index] ?? null, type)
        return [column, Number.isNaN(value) ? nan : value]
      })
      return Object.fromEntries(cells)
    })
  const types = Object.fromEntries(table.columns.map(([column, type]) => [column, `${type}?` as 'json?']))
  const declared = schema(types) as Schema<Row>
  const write = (rows: readonly Row[]) => session.createDataFrame(rows, declared).write(name, { mode: 'overwrite' })
  const made = async (lostNaN: boolean): Promise<Input> => {
    const written = await answerColumns(scope, session.table(name))
    const kept = JSON.stringify(written.columns) === JSON.stringify(table.columns)
    return { name, lostNaN, error: undefined, declared: kept ? undefined : declared }
  }
  try {
    await write(given(Number.NaN))
    return await made(false)
  } catch (error) {
    if (error instanceof InvalidValue && error.message.includes('NaN')) {
      await write(given(null))
      return made(true)
    }
    // What the engine cannot hold is the answer of the programs that read it.
    if (error instanceof MillraceError) return { name, lostNaN: false, error, declared: undefined }
    throw error
  }
}

/** Names and types of a frame's columns, and its SQL. */
async function answerColumns(scope: SessionScope, frame: object): Promise<{ sql: string; columns: TypedName[] }> {
  const relation = relationOf(frame)
  if (!relation) throw new TypeError('the last step made no frame')
  const { statement, outputs } = await scope.prepare(relation)
  return { sql: statement.sql, columns: outputs.map(({ name, type }): TypedName => [name, formatType(type)]) }
}

async function runProgram(
  program: Program,
  session: Session,
  scope: SessionScope,
  inputs: ReadonlyMap<string, Input>,
): Promise<OurAnswer> {
  const missing = missingOf(program, session.createDataFrame([{ id: 1 }]))
  if (missing.length > 0) return { kind: 'missing', names: missing }
  let sql: string | undefined
  try {
    const frame = buildProgram(program, (name) => {
      const input = inputs.get(name)
      if (!input) throw new TypeError(`the topic has no table ${name}`)
      if (input.error) throw input.error
      return input.declared ? session.table(input.name, input.declared) : session.table(input.name)
    }) as { collect(): Promise<readonly Row[]> }
    const prepared = await answerColumns(scope, frame)
    sql = prepared.sql
    const { columns } = prepared
    const rows = (await frame.collect()).map((row) => columns.map(([name, type]): Json => toRecorded(row[name], type)))
    return { kind: 'rows', answer: { columns, rows }, sql }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { kind: 'error', error, sql: sql ?? (error instanceof DatabaseError ? error.sql : undefined) }
  }
}
