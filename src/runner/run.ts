/**
 * Runs the tasks of a graph.
 *
 * Levels give the order; a task starts as soon as its own dependencies are done, on one of `threads` slots. What a
 * task does to its slot stays with that task. Every state is durable before it is told by `onEvent`.
 */
import { setMaxListeners } from 'node:events'
import pLimit from 'p-limit'
import type { TaskNode } from '../dag/graph.ts'
import { levelOf } from '../dag/levels.ts'
import { lateFailure, notRun, runTask, type Shop } from './attempts.ts'
import { describeReason } from './conversation.ts'
import type { RunReport, TaskOutcome } from './events.ts'
import type { RunOptions } from './options.ts'
import type { FromSlot } from './slot/protocol.ts'
import { createPool } from './slots/pool.ts'
import { userName } from './user.ts'
import { fateOf, passedOn, type Verdict, verdictOf } from './verdict.ts'

export type { RunOptions } from './options.ts'

const FAILING: ReadonlySet<string> = new Set(['failed', 'timed_out', 'crashed', 'upstream_failed'])

/**
 * Runs what `decisions` says and reports how each task ended, in the order of the graph.
 *
 * The promise resolves however the tasks end; it rejects only where the state cannot be written, after all slots were
 * stopped. Where the run was interrupted while a thread was inside a statement of an engine that cannot cancel, that
 * thread lives until the statement ends, and `process.exit()` would wait for it: a caller that must end now raises a
 * signal against its own process.
 *
 * @example
 * const report = await run({ runId, graph, decisions, entry: pathToFileURL('app.js').href, bundleUrl, root, state, …,
 *   onEvent: (event) => console.error(event.kind) })
 */
export async function run(options: RunOptions): Promise<RunReport> {
  const { runId, graph, decisions, state, onEvent, threads } = options
  const startedAt = new Date()
  const chosen = [...graph.nodes.values()].filter((node) => decisions.has(node.name))
  state.runStarted({
    runId,
    connection: options.connectionName,
    now: options.now,
    startedAt,
    definitions: options.definitions ?? graph.nodes.values(),
  })
  onEvent({
    kind: 'runStarted',
    runId,
    at: startedAt,
    connection: options.connectionName,
    tasks: chosen.map((node) => node.name),
    threads,
  })

  const stop = stopper(options)
  const outcomes = new Map<string, TaskOutcome>()
  const overheard = (message: FromSlot, task: string) => tell(options, message, task)
  const pool = createPool({
    settings: {
      entry: options.entry,
      bundleUrl: options.bundleUrl,
      connectionName: options.connectionName,
      root: options.root,
      runId,
      now: options.now,
      user: userName(),
      built: options.built ?? [],
    },
    threads,
    memoryMb: options.memoryMb,
    onBatches: ({ task, what }) => {
      if (what.kind === 'started') state.batchesStarted(runId, task, what.starts, what.full)
      else state.batchEnded(runId, task, what.start, what.done)
    },
    unheard: (message) => overheard(message, ''),
  })
  const shop: Shop = { options, pool, limit: pLimit(threads), stop: stop.signal, stopped: stop.stopped, overheard }
  const levels = levelOf(graph)

  const conclude = (ended: readonly TaskOutcome[]) => {
    state.tasksEnded(runId, ended)
    for (const outcome of ended) {
      outcomes.set(outcome.task, outcome)
      onEvent({ kind: 'taskEnded', level: levels.get(outcome.task) ?? 0, outcome, at: outcome.endedAt ?? new Date() })
      if (options.failFast === true && FAILING.has(outcome.state)) {
        stop.now(`${graph.nodes.get(outcome.task)?.shortName} failed, and the run fails fast`)
      }
    }
  }

  /** Brings one task to its end, once its parents have come to theirs. */
  const settle = async (node: TaskNode, ready: Promise<readonly Verdict[]>): Promise<Verdict> => {
    const fate = fateOf(node, await ready)
    if (fate.kind === 'run' && !stop.signal.aborted) {
      return verdictOf(node, await runTask(shop, node, levels.get(node.name) ?? 0, (outcome) => conclude([outcome])))
    }
    const [state, reason] =
      fate.kind === 'upstream_failed' || fate.kind === 'skipped'
        ? ([fate.kind, fate.root] as const)
        : (['cancelled', describeReason(stop.signal)] as const)
    const outcome = notRun(node.name, state, reason, new Date())
    conclude([outcome])
    // The root of a chain of skipped tasks is the one that skipped itself.
    return fate.kind === 'skipped' ? { kind: 'skipped', root: fate.root } : verdictOf(node, outcome)
  }

  try {
    conclude(chosen.flatMap((node) => notDue(node, options, startedAt)))
    await settleAll(options, outcomes, settle)
  } catch (error) {
    stop.now('the run cannot go on')
    pool.killAll()
    throw error
  } finally {
    stop.release()
    if (options.killSignal?.aborted) pool.killAll()
    else await pool.close()
  }

  const endedAt = new Date()
  const tasks = chosen.flatMap((node) => outcomes.get(node.name) ?? [])
  const report: RunReport = { runId, state: verdictOnRun(options, tasks), startedAt, endedAt, tasks }
  state.runEnded(runId, report.state, endedAt)
  onEvent({ kind: 'runEnded', report, at: endedAt })
  return report
}

/** Starts every task that runs, each behind its parents (or, with `barrier`, behind the whole level before). */
async function settleAll(
  { graph, decisions, barrier }: RunOptions,
  done: ReadonlyMap<string, TaskOutcome>,
  settle: (node: TaskNode, ready: Promise<readonly Verdict[]>) => Promise<Verdict>,
): Promise<void> {
  const verdicts = new Map<string, Promise<Verdict>>()
  let before: Promise<unknown> = Promise.resolve()
  for (const level of graph.levels) {
    const gate = before
    for (const name of level) {
      const node = graph.nodes.get(name)
      if (node === undefined || done.has(name)) continue
      // Whoever has no verdict of this run (kept, skipped by its schedule) satisfies its children.
      const known = node.dependsOn.flatMap((parent) => verdicts.get(parent) ?? [])
      const parents = Promise.all(known)
      parents.catch(() => {})
      if (decisions.get(name)?.kind !== 'run') {
        // What is not selected, or part of what reads it, hides nothing that failed before it.
        if (known.length > 0)
          verdicts.set(
            name,
            parents.then((ended) => passedOn(node, ended)),
          )
        continue
      }
      verdicts.set(name, settle(node, barrier === true ? gate.then(() => parents) : parents))
    }
    before = Promise.all(verdicts.values())
    before.catch(() => {})
  }
  await Promise.all(verdicts.values())
}

function notDue(node: TaskNode, { decisions }: RunOptions, at: Date): TaskOutcome[] {
  const decision = decisions.get(node.name)
  if (decision === undefined || decision.kind === 'run') return []
  return [notRun(node.name, decision.kind, decision.reason, at)]
}

function verdictOnRun({ signal }: RunOptions, tasks: readonly TaskOutcome[]): RunReport['state'] {
  if (signal?.aborted === true && tasks.some((task) => task.state === 'cancelled')) return 'cancelled'
  return tasks.some((task) => FAILING.has(task.state)) ? 'failed' : 'success'
}

interface Stopper {
  readonly signal: AbortSignal
  readonly stopped: Promise<undefined>
  now(why: string): void
  release(): void
}

/** A signal that the user's interruption aborts, and so can we; its reason is a sentence. */
function stopper({ signal, killSignal }: RunOptions): Stopper {
  const controller = new AbortController()
  // One listener for each attempt that runs or waits for its delay: many are no leak.
  setMaxListeners(0, controller.signal, ...(killSignal === undefined ? [] : [killSignal]))
  const now = (why: string) => controller.abort(why)
  const interrupted = () => now('the run was interrupted')
  const stopped = new Promise<undefined>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  signal?.addEventListener('abort', interrupted)
  if (signal?.aborted === true) interrupted()
  return { signal: controller.signal, stopped, now, release: () => signal?.removeEventListener('abort', interrupted) }
}

/** Tells what a slot says of a task. */
function tell({ onEvent }: RunOptions, message: FromSlot, current: string): void {
  if (message.kind === 'printed') {
    const { stream, text } = message
    if (text !== '') onEvent({ kind: 'taskPrinted', task: message.task ?? current, stream, text })
  } else if (message.kind === 'logged') {
    const { task, level, fields, at } = message
    onEvent({ kind: 'taskLogged', task, level, message: message.message, fields, at })
  } else if (message.kind === 'late') {
    onEvent({ kind: 'warning', ...lateFailure(message) })
  }
}
