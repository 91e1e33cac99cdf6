import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startNode } from './project.ts'

const dist = new URL('../../dist/', import.meta.url).href
const width = 40

/** A run as events, told to a reporter that believes to write to a terminal of forty columns. */
const script = `
  Object.defineProperty(process.stderr, 'isTTY', { value: true })
  process.stderr.columns = ${width}
  const { createReporter } = await import('${dist}cli/report/reporter.js')
  const { sortGraph } = await import('${dist}dag/levels.js')
  const node = (name, dependsOn) => [name, { name, shortName: name, exportName: name, file: 'models/a.ts', dependsOn, tags: [], enabled: true, sources: {} }]
  const graph = sortGraph(new Map([node('first', []), node('with_a_name_that_is_longer_than_the_terminal_is_wide', ['first'])]))
  const reporter = createReporter(graph, process.cwd())
  const at = new Date()
  const outcome = (task) => ({ task, state: 'success', attempts: 1, startedAt: at, endedAt: new Date(), rowsWritten: 3 })
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  reporter.event({ kind: 'runStarted', runId: 'r', at, connection: 'sqlite', tasks: [...graph.nodes.keys()], threads: 2 })
  for (const task of graph.nodes.keys()) {
    reporter.event({ kind: 'taskStarted', task, level: 0, attempt: 1, at })
    await wait(300)
    reporter.event({ kind: 'taskPrinted', task, stream: 'stdout', text: 'printed by ' + task + '\\n' })
    reporter.event({ kind: 'taskEnded', level: 0, outcome: outcome(task), at })
  }
  const tasks = [...graph.nodes.keys()].map(outcome)
  reporter.event({ kind: 'runEnded', at, report: { runId: 'r', state: 'success', startedAt: at, endedAt: new Date(), tasks } })
  reporter.close()
`

test('on a terminal the running tasks stand below, within its width, and are gone at the end', async () => {
  const run = startNode(['--input-type=module', '-e', script], fileURLToPath(new URL('.', import.meta.url)), {
    TERM: 'xterm',
  })
  const { code, stdout, stderr } = await run.ended
  expect(code).toBe(0)
  expect(stderr).toContain('0 of 2 done, 1 running')
  expect(stderr).toContain('1 of 2 done, 1 running')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours and movements of the cursor
  const plain = stderr.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '')
  const moving = plain.split('\n').filter((line) => /^ {2}with_a_name/.test(line))
  expect(moving.length).toBeGreaterThan(0)
  for (const line of moving) expect(line.length).toBeLessThan(width)
  expect(plain).toMatch(/L1 {2}with_a_name_that_is_longer_than_the_terminal_is_wide {2}success/)
  expect(plain).not.toContain(' running   ')
  expect(stdout).toContain('printed by first\n')
  // Shown again for whoever comes after us.
  expect(stderr.lastIndexOf('\u001b[?25h')).toBeGreaterThan(stderr.lastIndexOf('\u001b[?25l'))
})

test('a build server gets lines', async () => {
  const run = startNode(['--input-type=module', '-e', script], fileURLToPath(new URL('.', import.meta.url)), {
    CI: 'true',
  })
  const { stderr } = await run.ended
  expect(stderr).not.toContain('of 2 done')
  expect(stderr).toMatch(/L0 {2}first +.*running/)
})
