import { describeValue } from '../column/expression-column.ts'
import type { Simplify } from '../column/values.ts'
import { callBody } from '../dag/models/call-body.ts'
import { type Definition, definitionOf, type ModelRef, type SnapshotRef } from '../dag/models/definition.ts'
import { InvalidArgument } from '../errors/index.ts'
import type { Relation } from '../plan/relation.ts'
import { frameActions } from '../session/frame-actions.ts'
import { makeScope, type SessionScope } from '../session/scope.ts'
import { type Session, scopeOf } from '../session/session.ts'
import { type ColumnsOf, columnsWithoutDatabase, labelOf } from './columns-of.ts'
import { type GivenByName, type GivenPairs, type GivenRow, givenTables, type PlainRow } from './given.ts'
import { inputsFrom, valuesOf } from './inputs.ts'
import { tellHint } from './tell-hint.ts'
import { instantOf, type TestEngine, testSession } from './test-session.ts'

/** A row of a model's frame; a snapshot's body knows nothing of the columns that the snapshot adds. */
export type FrameRow<M> = M extends SnapshotRef<unknown, infer F> ? F : M extends ModelRef<infer R> ? R : never

/** @typeParam G how rows are given: `GivenByName` or `GivenPairs` */
export interface RunModelOptions<M, G> {
  /** The rows of everything that the body reads: by name, or as pairs of a model and its rows. */
  given: G
  /** The instant that `currentTimestamp()` gives. Default: that of the session, else now. */
  now?: string | Date
  /** Default: a database of its own in memory. Nothing is written to it. */
  session?: Session
  /** Which database in memory. Default `sqlite`. */
  engine?: TestEngine
  /** What the body of an incremental model is told. Default false. */
  isIncremental?: boolean
  /** Where `isIncremental`: the rows that the model's table has so far. Default: none. */
  target?: readonly GivenRow<FrameRow<M>>[]
}

/**
 * The rows that a model makes of given ones, without its warehouse: on an embedded SQLite in memory, in whatever order
 * the frame has. Of an incremental model with `isIncremental`, the new rows; of a snapshot, the rows that its body gives.
 *
 * The types of the given columns are those of the seeds, sources and models that are read; where nobody has told them
 * they follow from the rows. An ephemeral model may be given, or what it reads.
 *
 * @example
 * const rows = await runModel(customers, { given: { stg_customers: [{ customer_id: 1 }], stg_orders: [] } })
 * const same = await runModel(customers, { given: [[stgCustomers, [{ customer_id: 1 }]], [stgOrders, []]] })
 * @throws GivenMismatch where the body reads what is not given, or does not read what is; InvalidValue for rows that do
 * not fit their columns; what the body or its query throws
 */
export function runModel<M extends ModelRef<unknown>>(
  model: M,
  options: RunModelOptions<M, GivenByName>,
): Promise<Simplify<FrameRow<M>>[]>
// Last, for its mistakes are the ones that the checker tells.
export function runModel<M extends ModelRef<unknown>, const P extends readonly unknown[]>(
  model: M,
  options: RunModelOptions<M, GivenPairs<P>>,
): Promise<Simplify<FrameRow<M>>[]>
export function runModel<M>(model: M, options: RunModelOptions<M, unknown>): Promise<Simplify<FrameRow<M>>[]> {
  return tellHint(() => rowsOf(model, options))
}

async function rowsOf<M>(model: M, options: RunModelOptions<M, unknown>): Promise<Simplify<FrameRow<M>>[]> {
  const definition = bodyOf(model)
  const columnsOf = columnsWithoutDatabase()
  const inputs = inputsFrom(givenTables(options.given), columnsOf)
  const target = targetOf(definition, options, columnsOf)
  let relation: Relation
  try {
    relation = callBody(definition, inputs.binding, target)
  } catch (error) {
    // Without its inputs a body may fail anywhere: what is missing is worth more.
    inputs.checkRead()
    throw error
  }
  inputs.checkAll()
  return withScope(options, async (scope) => (await frameActions(scope).collect(relation)) as Simplify<FrameRow<M>>[])
}

type WithBody = Extract<Definition, { kind: 'model' | 'snapshot' }>

function bodyOf(model: unknown): WithBody {
  const definition = definitionOf(model)
  if (definition?.kind === 'model' || definition?.kind === 'snapshot') return definition
  const what = definition === undefined ? describeValue(model) : `a ${definition.kind}, which has no body`
  throw new InvalidArgument(`runModel takes a model or snapshot, not ${what}`)
}

/** The rows so far, where only new ones are asked for. */
function targetOf(
  definition: WithBody,
  { isIncremental = false, target }: { isIncremental?: boolean; target?: readonly unknown[] },
  columnsOf: ColumnsOf,
): Relation | undefined {
  if (!isIncremental) {
    if (target === undefined) return undefined
    throw new InvalidArgument('runModel: target is what the table has so far, which only isIncremental: true reads')
  }
  if (definition.kind !== 'model' || definition.options.materialized !== 'incremental')
    throw new InvalidArgument(`runModel: isIncremental, but ${labelOf(definition)} is no incremental model`)
  return valuesOf((target ?? []) as readonly PlainRow[], columnsOf(definition), 'target')
}

interface Where {
  readonly session?: Session
  readonly engine?: TestEngine
  readonly now?: string | Date
}

/** A scope on the given session's database, or on one of its own. */
async function withScope<T>({ session, engine, now }: Where, body: (scope: SessionScope) => Promise<T>): Promise<T> {
  if (session === undefined) {
    const own = await testSession({ engine, now })
    try {
      return await body(scopeOf(own))
    } finally {
      await own.close()
    }
  }
  if (engine !== undefined) throw new InvalidArgument('a session has its engine: give one of session and engine')
  const outer = scopeOf(session)
  const instant = instantOf(now)
  if (instant === undefined) return body(outer)
  const scope = makeScope(session.engine, { ...outer.options, now: instant }, outer.transaction)
  try {
    return await body(scope)
  } finally {
    await scope.close(true)
  }
}
