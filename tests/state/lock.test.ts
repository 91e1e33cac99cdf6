import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { StateLocked } from '../../src/errors/index.ts'
import { openState } from '../../src/state/open.ts'
import { seeded } from '../support/seeded.ts'
import { opened, temporaryFolder } from './support.ts'

const random = seeded()

const STATE = JSON.stringify(join(import.meta.dirname, '../../dist/state/open.js'))

/** A process that opens the state, says so, does `then`, and lives until it is killed. */
async function holder(file: string, then = ''): Promise<ChildProcess> {
  const script = `
    import { openState } from ${STATE}
    const state = openState({ file: process.argv[1], command: 'node app.js run --url postgres://me:hunter2@db', warn() {} })
    ${then}
    console.log('ready')
    // Held on to: what nothing can reach any more is collected, and a collected lock is free.
    setInterval(() => state, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function refusal(file: string): StateLocked {
  try {
    openState({ file, command: 'second', warn: () => {} }).close()
  } catch (error) {
    if (error instanceof StateLocked) return error
    throw error
  }
  throw new Error('the state could be opened')
}

test('the second run is told who holds the state, without credentials', async () => {
  const file = join(temporaryFolder(), 'state.db')
  const child = await holder(file)
  const { code, message, hint } = refusal(file)
  expect(code).toBe('StateLocked')
  expect(message).toContain(`pid ${child.pid} on ${hostname()}, since 20`)
  expect(message).toContain('started as "node app.js run --url postgres://me:***@db"')
  expect(hint).toContain(`kill ${child.pid}`)
  // Being refused must not have touched what the holder relies on.
  expect(refusal(file).message).toBe(message)
})

test('a killed holder frees the lock, and what it was running becomes crashed', async () => {
  const file = join(temporaryFolder(), 'state.db')
  const node = JSON.stringify({ name: 'a.x' })
  const child = await holder(
    file,
    `const at = new Date()
     state.runStarted({ runId: 'r1', connection: 'sqlite', now: at, startedAt: at, definitions: [${node}, { name: 'a.y' }, { name: 'a.z' }] })
     state.attemptStarted('r1', 'a.x', 1, at)
     state.attemptStarted('r1', 'a.y', 1, at)
     state.attemptFailed('r1', 'a.y', 1, at)
     state.attemptStarted('r1', 'a.z', 1, at)
     state.tasksEnded('r1', [{ task: 'a.z', state: 'success', attempts: 1, startedAt: at, endedAt: at, rowsWritten: 3 }])`,
  )
  await killed(child)
  const state = opened(file)
  expect(state.recovered).toEqual([{ runId: 'r1', tasks: ['a.x', 'a.y'] }])
  expect(new Set([...state.lastOutcomes('sqlite')].map(([task, { state: ended }]) => `${task} ${ended}`))).toEqual(
    new Set(['a.x crashed', 'a.y crashed', 'a.z success']),
  )
  expect(state.runs()).toMatchObject([{ runId: 'r1', state: 'crashed' }])
  expect(state.transitions('r1').at(-1)).toMatchObject({ state: 'crashed' })
  expect([...state.lastSuccesses('sqlite').keys()]).toEqual(['a.z'])
  state.close()
  expect(opened(file).recovered).toEqual([])
})

test('a record that belongs to a dead or another process is not believed', async () => {
  const file = join(temporaryFolder(), 'state.db')
  const child = await holder(file)
  const record = JSON.parse(readFileSync(`${file}.owner`, 'utf8')) as Record<string, unknown>
  expect(record.pid).toBe(child.pid)
  if (existsSync('/proc/self/stat')) {
    // The pid lives, but was given to a process that started later.
    writeFileSync(`${file}.owner`, JSON.stringify({ ...record, started: '1' }))
    expect(refusal(file).message).toBe(`another run holds the state ${file}`)
  }
  const dead = await holder(join(temporaryFolder(), 'other.db'))
  await killed(dead)
  writeFileSync(`${file}.owner`, JSON.stringify({ ...record, pid: dead.pid }))
  expect(refusal(file).message).toBe(`another run holds the state ${file}`)
  writeFileSync(`${file}.owner`, '{ half a rec')
  expect(refusal(file).message).toBe(`another run holds the state ${file}`)
})

test('a debris lock file is no lock, and closing leaves the way free', () => {
  const file = join(temporaryFolder(), 'state.db')
  writeFileSync(`${file}.lock`, 'not a database at all, whatever it was')
  const first = opened(file)
  expect(refusal(file).message).toContain(`pid ${process.pid}`)
  first.close()
  expect(existsSync(`${file}.owner`)).toBe(false)
  const second = opened(file)
  expect(second.recovered).toEqual([])
})

test('twenty kills at random instants: the state always opens, and nothing durable is lost', async () => {
  const file = join(temporaryFolder(), 'state.db')
  for (let round = 0; round < 20; round++) {
    const script = `
      import { openState } from ${STATE}
      const state = openState({ file: process.argv[1], command: 'test', warn(message) { console.log('warned ' + message) } })
      const at = new Date()
      const tasks = Array.from({ length: 500 }, (_, n) => ({ name: 'a.t' + n }))
      state.runStarted({ runId: 'r${round}', connection: 'sqlite', now: at, startedAt: at, definitions: tasks })
      for (const { name } of tasks) {
        state.attemptStarted('r${round}', name, 1, at)
        console.log('started ' + name)
        state.tasksEnded('r${round}', [{ task: name, state: 'success', attempts: 1, startedAt: at, endedAt: at, rowsWritten: 0 }])
        console.log('ended ' + name)
      }
      process.kill(process.pid, 'SIGKILL')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    const wanted = Math.floor(random.next() * 3000)
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.length >= wanted) child.kill('SIGKILL')
    })
    await once(child, 'close')
    expect(said).not.toContain('warned')
    const state = opened(file)
    expect(state.warnings).toEqual([])
    const ended = new Set(
      state
        .outcomes(`r${round}`)
        .filter((o) => o.state === 'success')
        .map((o) => o.task),
    )
    const reported = said
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('ended '))
      .map((line) => line.slice(6))
    expect(reported.filter((task) => !ended.has(task))).toEqual([])
    expect(state.runs(1)).toMatchObject([{ runId: `r${round}`, state: 'crashed' }])
    const open = state.transitions(`r${round}`).filter((step) => step.state === 'crashed')
    expect(open.length).toBeLessThanOrEqual(1)
    state.close()
  }
}, 60_000)
