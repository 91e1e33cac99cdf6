import { randomBytes } from 'node:crypto'
import { gateByTests } from '../../dag/gate-by-tests.ts'
import type { Graph, ResourceType } from '../../dag/graph.ts'
import { buildRequest, indexModels } from '../../dag/models/build-request.ts'
import { expandUser } from '../../dag/models/names.ts'
import { loadModels } from '../../loader/index.ts'
import type { RunReport } from '../../runner/events.ts'
import { run } from '../../runner/run.ts'
import { userName } from '../../runner/user.ts'
import { openState, readState } from '../../state/open.ts'
import type { State } from '../../state/state.ts'
import { type BuildGiven, buildSettings } from '../build-settings.ts'
import { EXIT } from '../exit-code.ts'
import { endAsInterrupted, listenForInterrupt } from '../interrupt.ts'
import { type Plan, planRun } from '../plan.ts'
import { chooseConnection, loadConnection, type Project } from '../project.ts'
import { changeLines } from '../report/changes.ts'
import { createReporter, type Reporter } from '../report/reporter.ts'
import { styleFor } from '../report/style.ts'
import { type SelectionOptions, selectionGiven } from '../selection.ts'

/** How long a thread that hangs in a native call may hold up the end of an interrupted run, in milliseconds. */
const PATIENCE = 500

/** What each command runs, of what is selected. */
const KINDS = {
  run: ['task', 'model', 'seed', 'snapshot'],
  build: ['task', 'model', 'seed', 'snapshot', 'test'],
  test: ['test'],
  seed: ['seed'],
  snapshot: ['snapshot'],
} as const satisfies Readonly<Record<string, readonly ResourceType[]>>

interface RunGiven extends BuildGiven, SelectionOptions {
  readonly threads?: number
  readonly barrier?: boolean
  readonly force?: boolean
  readonly failFast?: boolean
  readonly dryRun?: boolean
  readonly connection?: string
  readonly now?: Date
}

/** `run`, `build`, `test`, `seed`, `snapshot`: plans, runs, reports. @returns the exit code */
export async function runCommand(project: Project, command: keyof typeof KINDS, given: RunGiven): Promise<number> {
  const connection = chooseConnection(project, given.connection)
  const loaded = await loadModels({ root: project.root, models: project.models })
  const models = { ...loaded, graph: command === 'build' ? gateByTests(loaded.graph) : loaded.graph }
  const now = given.now ?? new Date()
  const kinds: ReadonlySet<ResourceType> = new Set(KINDS[command])
  // Who names one command for one kind wants it now: schedules are for what runs by itself.
  const force = given.force === true || given.fullRefresh === true || command === 'test'
  const options = { ...selectionGiven(given), force, now, kinds }
  const index = indexModels(models.models)
  const reporter = createReporter(models.graph, project.root)
  const warn = (message: string, hint: string | undefined): void => reporter.event({ kind: 'warning', message, hint })
  if (given.dryRun === true) {
    const state = readState({ file: project.stateFile, warn })
    try {
      dryRun(models.graph, planRun(models.graph, state, connection, options), reporter)
      return EXIT.ok
    } finally {
      state.close()
    }
  }
  const { dialect, schema } = await answering(project, connection)
  const state = openState({ file: project.stateFile, command: `node app.js ${process.argv.slice(2).join(' ')}`, warn })
  const interrupt = listenForInterrupt(reporter)
  try {
    tellRecovered(state, models.graph, warn)
    const plan = planRun(models.graph, state, connection, options)
    tellPlan(models.graph, plan, reporter)
    const settings = await buildSettings(project, given, { connection, schema }, now, models.models, plan, state)
    const report = await run({
      runId: newRunId(),
      graph: models.graph,
      decisions: plan.decisions,
      buildOf: (node) => buildRequest(node, index, settings, plan.unchanged.has(node.name)),
      entry: project.entry,
      bundleUrl: models.bundleUrl,
      root: project.root,
      connectionName: connection,
      dialect,
      threads: given.threads ?? project.threads,
      barrier: given.barrier === true,
      failFast: given.failFast === true,
      now,
      state,
      signal: interrupt.signal,
      killSignal: interrupt.killSignal,
      onEvent: reporter.event,
    })
    return exitCode(report)
  } finally {
    reporter.close()
    interrupt.release()
    state.close()
  }
}

/** Asks the database before anything is started: one clear error instead of one for each task. */
async function answering(project: Project, name: string): Promise<{ dialect: string; schema: string | undefined }> {
  const { engine, schema } = await loadConnection(project, name)
  try {
    await engine.describe()
    return { dialect: engine.dialect, schema: expandUser(schema, userName()) }
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

function tellPlan(graph: Graph, { comparison, selection }: Plan, reporter: Reporter): void {
  for (const text of selection.unmatched)
    reporter.event({ kind: 'warning', message: `"${text}" matches nothing`, hint: undefined })
  for (const line of changeLines(comparison, graph, styleFor(process.stderr))) reporter.note(line)
  const left = graph.nodes.size - selection.names.size
  if (left > 0) reporter.note(`${left} of ${graph.nodes.size} tasks are not selected`)
}

/** Says what would run, level by level; the answer is data and goes to standard output. */
function dryRun(graph: Graph, plan: Plan, reporter: Reporter): void {
  tellPlan(graph, plan, reporter)
  const style = styleFor(process.stdout)
  const selected = graph.levels.map((names) => names.filter((name) => plan.decisions.has(name)))
  const width = Math.max(...selected.flat().map((name) => graph.nodes.get(name)?.shortName.length ?? 0))
  for (const [level, names] of selected.entries()) {
    for (const name of names) {
      const decision = plan.decisions.get(name)
      const label = graph.nodes.get(name)?.shortName ?? name
      if (decision === undefined || decision.kind === 'run')
        process.stdout.write(`L${level}  ${label.padEnd(width)}  run\n`)
      else
        process.stdout.write(
          `L${level}  ${label.padEnd(width)}  ${style.dim(`${decision.kind}  ${decision.reason}`)}\n`,
        )
    }
  }
}

/** Sorts by time, and is unique: `20261121T101502Z-3f9a1c`. */
function newRunId(): string {
  return `${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}-${randomBytes(3).toString('hex')}`
}
