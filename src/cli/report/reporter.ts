import { inspect } from 'node:util'
import type { Graph } from '../../dag/graph.ts'
import { levelOf } from '../../dag/levels.ts'
import { shorten } from '../../errors/nearest.ts'
import { redact } from '../../errors/redact.ts'
import { formatDuration } from '../../plan/duration.ts'
import type { RunEvent, RunReport, TaskOutcome } from '../../runner/events.ts'
import { describeFailure } from './failures.ts'
import { clock, outcomeText, taskLine } from './lines.ts'
import { warningText } from './print-warning.ts'
import { liveScreen, plainScreen, type Screen } from './screen.ts'
import { isLive, printable, styleFor } from './style.ts'
import { summaryLine } from './summary.ts'

/** Widest column of names; longer ones push their line to the right. */
const WIDEST_NAME = 40

/** How logged fields are written: on one line, whatever they hold. */
const ONE_LINE = { breakLength: Number.POSITIVE_INFINITY, compact: true, depth: 4 }

export interface Reporter {
  event(event: RunEvent): void
  /** A line of the command itself. */
  note(text: string): void
  /** Gives the terminal back, whatever happened. */
  close(): void
}

/**
 * Tells a run: messages to standard error, what tasks print and the summary to standard output. On a terminal the tasks
 * that run stand below the lines of those that ended.
 *
 * A task's output is held until the task ends, so that it is printed whole.
 */
export function createReporter(graph: Graph, root: string): Reporter {
  const style = styleFor(process.stderr)
  const names = new Map([...graph.nodes.values()].map((node) => [node.name, node.shortName]))
  const nameOf = (task: string): string => names.get(task) ?? task
  const width = Math.min(WIDEST_NAME, Math.max(4, ...[...names.values()].map((name) => name.length)))
  const levels = levelOf(graph)
  const screen: Screen = isLive(process.stderr) ? liveScreen(style) : plainScreen()
  const printed = new Map<string, { stream: 'stdout' | 'stderr'; text: string }[]>()
  const line = (at: Date, task: string, state: Parameters<typeof taskLine>[0]['state'], more: string): string =>
    taskLine({ at, level: levels.get(task) ?? 0, name: nameOf(task), state, more }, width, style)

  const hold = (task: string, stream: 'stdout' | 'stderr', text: string): void => {
    printed.set(task, [...(printed.get(task) ?? []), { stream, text }])
  }

  /** What the task printed, under its name, each stream to its own. */
  const flush = (task: string): void => {
    const chunks = printed.get(task) ?? []
    printed.delete(task)
    for (const stream of ['stdout', 'stderr'] as const) {
      const text = chunks.flatMap((chunk) => (chunk.stream === stream ? chunk.text : [])).join('')
      if (text === '') continue
      const head = `── ${printable(nameOf(task))} ${'─'.repeat(Math.max(3, 40 - nameOf(task).length))}`
      const colours = styleFor(process[stream])
      screen.write(stream, `${colours.dim(head)}\n${text}${text.endsWith('\n') ? '' : '\n'}`)
    }
  }

  const ended = (outcome: TaskOutcome, at: Date): void => {
    screen.done(outcome.task)
    flush(outcome.task)
    const why = outcome.failure === undefined ? '' : `  ${outcome.failure.code}: ${firstLine(outcome.failure.message)}`
    tell(line(at, outcome.task, outcome.state, outcomeText(outcome) + why))
  }

  const tell = (text: string): void => screen.write('stderr', `${text}\n`)

  const event = (told: RunEvent): void => {
    switch (told.kind) {
      case 'runStarted': {
        const { runId, tasks, connection, threads } = told
        screen.expect(tasks.length)
        tell(
          style.dim(
            `run ${runId}: ${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'} on ${connection}, ${threads} at once`,
          ),
        )
        break
      }
      case 'taskStarted':
        screen.running(told.task, nameOf(told.task), told.at)
        if (!screen.live) tell(line(told.at, told.task, 'running', told.attempt > 1 ? `attempt ${told.attempt}` : ''))
        break
      case 'taskPrinted':
        if (told.task === '') screen.write(told.stream, told.text)
        else hold(told.task, told.stream, told.text)
        break
      case 'taskLogged': {
        const fields = told.fields === undefined ? '' : ` ${inspect(told.fields, ONE_LINE)}`
        const colour = told.level === 'error' ? style.red : told.level === 'warn' ? style.yellow : style.dim
        tell(
          `${style.dim(clock(told.at))}  ${nameOf(told.task)} ${colour(told.level)} ${printable(redact(told.message + fields))}`,
        )
        break
      }
      case 'taskRetried': {
        const why = `attempt ${told.attempt}: ${firstLine(told.failure.message)}; again in ${formatDuration(told.delayMs)}`
        tell(line(told.at, told.task, 'retrying', why))
        break
      }
      case 'taskEnded':
        ended(told.outcome, told.at)
        break
      case 'warning':
        tell(warningText(told.message, told.hint, style))
        break
      case 'runEnded':
        finish(told.report)
        break
      default:
        told satisfies never
    }
  }

  /** The failures once more, where the eye is at the end, then the summary. */
  const finish = (report: RunReport): void => {
    for (const task of [...printed.keys()]) flush(task)
    screen.close()
    const bad = report.tasks.filter((task) => ['failed', 'timed_out', 'crashed'].includes(task.state))
    for (const outcome of bad) {
      const task = graph.nodes.get(outcome.task)
      if (task) tell(`\n${describeFailure(outcome, task, root, style)}`)
    }
    if (bad.length > 0) tell('')
    screen.write('stdout', `${summaryLine(report)}\n`)
  }
  return { event, note: tell, close: screen.close }
}

function firstLine(text: string): string {
  return shorten(text.split('\n')[0] ?? '', 200)
}
