/** What runs in a slot: imports the application and its models, then one attempt after the other until it is closed. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { BuildRequest } from '../../dag/models/build-request.ts'
import { TASK, type TaskContext, type TaskDefinition } from '../../dag/task.ts'
import { installConnectionHost } from '../../engine/connection-host.ts'
import { installWriteGate } from '../../engine/write-gate.ts'
import { SlotCrashed, TaskTimedOut, UsageError } from '../../errors/index.ts'
import { userFrames } from '../../errors/user-frames.ts'
import { importBundle, loadTask } from '../../loader/load-task.ts'
import { scopeOf } from '../../session/session.ts'
import { toFailure } from '../failure.ts'
import { becomeSlot } from '../handover.ts'
import { judge, markLost, type RunningAttempt, startAttempt } from './attempt.ts'
import { slotNotes } from './batch-notes.ts'
import { performBuild } from './build.ts'
import { openChannel } from './channel.ts'
import { slotGate } from './gate.ts'
import { slotHost } from './host.ts'
import { captureOutput } from './output.ts'
import { type AttemptRequest, NOTHING_TOLD, type ToSlot } from './protocol.ts'
import { loadReads } from './reads.ts'
import { loadSessions, type Sessions } from './sessions.ts'

process.setSourceMapsEnabled(true)
const offered = becomeSlot()
const channel = await openChannel()
const { settings } = channel

let sessions: Sessions | undefined
let current: RunningAttempt | undefined
let lastTask = ''
/** Which attempt a callback belongs to, however late it comes. */
const belongs = new AsyncLocalStorage<{ readonly task: string; readonly attempt: RunningAttempt | undefined }>()

captureOutput((stream, text) => {
  const task = belongs.getStore()?.task ?? current?.request.task
  // Before the first attempt: what the entry and the models print while they load, which the main process has printed.
  if (task !== undefined || lastTask !== '') channel.send({ kind: 'printed', task: task ?? lastTask, stream, text })
})
guardExits()
const gate = slotGate(channel.send)
installWriteGate(gate)
const notes = slotNotes(() => current?.request.task ?? lastTask, channel.send)
const host = slotHost(channel.send)
installConnectionHost(host)
process.on('uncaughtException', strayed)
process.on('unhandledRejection', (reason) => {
  markLost(reason)
  strayed(reason)
})
channel.listen(receive)
await prepare()

async function prepare(): Promise<void> {
  try {
    const application = await Promise.race([offered, imported(settings.entry)])
    sessions = await loadSessions(application, settings.connectionName, new Date(settings.now), settings.user)
    await importBundle(settings.bundleUrl)
    channel.send({ kind: 'ready' })
  } catch (error) {
    channel.send({ kind: 'broken', failure: toFailure(error, settings.root) })
  }
}

/** Imports the entry, which calls `app(…)` on the way. */
async function imported(entry: string): Promise<never> {
  await import(entry)
  // An entry that awaits `app(…)`, as it should, never comes here.
  await new Promise((resolve) => setImmediate(resolve))
  throw new UsageError(`${entry} did not call app(…) while it was imported`, {
    hint: 'The entry calls `await app({ connections, connection })` at its top level.',
  })
}

function receive(message: ToSlot): void {
  switch (message.kind) {
    case 'attempt':
      void attempt(message.request)
      return
    case 'abort':
      current?.abort(message.why, message.message)
      return
    case 'granted':
      gate.granted(message.turn)
      return
    case 'noted':
      notes.noted(message.note)
      return
    case 'hosted':
      host.answered(message.answer)
      return
    case 'judge':
      void answer(message)
      return
    case 'close':
      void (sessions?.close() ?? Promise.resolve()).catch(() => {}).finally(() => channel.close())
      return
    default:
      message satisfies never
  }
}

async function attempt(request: AttemptRequest): Promise<void> {
  const { task, file, exportName } = request
  lastTask = task
  const place: { task: string; attempt: RunningAttempt | undefined } = { task, attempt: undefined }
  try {
    const openSession = sessions?.open
    if (openSession === undefined) throw new UsageError('the slot has no connection')
    const definition =
      request.build === undefined
        ? await loadTask(settings.bundleUrl, file, exportName)
        : buildTask(request, request.build)
    const reads = await loadReads(settings.bundleUrl, request.reads)
    const running = belongs.run(place, () =>
      startAttempt({ settings, request, reads, definition, openSession, send: channel.send }),
    )
    place.attempt = running
    current = running
    const end = await running.end
    current = undefined
    channel.send({ kind: 'ended', end })
  } catch (error) {
    current = undefined
    const failure = toFailure(error, settings.root)
    channel.send({ kind: 'ended', end: { state: 'failed', ...NOTHING_TOLD, failure, reusable: false } })
  }
}

/** A model as something that a slot can run, like a task. */
function buildTask(request: AttemptRequest, build: BuildRequest): TaskDefinition<unknown> {
  const run = ({ session }: TaskContext) => performBuild(scopeOf(session), settings, request, build, notes)
  return { [TASK]: true, options: {}, declaredAt: undefined, run }
}

async function answer({ request, code, message }: Extract<ToSlot, { kind: 'judge' }>): Promise<void> {
  const error = code === 'TaskTimedOut' ? new TaskTimedOut(message) : new SlotCrashed(message)
  const retry = await loadTask(settings.bundleUrl, request.file, request.exportName).then(
    (definition) => judge(definition, error),
    () => false,
  )
  channel.send({ kind: 'judged', retry })
}

/** An exception that no promise carries: it belongs to the attempt in whose callbacks it was thrown. */
function strayed(error: unknown): void {
  const owner = belongs.getStore()
  if (current !== undefined && (owner === undefined || owner.attempt === current || owner.attempt === undefined)) {
    current.fail(error)
  } else {
    channel.send({ kind: 'late', task: owner?.task ?? lastTask, failure: toFailure(error, settings.root) })
  }
}

/** A task that ends the slot's process is told apart from one that a fault ended, with its line. */
function guardExits(): void {
  const exit = process.exit.bind(process)
  process.exit = (code) => {
    announce(`process.exit(${code ?? ''})`)
    return exit(code)
  }
  const abort = process.abort.bind(process)
  process.abort = () => {
    announce('process.abort()')
    return abort()
  }
}

function announce(what: string): void {
  const frames = userFrames(new Error(what).stack, settings.root)
  channel.send({ kind: 'exiting', what, at: frames[0]?.place, stack: frames.map(({ text }) => text) })
}
