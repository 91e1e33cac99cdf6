/** One attempt in this very thread: what a session tells of its actions decides how the attempt ends. */
import { expect, test } from 'vitest'
import { Task } from '../../src/dag/define-task.ts'
import type { TaskContext } from '../../src/dag/task.ts'
import { ConnectionFailed, DatabaseError } from '../../src/errors/index.ts'
import { markLost, startAttempt } from '../../src/runner/slot/attempt.ts'
import type { FromSlot } from '../../src/runner/slot/protocol.ts'
import type { OpenSession } from '../../src/runner/slot/sessions.ts'
import type { SessionObserver } from '../../src/session/observer.ts'

/** `await` calls the `then` of subclasses alone: of a plain promise it takes the value without asking. */
class Watched extends Promise<undefined> {
  awaited = false
  override then<A = undefined, B = never>(
    onFulfilled?: ((value: undefined) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.awaited = true
    return super.then(onFulfilled, onRejected)
  }
  static override get [Symbol.species]() {
    return Promise
  }
}

/** A promise that knows whether anybody subscribed to it, as the session's actions are. */
function action(
  what: string,
  at: string | undefined,
  work: Promise<void>,
  observer: SessionObserver,
): Promise<undefined> {
  let settled = false
  const done = () => {
    settled = true
  }
  work.then(done, done)
  const promise = new Watched((resolve, reject) => work.then(() => resolve(undefined), reject))
  observer.started?.({ what, at, awaited: () => promise.awaited, settled: () => settled, abandon: () => {} })
  return promise
}

type Start = (what: string, line: number, work?: Promise<void>) => Promise<undefined>

/** Runs a task's function whose actions are started by `start`. */
function attempt(body: (start: Start, context: TaskContext) => unknown, onClose: () => void = () => {}) {
  const sent: FromSlot[] = []
  let closed = 0
  let observer: SessionObserver = {}
  const openSession: OpenSession = (options) => {
    observer = options.observer
    const session: Pick<ReturnType<OpenSession>, 'close'> = {
      close: async () => {
        closed++
        onClose()
      },
    }
    return session as ReturnType<OpenSession>
  }
  const start: Start = (what, line, work = Promise.resolve()) => action(what, `models/sales.ts:${line}`, work, observer)
  const running = startAttempt({
    settings: {
      entry: '',
      bundleUrl: '',
      connectionName: 'main',
      root: import.meta.dirname,
      runId: 'r',
      now: new Date(0),
      user: 'u',
      built: [],
    },
    request: {
      task: 'sales.daily',
      file: 'models/sales.ts',
      exportName: 'daily',
      attempt: 1,
      inputs: { params: {}, interval: { start: new Date(0), end: new Date(1) } },
      build: undefined,
      reads: [],
    },
    reads: { nodes: new Map(), nameOf: () => undefined },
    definition: Task((context) => body(start, context)),
    openSession,
    send: (message) => sent.push(message),
  })
  return { running, sent, closed: () => closed, observer: () => observer }
}

const NEVER = new Promise<void>(() => {})

test('an action that nobody awaited fails the task with its line', async () => {
  const { running, closed } = attempt((start) => void start("write('x')", 31))
  const end = await running.end
  expect(end).toMatchObject({ state: 'failed', retryable: false, reusable: true })
  expect(end.failure).toMatchObject({
    code: 'ActionNotAwaited',
    message: "write('x') at models/sales.ts:31 was not awaited",
    at: 'models/sales.ts:31',
  })
  expect(closed()).toBe(1)
})

test('an action that is still going on costs the slot, and several are counted', async () => {
  const { running } = attempt((start) => {
    void start("write('x')", 31, NEVER)
    void start('show()', 32)
    void start('show()', 33)
  })
  const end = await running.end
  expect(end.reusable).toBe(false)
  expect(end.failure?.message).toBe("write('x') at models/sales.ts:31 was not awaited, nor were 2 others")
})

test('an action awaited by something that the task did not wait for', async () => {
  const { running } = attempt((start) => {
    void (async () => {
      await start('show()', 40, NEVER)
    })()
  })
  const end = await running.end
  expect(end.failure?.message).toBe('show() at models/sales.ts:40 was still going on when the task ended')
  expect(end.failure?.hint).toContain('Promise.all')
})

test('awaited actions are well, also all at once; what they wrote is told', async () => {
  const { running, sent, observer } = attempt(async (start) => {
    await start('show()', 1)
    await Promise.all([start('show()', 2), start('show()', 3, new Promise((resolve) => setImmediate(resolve)))])
    observer().wrote?.('x', { rowsInserted: 3, rowsUpdated: 2, rowsDeleted: 1, durationMs: 1 })
  })
  expect(await running.end).toMatchObject({ state: 'success', failure: undefined, reusable: true })
  expect(sent).toEqual([{ kind: 'wrote', rows: 5 }])
})

test('a forgotten action that failed is told as forgotten, with its error', async () => {
  const { running } = attempt(async (start) => {
    void start("write('x')", 31)
    await NEVER
  })
  const error = new DatabaseError('the disk is full', { sql: 'INSERT …', sqlState: 'SQLITE_FULL' })
  markLost(error)
  running.fail(error)
  const end = await running.end
  expect(end.failure).toMatchObject({
    code: 'ActionNotAwaited',
    message: "write('x') at models/sales.ts:31 was not awaited; it failed: the disk is full",
    sql: 'INSERT …',
  })
  expect(end.reusable).toBe(false)
})

test('a skip that the task swallowed still ends it as skipped; an error of its own does not', async () => {
  const swallowed = attempt((_, { skip }) => {
    try {
      skip('nothing new')
    } catch {
      // As a careless task does.
    }
  })
  expect(await swallowed.running.end).toMatchObject({ state: 'skipped', reason: 'nothing new' })
  const wrapped = attempt((_, { skip }) => {
    try {
      skip('nothing new')
    } catch (error) {
      throw new Error('wrapped', { cause: error })
    }
  })
  expect(await wrapped.running.end).toMatchObject({ state: 'failed' })
})

test('a session that cannot be closed fails the attempt', async () => {
  const { running } = attempt(
    () => {},
    () => {
      throw new ConnectionFailed('gone while closing')
    },
  )
  expect(await running.end).toMatchObject({
    state: 'failed',
    failure: { message: 'gone while closing' },
    reusable: false,
  })
})

test('each attempt has a date of its own to change', async () => {
  const { running } = attempt((_, { now }) => {
    now.setFullYear(1999)
    return now
  })
  expect(await running.end).toMatchObject({ state: 'success' })
  const { running: next } = attempt((_, { now }) => {
    if (now.getTime() !== 0) throw new Error('the clock was changed')
  })
  expect(await next.end).toMatchObject({ state: 'success' })
})
