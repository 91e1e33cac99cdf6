import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeProject, model } from './project.ts'

const tasks = {
  'models/raw.ts': model(`export const orders = Task({ ttlMinutes: 60, tags: ['raw', 'nightly'] }, () => 1)
export const prices = Task({ runsOn: Cron('0 7 * * 1-5', { timezone: 'Europe/Paris' }), enabled: true }, () => 1)`),
  'models/mart.ts': model(
    `export const sales = Task({ dependsOn: ['orders', 'prices'] }, () => { throw new Error('no') })`,
  ),
}

test('list shows tasks by level with schedule, ttl, tags, last result and line', async () => {
  const project = makeProject(tasks)
  await project.run(['run'])
  // A second run keeps and skips: what counts is when a task last ran.
  await project.run(['run'])
  const { code, stdout } = await project.run(['list'])
  expect(code).toBe(0)
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2,}/))
  expect(rows).toEqual([
    ['task', 'level', 'schedule', 'ttl', 'tags', 'last (UTC)', 'file'],
    [
      'orders',
      '0',
      'every run',
      '60 min',
      'raw, nightly',
      expect.stringMatching(/^success 20\d\d-\d\d-\d\d \d\d:\d\d$/),
      'models/raw.ts:2',
    ],
    ['prices', '0', 'cron 0 7 * * 1-5 (Europe/Paris)', expect.stringMatching(/^success /), 'models/raw.ts:3'],
    ['sales', '1', 'every run', expect.stringMatching(/^failed /), 'models/mart.ts:2'],
  ])
  expect((await project.run(['list', '--select', 'tag:raw'])).stdout).not.toContain('prices')
})

test('export-dag writes what was asked for and says where', async () => {
  const project = makeProject(tasks)
  const { code, stdout } = await project.run(['export-dag', 'out/deep', '--format', 'png,svg,dot,mermaid'])
  expect([code, stdout]).toEqual([0, 'out/deep/dag.png\nout/deep/dag.svg\nout/deep/dag.dot\nout/deep/dag.mmd\n'])
  const out = (file: string): string => join(project.root, 'out/deep', file)
  expect(readFileSync(out('dag.png')).subarray(1, 4).toString()).toBe('PNG')
  expect(statSync(out('dag.png')).size).toBeGreaterThan(5000)
  expect(readFileSync(out('dag.svg'), 'utf8')).toContain('>cron 0 7 * * 1&#45;5 (Europe/Paris)</text>')
  expect(readFileSync(out('dag.dot'), 'utf8')).toContain('"raw.orders" -> "mart.sales"')
  expect(readFileSync(out('dag.mmd'), 'utf8')).toContain('flowchart LR')
  expect((await project.run(['export-dag'])).stdout).toBe('dag.png\ndag.svg\n')
})

test('test-connection says what answered', async () => {
  const { code, stdout } = await makeProject({}).run(['test-connection'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^sqlite: SQLite 3\.\d+\.\d+, database \S+data\/test\.db\n$/)
})

describe('new', () => {
  test.each([
    ['daily', 'models/daily.ts', 'daily'],
    ['sales/daily-totals', 'models/sales/daily-totals.ts', 'dailyTotals'],
    ['class', 'models/class.ts', 'classTask'],
  ])('%s writes a task that runs as it is', async (name, file, task) => {
    const project = makeProject({})
    const made = await project.run(['new', name])
    expect([made.code, made.stdout]).toEqual([0, `${file}\n`])
    expect(made.stderr).toContain(`node app.js run --select ${task}`)
    const run = await project.run(['run', '--select', task])
    expect(run.stderr).not.toContain('error')
    expect(run.stdout).toContain('wheel')
    expect([run.code, run.stdout]).toEqual([0, expect.stringContaining(' success=1 ')])
  })
})

test('sql prints the statements of a task and runs none', async () => {
  const project = makeProject({})
  await project.run(['new', 'daily'])
  await project.run(['run'])
  project.write({
    'models/daily.ts': model(`export const daily = Task(async ({ session }) => {
  const big = session.table('daily').filter((d) => d.level.gt(20))
  await big.write('bigger', { mode: 'overwrite' })
  console.log(await big.count())
})`),
  })
  const { code, stdout, stderr } = await project.run(['sql', 'daily'])
  expect([code, stderr]).toEqual([0, '0\n'])
  expect(stdout).toBe(`-- write('bigger')
select "place", "level"
from "daily"
where "level" > ?;
-- 1: 20

-- count()
select count(*) as "count"
from "daily"
where "level" > ?;
-- 1: 20

`)
  project.write({
    'models/look.ts': model(`export const look = Task(({ session }) => session.table('bigger').show())`),
  })
  const unmade = await project.run(['sql', 'look'])
  expect([unmade.code, unmade.stdout]).toEqual([1, ''])
  expect(unmade.stderr).toContain('there is no table or view "bigger"')
})
