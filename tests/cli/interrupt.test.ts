import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeProject, model, type Output } from './project.ts'

const waiting = model(`import { existsSync } from 'node:fs'
export const waits = Task(async ({ signal }) => {
  while (!existsSync('go') && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 10))
  signal.throwIfAborted()
})
export const after = Task({ dependsOn: [waits] }, () => 1)`)

/** 130, as a shell tells it, whether by exit or by signal. */
const interrupted = ({ code, signal }: Output): boolean => code === 130 || signal === 'SIGINT'

test('a second run at the same time says who holds the state and ends with 4', async () => {
  const project = makeProject({ 'models/a.ts': waiting })
  const first = project.start(['run'])
  await first.says('running')
  const second = await project.run(['run'])
  expect(second.code).toBe(4)
  expect(second.stderr).toContain(String(first.process.pid))
  expect(second.stderr).toContain('node app.js run')
  // To look is allowed meanwhile.
  expect((await project.run(['list'])).code).toBe(0)
  writeFileSync(join(project.root, 'go'), '')
  expect((await first.ended).code).toBe(0)
})

test('the first Ctrl-C cancels, and nothing more is started', async () => {
  const project = makeProject({ 'models/a.ts': waiting })
  const run = project.start(['run'])
  await run.says('running')
  run.process.kill('SIGINT')
  const output = await run.ended
  expect(interrupted(output)).toBe(true)
  expect(output.stderr).toContain('interrupted: nothing more is started')
  expect(output.stdout).toMatch(/run state=cancelled tasks=2 success=0 .* cancelled=2 /)
  writeFileSync(join(project.root, 'go'), '')
  expect((await project.run(['run'])).code).toBe(0)
})

test('the second Ctrl-C kills, also a task that never gives way', async () => {
  const project = makeProject({ 'models/a.ts': model(`export const spins = Task(() => { for (;;); })`) })
  const run = project.start(['run'])
  await run.says('running')
  run.process.kill('SIGINT')
  await run.says('interrupted')
  run.process.kill('SIGINT')
  const output = await run.ended
  expect(interrupted(output)).toBe(true)
  expect(output.stderr).toContain('killed')
  const next = await project.run(['list'])
  expect([next.code, next.stdout]).toEqual([0, expect.stringContaining('spins')])
})
