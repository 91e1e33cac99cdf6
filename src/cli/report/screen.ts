import { createLogUpdate } from 'log-update'
import { formatDuration } from '../../plan/duration.ts'
import { printable, type Style } from './style.ts'

/** Where a report goes: lines that stay, and perhaps a moving part below them. */
export interface Screen {
  readonly live: boolean
  write(stream: 'stdout' | 'stderr', text: string): void
  /** How many tasks will end. */
  expect(tasks: number): void
  running(task: string, name: string, since: Date): void
  done(task: string): void
  close(): void
}

/** A pipe, a file, a build server: lines only. */
export function plainScreen(): Screen {
  return {
    live: false,
    write: (stream, text) => void process[stream].write(text),
    expect() {},
    running() {},
    done() {},
    close() {},
  }
}

/** Refreshes of the moving part, in milliseconds. */
const TICK = 120
/** Running tasks shown; more would scroll the report away. */
const SHOWN = 8

/** A terminal: the tasks that run stand below the report, with how long they have been at it. */
export function liveScreen(style: Style): Screen {
  const log = createLogUpdate(process.stderr)
  const busy = new Map<string, { name: string; since: Date }>()
  let expected = 0
  let ended = 0
  const draw = (): void => {
    // One less: a line that fills the terminal wraps in some of them.
    const width = (process.stderr.columns || 80) - 1
    const now = Date.now()
    const tasks = [...busy.values()]
    const lines = tasks
      .slice(0, SHOWN)
      .map(({ name, since }) => `  ${printable(name)}  ${formatDuration(now - since.getTime())}`)
    if (tasks.length > SHOWN) lines.push(`  … and ${tasks.length - SHOWN} more`)
    const head = `${ended} of ${expected} done, ${tasks.length} running`
    log([head, ...lines].map((line) => style.cyan(line.slice(0, width))).join('\n'))
  }
  let timer: NodeJS.Timeout | undefined
  const close = (): void => {
    clearInterval(timer)
    timer = undefined
    log.clear()
    log.done()
  }
  return {
    live: true,
    write(stream, text) {
      log.clear()
      process[stream].write(text)
      if (timer !== undefined) draw()
    },
    expect(tasks) {
      expected = tasks
      timer ??= setInterval(draw, TICK).unref()
    },
    running: (task, name, since) => void busy.set(task, { name, since }),
    done(task) {
      busy.delete(task)
      ended += 1
    },
    close,
  }
}
