import type { Graph, TaskNode } from '../../dag/graph.ts'
import { indexModels } from '../../dag/models/build-request.ts'
import { nounFor } from '../../dag/select/nothing.ts'
import { type LoadedGraph, loadGraph } from '../../loader/index.ts'
import { readState } from '../../state/open.ts'
import type { StateReader } from '../../state/state.ts'
import { idleSettings } from '../build-settings.ts'
import { givenTo, type InputOptions, inputsOf, readInputs } from '../inputs.ts'
import { comparedSql, INCREMENTAL } from '../model-sql.ts'
import { isUnchanged, type Plan, planRun, type RunCommand } from '../plan.ts'
import { chooseConnection, loadConnection, type Project } from '../project.ts'
import { changeLines } from '../report/changes.ts'
import { type DiffLine, diffLines, diffText } from '../report/line-diff.ts'
import { createReporter, type Reporter } from '../report/reporter.ts'
import { printable, type Style, styleFor } from '../report/style.ts'
import { type SelectionOptions, selectionGiven, warnUnmatched } from '../selection.ts'

export interface PlanGiven extends SelectionOptions, InputOptions {
  readonly force?: boolean
  readonly fullRefresh?: boolean
  readonly connection?: string
  readonly now?: Date
}

/**
 * `plan`, and `--dry-run` of what runs: says what would run, level by level, and why; of a model whose plan has changed
 * also what that makes of its SQL. No database is asked, and nothing is written.
 */
export async function planCommand(project: Project, command: RunCommand, given: PlanGiven): Promise<void> {
  const connection = chooseConnection(project, given.connection)
  const models = await loadGraph({ root: project.root, models: project.models })
  const reporter = createReporter(models.graph, project.root)
  const state = readState({
    file: project.stateFile,
    warn: (message, hint) => reporter.event({ kind: 'warning', message, hint }),
  })
  try {
    const now = given.now ?? new Date()
    const inputs = readInputs(models.graph, given, now)
    const force = isForced(command, given)
    const told = { now, givenTo: (node: TaskNode) => givenTo(node, inputs) }
    const plan = planRun(models.graph, state, connection, { ...selectionGiven(given), command, force, ...told })
    // What a run would refuse is refused here.
    await inputsOf(models.graph, plan.selection.names, inputs, async () => (await models.models()).tasks)
    tellPlan(models.graph, plan, reporter)
    const sql = await sqlChanges(project, connection, models, plan, state)
    process.stdout.write(planText(models.graph, plan, given, sql, styleFor(process.stdout)))
  } finally {
    reporter.close()
    state.close()
  }
}

/** Who names one command for one kind wants it now: schedules are for what runs by itself. */
export function isForced(command: RunCommand, given: Pick<PlanGiven, 'force' | 'fullRefresh'>): boolean {
  return given.force === true || given.fullRefresh === true || command === 'test'
}

/** Says on standard error what changed since the last run, and what is left out. */
export function tellPlan(graph: Graph, { comparison, selection, runnable }: Plan, reporter: Reporter): void {
  warnUnmatched(selection, (message) => reporter.event({ kind: 'warning', message, hint: undefined }))
  for (const line of changeLines(comparison, graph, styleFor(process.stderr))) reporter.note(line)
  const left = runnable - selection.names.size
  if (left > 0) reporter.note(`${left} of ${runnable} ${nounFor(graph)}s are not selected`)
}

/** By full name: what a changed plan makes of a model's SQL. The connection is loaded only if there is something to compare. */
async function sqlChanges(
  project: Project,
  connection: string,
  { graph, models }: LoadedGraph,
  { differences }: Plan,
  state: StateReader,
): Promise<ReadonlyMap<string, readonly DiffLine[]>> {
  const former = new Map<TaskNode, string>()
  for (const [name, different] of differences) {
    const node = graph.nodes.get(name)
    const sql = different.some(({ what }) => what === 'code') ? state.compiledSql(connection, name) : undefined
    if (node !== undefined && sql !== undefined) former.set(node, sql)
  }
  if (former.size === 0) return new Map()
  const { engine, schema } = await loadConnection(project, connection)
  await engine.close()
  const index = indexModels((await models()).models)
  const settings = idleSettings(schema)
  return new Map(
    [...former].flatMap(([node, old]) => {
      const now = comparedSql(node, engine.dialect, index, settings)
      return now === undefined ? [] : [[node.name, diffLines(old, now, (line) => line === INCREMENTAL)] as const]
    }),
  )
}

function planText(
  graph: Graph,
  plan: Plan,
  given: PlanGiven,
  sql: ReadonlyMap<string, readonly DiffLine[]>,
  style: Style,
): string {
  const labels = [...plan.decisions.keys()].map((name) => graph.nodes.get(name)?.shortName.length ?? 0)
  const width = labels.reduce((widest, length) => Math.max(widest, length), 0)
  const lines = graph.levels.flatMap((names, level) =>
    names.flatMap((name) => {
      const node = graph.nodes.get(name)
      const decision = node === undefined ? undefined : decisionOf(node, plan, given)
      if (node === undefined || decision === undefined) return []
      const start = `L${level}  ${node.shortName.padEnd(width)}  `
      const { kind, reason } = decision
      const told = `${kind}${reason === undefined ? '' : `  ${printable(reason)}`}`
      return [
        `${start}${kind === 'run' ? told : style.dim(told)}`,
        ...(sql.get(name) ?? []).map((line) => `      ${diffText(line, style)}`),
      ]
    }),
  )
  return lines.map((line) => `${line}\n`).join('')
}

/** A seed that has not changed is kept once its slot has seen that its table is there. */
function decisionOf(
  node: TaskNode,
  plan: Plan,
  { fullRefresh }: PlanGiven,
): { kind: string; reason?: string | undefined } | undefined {
  const decision = plan.decisions.get(node.name)
  if (decision?.kind !== 'run' || node.resourceType !== 'seed' || fullRefresh || !isUnchanged(plan, node.name))
    return decision
  return { kind: 'kept', reason: 'neither file nor schema have changed' }
}
