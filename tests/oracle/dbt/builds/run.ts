/** Builds the recorded projects with the command line: as parts of one project, as far as their commands are one. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqlite } from '../../../../src/engine/sqlite/index.ts'
import { Session, schema } from '../../../../src/index.ts'
import { readState } from '../../../../src/state/open.ts'
import type { TaskOutcome } from '../../../../src/state/outcome.ts'
import { makeProjectIn, startNode, writeFiles } from '../../../support/project.ts'
import { root as repository } from '../../on-engine.ts'
import { argumentsOf, type Command, commandKey, isAlone, readCommand } from './commands.ts'
import { filesOf, LIBRARY, type NameOf, rowsFor } from './program.ts'
import type { Build, DbtStatus } from './recorded.ts'

/** What Millrace answered to one command of a case. */
export interface Answer {
  readonly exit: number | null
  /** By the recorded names. */
  readonly statuses: Readonly<Record<string, DbtStatus | 'kept'>>
  /** An option of dbt's that there is not: the command was not run. */
  readonly unknown: string | undefined
  /** What the command said. */
  readonly said: string
}

/** One command of one case. */
interface Step {
  readonly build: Build
  readonly name: NameOf
  readonly command: Command
  readonly healthy: readonly string[]
  /** Of every table. */
  readonly rows: number
}

/** @returns for each build the answers to its command and, where there is one, to its second. */
export async function runBuilds(builds: readonly Build[]): Promise<readonly (readonly Answer[])[]> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'millrace-builds-')))
  const rows = rowsFor(builds)
  try {
    makeProjectIn(root, repository, { 'library.ts': LIBRARY })
    await fillNumbers(root, rows)
    const first = builds.map((build, place) => step(build, place, rows, build.command, []))
    const second = builds.map(
      (build, place) => build.then && step(build, place, rows, build.then.command, build.then.mended),
    )
    await buildBefore(root, first)
    const answers = await runSteps(root, first)
    const later = await runSteps(
      root,
      second.filter((one) => one !== undefined),
    )
    return first.map((one, place) => {
      const [answer, then] = [answers.get(one), later.get(second[place] as Step)]
      return [answer, then].filter((given) => given !== undefined)
    })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function step(build: Build, place: number, rows: number, line: string, healthy: readonly string[]): Step {
  const name: NameOf = (plain) => `c${String(place).padStart(3, '0')}_${plain}`
  return { build, name, rows, command: readCommand(line, build, name), healthy }
}

async function fillNumbers(root: string, count: number): Promise<void> {
  writeFiles(root, { 'data/.keep': '' })
  const engine = sqlite({ file: join(root, 'data/test.db') })
  const session = new Session(engine)
  const rows = Array.from({ length: count }, (_, index) => ({ n: index + 1 }))
  await session.createDataFrame(rows, schema({ n: 'long' })).write('numbers')
  await session.close()
  await engine.close()
}

async function buildBefore(root: string, steps: readonly Step[]): Promise<void> {
  const wanted = steps.filter(({ build }) => build.before !== undefined)
  if (wanted.length === 0) return
  placeFiles(root, wanted, true)
  const { code, stderr } = await startNode(['app.js', 'run', '--threads', '1'], root).ended
  if (code !== 0) throw new Error(`what was there before was not built:\n${stderr}`)
}

/** The project has the files of these cases, and no others. */
function placeFiles(root: string, steps: readonly Step[], before: boolean): void {
  rmSync(join(root, 'models'), { recursive: true, force: true })
  for (const { build, name, healthy, rows } of steps) {
    writeFiles(root, filesOf(build, name, { healthy: before ? true : healthy, withTests: !before, rows }))
  }
}

async function runSteps(root: string, steps: readonly Step[]): Promise<ReadonlyMap<Step, Answer>> {
  const answers = new Map<Step, Answer>()
  const groups = new Map<string, Step[]>()
  for (const one of steps) {
    const { unknown } = one.command
    if (unknown !== undefined) {
      answers.set(one, { exit: null, statuses: {}, unknown, said: '' })
      continue
    }
    const alone = isAlone(one.command, one.build, one.name)
    const key = alone ? one.name('') : commandKey(one.command)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  for (const group of groups.values()) for (const [one, answer] of await runGroup(root, group)) answers.set(one, answer)
  return answers
}

async function runGroup(root: string, group: readonly Step[]): Promise<readonly (readonly [Step, Answer])[]> {
  placeFiles(root, group, false)
  const earlier = newestRun(root)
  const args = argumentsOf(group.map(({ command }) => command))
  const { code, stderr } = await startNode(['app.js', ...args], root).ended
  const newest = newestRun(root)
  const outcomes = newest?.runId === earlier?.runId ? [] : (newest?.outcomes ?? [])
  const [only] = group
  if (only !== undefined && group.length === 1)
    return [[only, { exit: code, statuses: statusesOf(only, outcomes), unknown: undefined, said: stderr }]]
  const answers = group.map((one) => {
    const own = outcomes.filter(({ task }) => task.slice(task.lastIndexOf('.') + 1).startsWith(one.name('')))
    const exit = own.some(({ state }) => FAILED.has(state)) ? 1 : 0
    return [one, { exit, statuses: statusesOf(one, own), unknown: undefined, said: stderr }] as const
  })
  // The process has one code for all of them: it must be that of the worst.
  const worst = Math.max(...answers.map(([, { exit }]) => exit))
  if (worst === code) return answers
  return answers.map(([one, answer]) => [one, { ...answer, exit: code }] as const)
}

const FAILED: ReadonlySet<string> = new Set(['failed', 'timed_out', 'crashed', 'upstream_failed'])

function newestRun(root: string): { runId: string; outcomes: readonly TaskOutcome[] } | undefined {
  const state = readState({ file: join(root, '.millrace/state.db'), warn: () => {} })
  try {
    const [run] = state.runs(1)
    return run && { runId: run.runId, outcomes: state.outcomes(run.runId) }
  } finally {
    state.close()
  }
}

function statusesOf({ build, name }: Step, outcomes: readonly TaskOutcome[]): Answer['statuses'] {
  const { nodes, tests = [] } = build
  const all = [...nodes.map((one) => [one.name, false] as const), ...tests.map((one) => [one.name, true] as const)]
  return Object.fromEntries(
    all.flatMap(([plain, isTest]) => {
      const outcome = outcomes.find(({ task }) => task.slice(task.lastIndexOf('.') + 1) === name(plain))
      return outcome === undefined ? [] : [[plain, statusOf(outcome, isTest)]]
    }),
  )
}

/** In dbt's words. */
function statusOf({ state, failure }: TaskOutcome, isTest: boolean): DbtStatus | 'kept' {
  switch (state) {
    case 'success':
      return isTest ? 'pass' : 'success'
    case 'warned':
      return 'warn'
    case 'failed':
      return isTest && failure?.code === 'TestFailed' ? 'fail' : 'error'
    case 'timed_out':
    case 'crashed':
      return 'error'
    case 'upstream_failed':
    case 'cancelled':
    case 'skipped':
      return 'skipped'
    case 'kept':
      return 'kept'
    default:
      return state satisfies never
  }
}
