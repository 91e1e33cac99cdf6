/** Tests of data as users declare them, asked of a database. */

import type { ColumnTests, ModelTest } from '../../src/check/declare.ts'
import { type DeclaredTest, declaredTests } from '../../src/check/declared-tests.ts'
import { MODEL, type ModelRef } from '../../src/check/model-ref.ts'
import { runCheck, type Verdict } from '../../src/check/run-check.ts'
import type { CheckSpec } from '../../src/check/spec.ts'
import type { AnyRow } from '../../src/column/values.ts'
import type { Engine } from '../../src/engine/engine.ts'
import type { FrameActions } from '../../src/frame/actions.ts'
import { toDataFrame } from '../../src/frame/data-frame.ts'
import { Session, schema } from '../../src/index.ts'
import type { Relation } from '../../src/plan/relation.ts'
import { makeScope, type SessionScope } from '../../src/session/scope.ts'

export const NOW = new Date('2024-06-01T12:00:00Z')

/** What a model reference stands for in these tests: a table of that name. */
export function reference<R = unknown>(name: string): ModelRef<R> {
  return { [MODEL]: 'model', name } as unknown as ModelRef<R>
}

export const table = (name: string): Relation => ({
  kind: 'table',
  table: { schema: undefined, name },
  fields: undefined,
})

export interface Declared {
  readonly tests?: ColumnTests<AnyRow>
  readonly modelTests?: readonly ModelTest<AnyRow>[]
}

export const declared = (of: string, { tests, modelTests }: Declared): readonly DeclaredTest[] =>
  declaredTests(of, tests, modelTests)

export function specOf(test: DeclaredTest, tested: Relation): CheckSpec {
  return test.spec({
    tested,
    relationOf: (model) => table((model as unknown as { name: string }).name),
    frameOf: (relation) => toDataFrame(relation, {} as FrameActions),
    tableOf: (name) => ({ schema: undefined, name }),
  })
}

/** A session on an engine that stays open when the session ends. */
export const sessionOn = (engine: Engine): Session =>
  new Session({ ...engine, knex: engine.knex, close: async () => {} })

/** Writes a table. Types are as schemas write them. */
export async function write(
  engine: Engine,
  name: string,
  types: Readonly<Record<string, string>>,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const names = Object.keys(types)
  const objects = rows.map((row) => Object.fromEntries(names.map((column, index) => [column, row[index]])))
  const session = sessionOn(engine)
  await session.createDataFrame(objects as never[], schema(types as never)).write(name, { mode: 'overwrite' })
  await session.close()
}

/** Asks the only test that is declared. */
export async function ask(engine: Engine, of: string, given: Declared): Promise<Verdict> {
  return inScope(engine, (scope) => {
    const [test] = declared(of, given)
    if (test === undefined) throw new Error('no test is declared')
    return runCheck(scope, specOf(test, table(of)))
  })
}

export async function inScope<T>(engine: Engine, body: (scope: SessionScope) => Promise<T>): Promise<T> {
  const scope = makeScope(engine, { now: NOW })
  try {
    return await body(scope)
  } finally {
    await scope.close(true)
  }
}
