/** The actions of a real session, in real slots. */
import { expect, test } from 'vitest'
import { finish } from './support.ts'

test.each([
  ['thread', {}],
  ['process', { timeoutMs: 60_000 }],
])('in a %s, forgotten actions fail their task with the line, awaited ones count their rows', async (_, slot) => {
  const done = await finish({
    models: {
      a: `
const rows = [{ id: 1 }, { id: 2 }, { id: 3 }]
export const forgets = Task(async ({ session }) => {
  session.createDataFrame(rows).write('forgotten')
})
export const awaits = Task(async ({ session }) => {
  await session.createDataFrame(rows).write('kept')
  await session.table('kept').show()
})
export const loses = Task(async ({ session }) => {
  session.table('nowhere').show()
  await new Promise((resolve) => setTimeout(resolve, 60_000))
})`,
    },
    nodes: [
      { name: 'a.forgets', ...slot },
      { name: 'a.awaits', ...slot },
      { name: 'a.loses', ...slot },
    ],
  })
  expect(done.states).toEqual(['a.forgets failed', 'a.awaits success', 'a.loses failed'])
  expect(done.task('a.forgets').failure?.code).toBe('ActionNotAwaited')
  expect(done.task('a.forgets').failure?.message).toMatch(
    /^write\('forgotten'\) at .*models\/a\.mjs:4(:\d+)? was not awaited$/,
  )
  expect(done.task('a.awaits').rowsWritten).toBe(3)
  expect(done.printed('a.awaits')).toContain('| id|')
  expect(done.task('a.loses').failure?.message).toMatch(
    /^show\(.*\) at .*a\.mjs:11(:\d+)? was not awaited; it failed: .*nowhere/,
  )
})
