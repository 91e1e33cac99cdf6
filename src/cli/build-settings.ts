import type { BuildSettings } from '../dag/models/build-request.ts'
import { expandUser } from '../dag/models/names.ts'
import type { ResolvedModel } from '../dag/models/resolve-models.ts'
import type { Engine, EngineDescription } from '../engine/engine.ts'
import { UsageError } from '../errors/index.ts'
import type { TableName } from '../plan/relation.ts'
import { userName } from '../runner/user.ts'
import type { StateReader } from '../state/state.ts'
import type { Plan } from './plan.ts'
import { chooseConnection, loadConnection, type Project } from './project.ts'

/** What the options of a command say of how models are built. */
export interface BuildGiven {
  readonly fullRefresh?: boolean
  readonly empty?: boolean
  /** How far back sources are read, in milliseconds. */
  readonly sample?: number
  /** Microbatch models compute this time, and no other: both, or none. */
  readonly eventTimeStart?: Date
  readonly eventTimeEnd?: Date
  /** The connection whose relations stand in for what is neither selected nor built. */
  readonly defer?: string
}

/** Where a command reads and writes. */
export interface Target {
  readonly connection: string
  /** Of tables that are named without one; `{user}` has become a name. */
  readonly schema: string | undefined
}

/** The settings for a plan on a target. */
export async function buildSettings(
  project: Project,
  given: BuildGiven,
  { connection, schema }: Target,
  now: Date,
  models: ReadonlyMap<string, ResolvedModel>,
  plan: Pick<Plan, 'decisions'>,
  state: StateReader,
): Promise<BuildSettings> {
  const user = userName()
  return {
    fullRefresh: given.fullRefresh === true,
    user,
    empty: given.empty === true,
    range: rangeOf(given),
    sampleFrom: given.sample === undefined ? undefined : new Date(now.getTime() - given.sample),
    defaultSchema: schema,
    deferred:
      given.defer === undefined
        ? new Map()
        : await deferred(project, given.defer, connection, user, models, plan, state),
  }
}

function rangeOf({ eventTimeStart: start, eventTimeEnd: end }: BuildGiven): BuildSettings['range'] {
  if (start === undefined && end === undefined) return undefined
  if (start === undefined || end === undefined || start >= end) {
    throw new UsageError('--event-time-start and --event-time-end go together, the start before the end', {
      hint: '--event-time-start 2026-01-01 --event-time-end 2026-02-01',
    })
  }
  return { start, end }
}

/** For commands that only look: nothing is left out, nothing comes from elsewhere. @param schema of the connection */
export function idleSettings(schema: string | undefined): BuildSettings {
  const user = userName()
  return {
    fullRefresh: false,
    user,
    empty: false,
    range: undefined,
    sampleFrom: undefined,
    defaultSchema: expandUser(schema, user),
    deferred: new Map(),
  }
}

/** A query reads the tables of one database. @throws UsageError */
async function checkSameDatabase(project: Project, connection: string, other: string, engine: Engine): Promise<void> {
  const mine = await loadConnection(project, connection)
  const [here, there] = [await described(mine.engine), await described(engine)]
  if (here.engine === there.engine && here.database === there.database) return
  throw new UsageError(
    `--defer ${other}: it is another database (${there.engine}, ${there.database}) than ${connection} (${here.engine}, ${here.database})`,
    { hint: 'a query reads the tables of one database: give both connections the same one, with a schema each' },
  )
}

async function described(engine: Engine): Promise<EngineDescription> {
  try {
    return await engine.describe()
  } finally {
    await engine.close()
  }
}

/** What is neither selected nor built here, where the other target has it. */
async function deferred(
  project: Project,
  to: string,
  connection: string,
  user: string,
  models: ReadonlyMap<string, ResolvedModel>,
  plan: Pick<Plan, 'decisions'>,
  state: StateReader,
): Promise<ReadonlyMap<string, TableName>> {
  const other = chooseConnection(project, to)
  const { engine, schema } = await loadConnection(project, other)
  await checkSameDatabase(project, connection, other, engine)
  const here = state.lastSuccesses(connection)
  const there = state.lastSuccesses(other)
  return new Map(
    [...models.values()].flatMap(({ name, relation, definition }): [string, TableName][] => {
      if (definition.kind === 'source' || plan.decisions.has(name) || here.has(name) || !there.has(name)) return []
      return [[name, { schema: expandUser(relation.schema ?? schema, user), name: relation.name }]]
    }),
  )
}
