import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { finish, type Project, project } from './support.ts'

const DIST = new URL('../../dist/', import.meta.url).href

/** A process of its own group that runs the project and prints every event as a line. */
function runner(made: Project, runId: string, setup = '') {
  const { signal: _, killSignal: __, graph, decisions, ...plain } = made.options
  const script = `
    import { run } from '${DIST}runner/run.js'
    import { openState } from '${DIST}state/open.js'
    const given = ${JSON.stringify({ ...plain, runId, nodes: [...graph.nodes], levels: graph.levels, decisions: [...decisions] })}
    const state = openState({ file: given.root + '/.millrace/state.db', command: 'test', warn(message) { console.log('warned ' + message) } })
    let more = {}
    let heard = () => {}
    let after = () => {}
    ${setup}
    await run({ ...given, ...more, now: new Date(given.now), graph: { nodes: new Map(given.nodes), levels: given.levels }, decisions: new Map(given.decisions), state,
      onEvent(event) { heard(event); console.log(event.kind + ' ' + (event.task ?? event.outcome?.task ?? '') + ' ' + (event.text ?? event.outcome?.state ?? '')) } })
    state.close()
    after()`
  const file = join(made.root, 'runner.mjs')
  writeFileSync(file, script)
  const child = spawn(process.execPath, [file], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  const killGroup = () => {
    try {
      process.kill(-(child.pid as number), 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  onTestFinished(killGroup)
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  return { child, killGroup, said: () => said }
}

const COUNTING = `
import { setTimeout as wait } from 'node:timers/promises'
export const step = Task(async () => { console.log('working'); await wait(2) })`

test('the whole group killed at twenty instants: the state opens, what ran is crashed, what was told is kept', async () => {
  const nodes = [
    ...Array.from({ length: 6 }, (_, n) => ({
      name: `a.first${n}`,
      exportName: 'step',
      timeoutMs: n % 3 === 0 ? 60_000 : undefined,
    })),
    ...Array.from({ length: 6 }, (_, n) => ({ name: `a.second${n}`, exportName: 'step', dependsOn: [`a.first${n}`] })),
  ]
  const made = project({ models: { a: COUNTING }, nodes })
  let crashed = 0
  for (let round = 0; round < 20; round++) {
    const { child, killGroup, said } = runner(made, `killed-${round}`)
    // Every round dies one event later than the last, from the first event on.
    child.stdout.on('data', () => {
      if (said().split('\n').length > round * 2 + 1) killGroup()
    })
    await once(child, 'close')
    expect(said()).not.toContain('warned')
    const state = made.openState()
    const record = state.runs(1)[0]
    expect(record?.runId).toBe(`killed-${round}`)
    expect(['crashed', 'success']).toContain(record?.state)
    const outcomes = new Map(state.outcomes(`killed-${round}`).map((outcome) => [outcome.task, outcome.state]))
    const told = said()
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(' '))
    for (const [kind, task = '', ended] of told) {
      if (kind === 'taskEnded') expect(outcomes.get(task)).toBe(ended)
      if (kind === 'taskStarted') expect(['success', 'crashed']).toContain(outcomes.get(task))
    }
    crashed += [...outcomes.values()].filter((ended) => ended === 'crashed').length
    state.close()
  }
  expect(crashed).toBeGreaterThan(0)
  const undisturbed = await finish(made, { runId: 'whole' })
  expect(new Set(undisturbed.report.tasks.map((task) => task.state))).toEqual(new Set(['success']))
}, 120_000)

test('an interrupted run reports although a thread is inside a statement, and a signal then ends the process', async () => {
  const made = project({
    models: {
      a: `
export const endless = Task(async () => {
  console.log('begun')
  new Sqlite(':memory:').prepare('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0').get()
})`,
    },
    nodes: [{ name: 'a.endless' }],
  })
  const { child, said } = runner(
    made,
    'stuck',
    `
    const interrupt = new AbortController()
    more = { signal: interrupt.signal, graceMs: 50 }
    heard = (event) => { if (event.kind === 'taskPrinted') interrupt.abort() }
    after = () => process.kill(process.pid, 'SIGINT')`,
  )
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGINT')
  expect(said()).toContain('taskEnded a.endless cancelled')
  const state = made.openState()
  expect(state.runs(1)).toMatchObject([{ runId: 'stuck', state: 'cancelled' }])
}, 30_000)

test('a process inside an endless statement does not outlive its killed runner', async () => {
  const made = project({
    models: {
      a: `
export const endless = Task(async () => {
  console.log(process.pid)
  new Sqlite(':memory:').prepare('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0').get()
})`,
    },
    nodes: [{ name: 'a.endless', timeoutMs: 600_000 }],
  })
  const { child, said } = runner(made, 'orphan')
  await new Promise<void>((resolve) => {
    child.stdout.on('data', () => {
      if (/taskPrinted a\.endless \d+/.test(said())) resolve()
    })
  })
  const orphan = Number(/taskPrinted a\.endless (\d+)/.exec(said())?.[1])
  child.kill('SIGKILL')
  await once(child, 'exit')
  await expect.poll(() => isAlive(orphan), { timeout: 10_000 }).toBe(false)
}, 30_000)

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // One that is dead but not buried, where nothing collects orphans, counts as gone.
    return !/^\d+ \(.*\) Z/.test(existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '')
  } catch {
    return false
  }
}
