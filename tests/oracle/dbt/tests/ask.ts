/** Puts a recorded test to one engine. */
import { declaredTests } from '../../../../src/check/declared-tests.ts'
import { MODEL, type ModelRef } from '../../../../src/check/model-ref.ts'
import { runCheck, type Verdict } from '../../../../src/check/run-check.ts'
import type { Engine } from '../../../../src/engine/engine.ts'
import type { FrameActions } from '../../../../src/frame/actions.ts'
import { toDataFrame } from '../../../../src/frame/data-frame.ts'
import { Session, schema } from '../../../../src/index.ts'
import type { Relation, TableName } from '../../../../src/plan/relation.ts'
import { formatType } from '../../../../src/plan/type.ts'
import { makeScope } from '../../../../src/session/scope.ts'
import type { Json } from '../../nodes.ts'
import { toInput, toRecorded } from '../../values.ts'
import { type Case, declarations, type StoredRows } from './cases.ts'

const PARENT = { [MODEL]: 'model' } as unknown as ModelRef<unknown>

/** What Millrace answered: a verdict, or what it threw. */
export interface Answer {
  readonly verdict: Verdict | undefined
  readonly error: unknown
  /** The table of failing rows: null where there is none. */
  readonly stored: StoredRows | null
}

/** @param place a number that is this case's own: its tables are called by it */
export async function askCase(one: Case, place: number, engine: Engine): Promise<Answer> {
  const tested = `tested_${place}`
  const parent = `parent_${place}`
  const stored = `stored_${place}`
  const session = new Session({ ...engine, knex: engine.knex, close: async () => {} })
  await write(session, tested, one)
  if (one.parent) await write(session, parent, one.parent)
  const scope = makeScope(engine, { now: new Date('2024-06-01T00:00:00Z') })
  const answer = async (): Promise<Omit<Answer, 'stored'>> => {
    try {
      const { tests, modelTests } = declarations(one, PARENT)
      const [test] = declaredTests(tested, tests, modelTests)
      const spec = test?.spec({
        tested: tableRelation(tested),
        relationOf: () => tableRelation(one.parent ? parent : tested),
        frameOf: (relation) => toDataFrame(relation, {} as FrameActions),
        tableOf: () => tableName(stored),
      })
      if (spec === undefined) throw new Error(`${one.id} declares no test`)
      return { verdict: await runCheck(scope, spec), error: undefined }
    } catch (error) {
      return { verdict: undefined, error }
    }
  }
  try {
    return { ...(await answer()), stored: await readStored(session, engine, stored) }
  } finally {
    await scope.close(true)
    await session.close()
  }
}

const tableName = (name: string): TableName => ({ schema: undefined, name })
const tableRelation = (name: string): Relation => ({ kind: 'table', table: tableName(name), fields: undefined })

async function write(session: Session, name: string, { columns, rows }: StoredRows): Promise<void> {
  const types = Object.fromEntries(columns.map(([column, type]) => [column, `${type}?`]))
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map(([column, type], index) => [column, toInput(row[index] as Json, type)])),
  )
  await session.createDataFrame(objects as never[], schema(types as never)).write(name)
}

async function readStored(session: Session, engine: Engine, name: string): Promise<StoredRows | null> {
  const info = await engine.tableInfo(tableName(name))
  if (info === undefined) return null
  const columns = info.fields.map((field) => [field.name, formatType(field.type)] as const)
  const rows = await session.table(name).collect()
  return { columns, rows: rows.map((row) => columns.map(([column, type]) => toRecorded(row[column], type))) }
}
