import { randomBytes } from 'node:crypto'
import type { Graph, ResourceType } from '../../dag/graph.ts'
import { type BuildSettings, buildRequest } from '../../dag/models/build-request.ts'
import { loadModels } from '../../loader/index.ts'
import type { RunReport } from '../../runner/events.ts'
import { run } from '../../runner/run.ts'
import { openState, readState } from '../../state/open.ts'
import type { State } from '../../state/state.ts'
import { EXIT } from '../exit-code.ts'
import { endAsInterrupted, listenForInterrupt } from '../interrupt.ts'
import { type Plan, planRun } from '../plan.ts'
import { chooseConnection, loadConnection, type Project } from '../project.ts'
import { changeLines } from '../report/changes.ts'
import { createReporter, type Reporter } from '../report/reporter.ts'
import { styleFor } from '../report/style.ts'
import { type SelectionOptions, selectionGiven } from '../selection.ts'
import { userName } from '../user.ts'

/** How long a thread that hangs in a native call may hold up the end of an interrupted run, in milliseconds. */
const PATIENCE = 500

/** Everything but tests. */
const RUN: ReadonlySet<ResourceType> = new Set(['task', 'model', 'seed', 'snapshot'])

interface RunGiven extends SelectionOptions {
  readonly threads?: number
  readonly barrier?: boolean
  readonly force?: boolean
  readonly failFast?: boolean
  readonly dryRun?: boolean
  readonly connection?: string
  readonly now?: Date
}

/** `run`: plans, runs, reports. @returns the exit code */
export async function runCommand(project: Project, given: RunGiven): Promise<number> {
  const connection = chooseConnection(project, given.connection)
  const models = await loadModels({ root: project.root, models: project.models })
  const now = given.now ?? new Date()
  const options = {
    ...selectionGiven(given),
    force: given.force === true,
    now,
    kinds: RUN,
  }
  const settings: BuildSettings = {
    fullRefresh: false,
    user: userName(),
    empty: false,
    sampleFrom: undefined,
    deferred: new Map(),
  }
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
  const dialect = await answering(project, connection)
  const state = openState({ file: project.stateFile, command: `node app.js ${process.argv.slice(2).join(' ')}`, warn })
  const interrupt = listenForInterrupt(reporter)
  try {
    tellRecovered(state, models.graph, warn)
    const plan = planRun(models.graph, state, connection, options)
    tellPlan(models.graph, plan, reporter)
    const report = await run({
      runId: newRunId(),
      graph: models.graph,
      decisions: plan.decisions,
      buildOf: (node) => buildRequest(node, models.models, settings),
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
async function answering(project: Project, name: string): Promise<string> {
  const { engine } = await loadConnection(project, name)
  try {
    await engine.describe()
    return engine.dialect
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
    reporter.event({ kind: 'warning', message: `"${text}" matches no task`, hint: undefined })
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
