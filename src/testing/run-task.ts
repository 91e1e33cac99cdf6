import { randomUUID } from 'node:crypto'
import { describeValue } from '../column/expression-column.ts'
import { isTask } from '../dag/define-task.ts'
import { type Interval, intervalAt, intervalBetween } from '../dag/interval.ts'
import { type Definition, definitionOf, type ModelRef } from '../dag/models/definition.ts'
import { relationNameOf } from '../dag/models/names.ts'
import type { NoParams, ParamDeclarations, ParamInputs } from '../dag/params/param.ts'
import { askValue, paramsHint, resolveParams } from '../dag/params/resolve.ts'
import type { TaskContext, TaskDefinition } from '../dag/task.ts'
import { GivenMismatch, InvalidArgument, StatementCancelled, TaskSkipped } from '../errors/index.ts'
import { toDataFrame } from '../frame/data-frame.ts'
import type { DataFrame } from '../frame/frame.ts'
import { schemaOf } from '../frame/schema.ts'
import { writtenTableName } from '../plan/table-name.ts'
import { watchActions } from '../runner/slot/actions.ts'
import { attemptContext } from '../runner/slot/context.ts'
import type { FromSlot } from '../runner/slot/protocol.ts'
import { checkResult } from '../runner/slot/result.ts'
import { frameActions } from '../session/frame-actions.ts'
import { inferFields } from '../session/infer-schema.ts'
import { Session, scopeOf } from '../session/session.ts'
import { columnsWithoutDatabase, labelOf, namesOf } from './columns-of.ts'
import { type GivenByName, type GivenPairs, type GivenTable, givenTables } from './given.ts'
import { tellHint } from './tell-hint.ts'
import { instantOf, type TestEngine, testSession } from './test-session.ts'

/** A line that a task logged. */
export type LoggedLine = Pick<Extract<FromSlot, { kind: 'logged' }>, 'level' | 'message' | 'fields'>

/** @typeParam G how rows are given: `GivenByName` or `GivenPairs` */
export interface RunTaskOptions<G = unknown> {
  /**
   * The time that the task stands for: days or instants in UTC, the second no more part of it. Default: that of its
   * schedule at `now`, else the day before.
   */
  interval?: readonly [start: string, end: string]
  /** What the task works on, for a test that looks at it afterwards. Default: a database of its own in memory. */
  session?: Session
  /** Which database in memory. Default `sqlite`. */
  engine?: TestEngine
  /** Tables that are there when the task begins: by name, or as pairs of a model and its rows. */
  given?: G
  /** What `ctx.now` and `currentTimestamp()` are. Default: the session's, else now. */
  now?: string | Date
  /** Gets what the task logs. */
  log?: LoggedLine[]
}

/** The task's parameters: those with a default may be left out. */
export type GivenParams<P extends ParamDeclarations> =
  Record<never, never> extends ParamInputs<P> ? { params?: ParamInputs<P> } : { params: ParamInputs<P> }

type TaskFunction<T, P extends ParamDeclarations> = (context: TaskContext<P>) => T | Promise<T>
/** The same where nobody knows what they are. */
type AnyOptions = RunTaskOptions & { readonly params?: Readonly<Record<string, unknown>> }

/**
 * Calls a task as a run does, on an embedded SQLite in memory.
 *
 * @returns what the task's function returns
 * @example
 * const session = await testSession()
 * await runTask(daily, { session, given: { orders: [{ id: 1, total: 12.5 }] } })
 * await expectFrame(session.table('orders_by_day')).toEqualRows([…])
 * @example await runTask(dailySales, { params: { currency: 'USD' }, interval: ['2026-01-01', '2026-01-02'], given })
 * @throws InvalidArgument for parameters and intervals that a run would refuse; GivenMismatch where it refers to a model without a name of which no rows are given; TaskSkipped where it skips itself; ActionNotAwaited where it forgets one; TableExists where the session has a
 * given table already; whatever the task throws
 */
export function runTask<T, P extends ParamDeclarations = NoParams>(
  task: TaskDefinition<T, P> | TaskFunction<T, P>,
  options?: RunTaskOptions<GivenByName> & GivenParams<P>,
): Promise<T>
// Last, for its mistakes are the ones that the checker tells.
export function runTask<T, const R extends readonly unknown[], P extends ParamDeclarations = NoParams>(
  task: TaskDefinition<T, P> | TaskFunction<T, P>,
  options: RunTaskOptions<GivenPairs<R>> & GivenParams<P>,
): Promise<T>
export function runTask<T>(
  task: TaskDefinition<T> | TaskFunction<T, ParamDeclarations>,
  options: AnyOptions = {},
): Promise<T> {
  return tellHint(() => onSession(task, options))
}

async function onSession<T>(
  task: TaskDefinition<T> | TaskFunction<T, ParamDeclarations>,
  options: AnyOptions,
): Promise<T> {
  if (!isTask(task)) {
    throw new InvalidArgument('runTask takes what Task(…) gives, or a static method that @Task() stands on', {
      hint: 'a model is run by runModel',
    })
  }
  const { engine, now } = options
  if (options.session !== undefined) {
    if (engine !== undefined) throw new InvalidArgument('a session has its engine: give one of session and engine')
    return runOn(options.session, task as TaskDefinition<T>, options)
  }
  const own = await testSession({ engine, now })
  try {
    return await runOn(own, task as TaskDefinition<T>, options)
  } finally {
    await own.close()
  }
}

async function runOn<T>(outer: Session, task: TaskDefinition<T>, options: AnyOptions): Promise<T> {
  const { given, now, log } = options
  const scope = scopeOf(outer)
  if (scope.transaction !== undefined) {
    throw new InvalidArgument('runTask: the session is that of a transaction, and a task has one of its own', {
      hint: 'give the session that the transaction was begun with',
    })
  }
  const instant = instantOf(now) ?? scope.now
  const params = await paramsOf(task, options.params ?? {})
  const interval = intervalOf(options.interval) ?? intervalAt(task.options.runsOn, instant)
  const nameless = new Map<Definition, string>()
  for (const table of givenTables(given)) await fill(outer, table, nameless)
  const controller = new AbortController()
  const actions = watchActions(() => {})
  const { signal } = controller
  // A session of the task's own on the same database: its actions are watched, its signal is the attempt's.
  const session = new Session(outer.engine, { ...scope.options, now: instant, signal, observer: actions.observer })
  const { context, skipped, isSkip } = attemptContext(
    { now: instant, runId: 'test' },
    { task: 'test', attempt: 1, inputs: { params, interval } },
    (model) => refOf(session, model, nameless),
    session,
    signal,
    (message) => {
      if (message.kind === 'logged')
        log?.push({ level: message.level, message: message.message, fields: message.fields })
    },
  )
  try {
    const result = await task.run(context)
    const forgotten = actions.forgotten()
    if (forgotten !== undefined) throw forgotten
    if (skipped() !== undefined) throw new TaskSkipped(skipped() as string)
    checkResult(result)
    return result
  } catch (error) {
    if (isSkip(error)) throw new TaskSkipped(skipped() as string)
    throw error
  } finally {
    actions.abandon()
    if (actions.pending()) controller.abort(new StatementCancelled('the task has ended'))
    // The engine is the outer session's.
    await scopeOf(session).close(true)
    scope.catalogue.forget()
  }
}

/** @throws InvalidArgument naming every parameter that is unknown, missing, or given what it does not take */
async function paramsOf(
  { options: { params: declared = {} } }: TaskDefinition<unknown>,
  params: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const given = new Map(Object.entries(params))
  const unknown = [...given.keys()].find((name) => !Object.hasOwn(declared, name))
  if (unknown !== undefined)
    throw new InvalidArgument(`params: the task has no parameter "${unknown}"`, {
      hint: paramsHint(unknown, Object.keys(declared)),
    })
  const { values, problems } = await resolveParams(declared, given, askValue)
  if (problems.length === 0) return values
  const said = problems.map((problem) =>
    problem.kind === 'missing' ? `${problem.name} has no default, and is not given` : `${problem.name}: ${problem.why}`,
  )
  throw new InvalidArgument(`params: ${said.join('; ')}`, { hint: "params: { day: '2026-01-31' }" })
}

function intervalOf(given: RunTaskOptions['interval']): Interval | undefined {
  if (given === undefined) return undefined
  const [start, end] = Array.isArray(given) ? (given as readonly unknown[]) : []
  if (typeof start === 'string' && typeof end === 'string') return intervalBetween(start, end, 'interval')
  throw new InvalidArgument(`interval is ${describeValue(given)}`, { hint: "interval: ['2026-01-01', '2026-02-01']" })
}

/**
 * What `ref` gives a task: the table that `given`, or somebody before, has filled.
 *
 * @param nameless the tables of those whose export alone names them, which nobody here knows
 */
function refOf<R>(session: Session, model: ModelRef<R>, nameless: ReadonlyMap<Definition, string>): DataFrame<R> {
  const definition = definitionOf(model)
  if (definition === undefined)
    throw new InvalidArgument(`ref takes a model, seed, source or snapshot, not ${describeValue(model)}`)
  const scope = scopeOf(session)
  const { schema = scope.options.schema, name } = relationNameOf(definition, nameless.get(definition) ?? '')
  if (name === '') {
    throw new GivenMismatch(`the task reads ${labelOf(definition)}, of which given has no rows`, {
      hint: 'its export alone names it, and a test sees no exports: give its rows by itself, given: [[model, rows]], or name it: Model({ name: … })',
    })
  }
  return toDataFrame({ kind: 'table', table: { schema, name }, fields: undefined }, frameActions(scope))
}

/**
 * Writes a given table. A table that is there already is an error: a test must never wipe out somebody's data.
 *
 * @param nameless gets the name that is made up for what has none
 */
async function fill(
  session: Session,
  { of, rows, fields }: GivenTable,
  nameless: Map<Definition, string>,
): Promise<void> {
  if (typeof of !== 'string' && namesOf(of).length === 0) nameless.set(of, `given_${randomUUID().slice(0, 8)}`)
  const name = typeof of === 'string' ? of : writtenTableName(relationNameOf(of, nameless.get(of) ?? ''))
  const known = fields ?? (typeof of === 'string' ? undefined : columnsWithoutDatabase()(of))
  const what = typeof of === 'string' ? of : labelOf(of)
  const frame = session.createDataFrame([...rows], schemaOf<object>(known ?? inferFields(rows, `given: ${what}`)))
  await frame.write(name)
}
