import { randomBytes } from 'node:crypto'
import { gateByTests } from '../../dag/gate-by-tests.ts'
import type { Graph, TaskNode } from '../../dag/graph.ts'
import { buildRequest, indexModels, type KnownBatch, readsOf } from '../../dag/models/build-request.ts'
import { expandUser } from '../../dag/models/names.ts'
import { builtNodes } from '../../dag/models/relations-of-models.ts'
import { loadModels } from '../../loader/index.ts'
import type { RunReport } from '../../runner/events.ts'
import { run } from '../../runner/run.ts'
import { userName } from '../../runner/user.ts'
import { openState } from '../../state/open.ts'
import type { State } from '../../state/state.ts'
import { writeCommandArtifacts } from '../artifacts.ts'
import { type BuildGiven, buildSettings, idleSettings } from '../build-settings.ts'
import { EXIT } from '../exit-code.ts'
import { givenTo, type InputOptions, inputsOf, readInputs } from '../inputs.ts'
import { endAsInterrupted, listenForInterrupt } from '../interrupt.ts'
import { comparedSql } from '../model-sql.ts'
import { nameAlone, withoutValues } from '../param-arguments.ts'
import { isUnchanged, planRun, type RunCommand } from '../plan.ts'
import { chooseConnection, loadConnection, type Project } from '../project.ts'
import { createReporter } from '../report/reporter.ts'
import { makeNeededSchemas } from '../schemas.ts'
import { type SelectionOptions, selectionGiven } from '../selection.ts'
import { isForced, planCommand, tellPlan } from './plan.ts'

/** How long a thread that hangs in a native call may hold up the end of an interrupted run, in milliseconds. */
const PATIENCE = 500

interface RunGiven extends BuildGiven, SelectionOptions, InputOptions {
  readonly threads?: number
  readonly barrier?: boolean
  readonly force?: boolean
  readonly failFast?: boolean
  readonly dryRun?: boolean
  readonly connection?: string
  readonly now?: Date
}

/** `run`, `build`, `test`, `seed`, `snapshot`: plans, runs, reports. @returns the exit code */
export async function runCommand(project: Project, command: RunCommand, given: RunGiven): Promise<number> {
  if (given.dryRun === true) {
    await planCommand(project, command, given)
    return EXIT.ok
  }
  const connection = chooseConnection(project, given.connection)
  const models = await loadModels({ root: project.root, models: project.models })
  const now = given.now ?? new Date()
  const inputsGiven = readInputs(models.graph, given, now)
  const toldTo = (node: TaskNode) => givenTo(node, inputsGiven)
  const index = indexModels(models.models)
  const reporter = createReporter(models.graph, project.root)
  const warn = (message: string, hint: string | undefined): void => reporter.event({ kind: 'warning', message, hint })
  const { dialect, interruptible, schema } = await answering(project, connection)
  const state = openState({ file: project.stateFile, command: commandLine(), warn })
  const interrupt = listenForInterrupt(reporter)
  try {
    tellRecovered(state, models.graph, warn)
    const options = { ...selectionGiven(given), command, force: isForced(command, given), now, givenTo: toldTo }
    const plan = planRun(models.graph, state, connection, options)
    const inputs = await inputsOf(models.graph, plan.selection.names, inputsGiven, async () => models.tasks)
    tellPlan(models.graph, plan, reporter)
    const settings = await buildSettings(project, given, { connection, schema }, now, models.models, plan, state)
    for (const made of await makeNeededSchemas(project, connection, models.graph, plan, settings))
      reporter.note(`the schema ${made} is new`)
    const idle = idleSettings(schema)
    const runId = newRunId()
    const report = await run({
      runId,
      graph: command === 'build' ? gateByTests(models.graph) : models.graph,
      definitions: [...models.graph.nodes.values()].map((node) => {
        const told = toldTo(node)
        return told === undefined ? node : { ...node, given: told }
      }),
      inputsOf: ({ name }) => inputs.get(name),
      decisions: plan.decisions,
      buildOf: (node) =>
        buildRequest(node, index, settings, {
          unchanged: isUnchanged(plan, node.name),
          batches: knownBatches(state, connection, node, runId),
        }),
      sqlOf: (node) => {
        const known = isUnchanged(plan, node.name) && state.compiledSql(connection, node.name) !== undefined
        return known ? undefined : comparedSql(node, dialect, index, idle)
      },
      readsOf: (node) => readsOf(node.dependsOn, models.models, settings),
      built: builtNodes(models.graph, models.models, settings, (name) => plan.decisions.get(name)?.kind === 'run'),
      entry: project.entry,
      bundleUrl: models.bundleUrl,
      root: project.root,
      connectionName: connection,
      interruptible,
      threads: given.threads ?? project.threads,
      barrier: given.barrier === true,
      failFast: given.failFast === true,
      now,
      state,
      signal: interrupt.signal,
      killSignal: interrupt.killSignal,
      onEvent: reporter.event,
    })
    const done = new Set(report.tasks.filter(({ state: end }) => end === 'success').map(({ task }) => task))
    // Of an incremental model the state has more than the one query.
    const knownSql = ({ name, config }: TaskNode) =>
      done.has(name) && config?.materialized !== 'incremental' ? state.compiledSql(connection, name) : undefined
    const names = new Set(plan.decisions.keys())
    const { startedAt } = report
    writeCommandArtifacts(
      project,
      { loaded: models, settings: idle, dialect, names, knownSql, runId, startedAt, warn },
      { report, args: { which: command, ...given, param: given.param?.map(nameAlone) } },
    )
    return exitCode(report)
  } finally {
    reporter.close()
    interrupt.release()
    state.close()
  }
}

/** What the lock tells others, and `run_results.json` the world: no values of parameters. */
const commandLine = (): string => `node app.js ${withoutValues(process.argv.slice(2)).join(' ')}`

/** What is in the table of a microbatch model. */
function knownBatches(state: State, connection: string, { name, config }: TaskNode, runId: string): KnownBatch[] {
  if (config?.batch === undefined) return []
  return [...state.batches(connection, name)].flatMap(([start, batch]): KnownBatch[] => {
    const known = batch.runId === runId ? 'fresh' : batch.done ? 'done' : undefined
    return known === undefined ? [] : [{ start: new Date(start), state: known }]
  })
}

/** Asks the database before anything is started: one clear error instead of one for each task. */
async function answering(
  project: Project,
  name: string,
): Promise<{ dialect: string; interruptible: boolean; schema: string | undefined }> {
  const { engine, schema } = await loadConnection(project, name)
  try {
    await engine.describe()
    return {
      dialect: engine.dialect,
      interruptible: engine.interruptible,
      schema: expandUser(schema, userName()),
    }
  } finally {
    await engine.close()
  }
}

function exitCode(report: RunReport): number {
  if (report.state === 'success') return EXIT.ok
  if (report.state === 'failed') return EXIT.failed
  setTimeout(endAsInterrupted, PATIENCE).unref()
  return EXIT.interrupted
}

function tellRecovered(state: State, graph: Graph, warn: (message: string, hint: string | undefined) => void): void {
  for (const { runId, tasks } of state.recovered) {
    const names = tasks.map((name) => graph.nodes.get(name)?.shortName ?? name).join(', ')
    warn(`run ${runId} died before its end${names === '' ? '' : `: ${names} crashed`}`, undefined)
  }
}

/** Sorts by time, and is unique: `20261121T101502Z-3f9a1c`. */
function newRunId(): string {
  return `${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}-${randomBytes(3).toString('hex')}`
}
