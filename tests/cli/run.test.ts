import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeProject, model } from './project.ts'

const pipeline = {
  'models/raw.ts': model(`export const orders = Task({ ttlMinutes: 60 }, () => { console.log('21 orders') })
export const prices = Task({ runsOn: Monthly() }, () => 1)`),
  'models/mart.ts': model(`import { orders, prices } from './raw.ts'
export const sales = Task({ dependsOn: [orders, prices] }, ({ log }) => { log.warn('slow', { rows: 2, at: 3n, url: 'postgres://ana:hunter2@db/x' }) })
export const report = Task({ dependsOn: ['sales'] }, () => { console.error('to the other stream') })`),
}
const lines = (text: string): string[] =>
  text.split('\n').map((line) =>
    line
      .replace(/^\d\d:\d\d:\d\d/, 'TIME')
      .replace(/ +/g, ' ')
      .trim(),
  )
const summary =
  /^run state=(\w+) tasks=(\d+) success=(\d+) kept=(\d+) skipped=(\d+) failed=(\d+) .* rows=\d+ seconds=[\d.]+ id=\S+$/m

describe('a run', () => {
  test('tells every task, prints its output under its name, and sums up in one line', async () => {
    const { code, stdout, stderr } = await makeProject(pipeline).run(['run', '--threads', '1'])
    expect(code).toBe(0)
    const told = lines(stderr)
    expect(told[0]).toMatch(/^run \S+: 4 tasks on sqlite, 1 at once$/)
    expect(told.filter((line) => line.includes('running'))).toEqual([
      expect.stringMatching(/^TIME L0 (orders|prices) running$/),
      expect.stringMatching(/^TIME L0 (orders|prices) running$/),
      'TIME L1 sales running',
      'TIME L2 report running',
    ])
    expect(told).toContainEqual(expect.stringMatching(/^TIME L2 report success [\d.]+ s 0 rows$/))
    expect(told).toContainEqual("TIME sales warn slow { rows: 2, at: '3', url: 'postgres://ana:***@db/x' }")
    expect(stderr).toMatch(/── report ─+\nto the other stream\n/)
    expect(stdout).toMatch(/^── orders ─+\n21 orders\nrun state=success tasks=4 /)
    expect(summary.exec(stdout)?.slice(1)).toEqual(['success', '4', '4', '0', '0', '0'])
  })

  test('again: says what did not run and why; --force runs it', async () => {
    const project = makeProject(pipeline)
    await project.run(['run', '--now', '2026-11-21T09:00:00Z'])
    const again = await project.run(['run', '--now', '2026-11-21T09:30:00Z'])
    expect(again.code).toBe(0)
    const told = lines(again.stderr)
    expect(told[0]).toBe('since the last run: nothing changed, 4 equal')
    expect(told).toContainEqual(expect.stringMatching(/^TIME L0 orders kept ttl 60 min, (30|31) min left$/))
    expect(told).toContainEqual('TIME L0 prices skipped monthly: done on 2026-11-21, due 2026-12-07; --force runs it')
    expect(summary.exec(again.stdout)?.slice(1)).toEqual(['success', '4', '2', '1', '1', '0'])
    const forced = await project.run(['run', '--force', '--now', '2026-11-21T09:40:00Z'])
    expect(summary.exec(forced.stdout)?.slice(1)).toEqual(['success', '4', '4', '0', '0', '0'])
  })

  test('says what changed since the last run, and runs what a changed definition makes due', async () => {
    const project = makeProject(pipeline)
    await project.run(['run'])
    project.write({
      'models/raw.ts': model(
        `export const orders = Task({ ttlMinutes: 30 }, () => 1)\nexport const items = Task(() => 1)`,
      ),
      'models/mart.ts': model(
        `export const sales = Task({ dependsOn: ['orders', 'items'], runsOn: Daily() }, () => 1)`,
      ),
    })
    const told = lines((await project.run(['run'])).stderr)
    expect(told.slice(0, 6)).toEqual([
      'since the last run: 1 added, 2 removed, 2 changed, 0 equal',
      'added items',
      expect.stringMatching(/^removed (mart\.report|raw\.prices)$/),
      expect.stringMatching(/^removed (mart\.report|raw\.prices)$/),
      'changed orders: code (models/raw.ts), options (ttlMinutes 60 → 30)',
      'changed sales: code (models/mart.ts, models/raw.ts), dependency (+raw.items, -raw.prices), schedule (every run → daily)',
    ])
    expect(told).toContainEqual(expect.stringMatching(/^TIME L0 orders success/))
  })

  test('selects and excludes, and warns of selectors that match nothing', async () => {
    const { code, stdout, stderr } = await makeProject(pipeline).run(['run', '-s', '+sales', 'nope', '-x', 'prices'])
    expect(code).toBe(0)
    expect(stderr).toContain('warning "nope" matches nothing')
    expect(stderr).toContain('2 of 4 tasks are not selected')
    expect(summary.exec(stdout)?.slice(1, 3)).toEqual(['success', '2'])
  })

  test('dry: answers on standard output and leaves nothing behind', async () => {
    const project = makeProject(pipeline)
    const { code, stdout } = await project.run(['run', '--dry-run'])
    expect([code, stdout]).toEqual([
      0,
      'L0  orders  run  no success yet\nL0  prices  run  no success yet\nL1  sales   run  no success yet\nL2  report  run  no success yet\n',
    ])
    expect(readdirSync(project.root)).not.toContain('.millrace')
  })
})

describe('a failure', () => {
  const failing = {
    ...pipeline,
    'models/mart.ts': model(`import { orders, prices } from './raw.ts'

export const sales = Task({ dependsOn: [orders], retry: { times: 1, delay: '1ms' } }, () => {
  const amount: number | undefined = [1].at(5)
  throw new RangeError(\`no amount: \${amount}\`)
})
export const report = Task({ dependsOn: [sales] }, () => 1)
export const other = Task({ dependsOn: [prices] }, () => 1)
export const text = Task(() => { throw 'only words' })`),
  }

  test('fails only what comes after it, and is told once more with file, line and code', async () => {
    const { code, stdout, stderr } = await makeProject(failing).run(['run'])
    expect(code).toBe(1)
    expect(lines(stderr)).toContainEqual('TIME L2 report upstream failed sales failed')
    expect(lines(stderr)).toContainEqual(expect.stringMatching(/^TIME L1 other success/))
    expect(stderr.slice(stderr.indexOf('✗ sales'))).toContain(`✗ sales failed after 2 attempts
  RangeError: no amount: undefined
  at models/mart.ts:6:9
      4 | export const sales = Task({ dependsOn: [orders], retry: { times: 1, delay: '1ms' } }, () => {
      5 |   const amount: number | undefined = [1].at(5)
    > 6 |   throw new RangeError(\`no amount: \${amount}\`)
        |         ^
      7 | })
      8 | export const report = Task({ dependsOn: [sales] }, () => 1)
`)
    expect(stderr).toContain('the task threw "only words", which is not an Error')
    expect(stderr).not.toContain('node:internal')
    expect(stderr).not.toMatch(/dist\/|src\//)
    expect(summary.exec(stdout)?.slice(1)).toEqual(['failed', '6', '3', '0', '0', '2'])
  })

  test('of a statement shows its SQL on several lines, its bindings and the task', async () => {
    const project = makeProject({
      'models/a.ts': model(`export const a = Task(async ({ session }) => {
  await session.createDataFrame([{ id: 1 }]).write('t')
  await session.execute\`insert into t (id, nope) select id, \${'it'} from t\`
})`),
    })
    const { code, stderr } = await project.run(['run'])
    expect(code).toBe(1)
    const told = stderr.slice(stderr.indexOf('✗ a failed'))
    expect(told).toContain('DatabaseError: table t has no column named nope')
    expect(told).toMatch(/(at|in) models\/a\.ts:[24]/)
    expect(told).toContain('  sql\n    insert into t (id, nope)\n    select id, ?\n    from t\n  bindings "it"')
  })

  test('with result:failed only the failed ones run again', async () => {
    const project = makeProject(failing)
    await project.run(['run'])
    const { stdout } = await project.run(['run', '--select', 'result:failed', '--dry-run'])
    expect(stdout).toBe('L0  text   run  no success yet\nL1  sales  run  no success yet\n')
  })

  test('with --fail-fast nothing more is started', async () => {
    const project = makeProject({
      'models/a.ts': model(`export const a = Task(() => { throw new Error('first') })
export const b = Task({ dependsOn: ['c'] }, () => 1)
export const c = Task({ dependsOn: ['d'] }, () => 1)
export const d = Task({ dependsOn: ['e'] }, () => 1)
export const e = Task(({ signal }) => new Promise((_, reject) => { signal.addEventListener('abort', reject) }))`),
    })
    const { code, stdout } = await project.run(['run', '--fail-fast', '--threads', '2'])
    expect([code, summary.exec(stdout)?.[3]]).toEqual([1, '0'])
  })
})

describe('colours', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours begin with
  const colour = /\u001b\[/
  test('none in a pipe, some by FORCE_COLOR, none by NO_COLOR', async () => {
    const project = makeProject(pipeline)
    expect((await project.run(['run', '--force'])).stderr).not.toMatch(colour)
    expect((await project.run(['run', '--force'], { FORCE_COLOR: '1' })).stderr).toMatch(colour)
    expect((await project.run(['run', '--force'], { FORCE_COLOR: '1', NO_COLOR: '1' })).stderr).not.toMatch(colour)
  })
})

describe('the state', () => {
  test('that is damaged is kept aside, named, and the run goes on', async () => {
    const project = makeProject(pipeline)
    await project.run(['run'])
    writeFileSync(join(project.root, '.millrace/state.db'), 'this is no database, and never was one'.repeat(100))
    const { code, stderr, stdout } = await project.run(['run'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/warning the state \S+ is damaged: it is kept as \S+corrupt\S*/)
    expect(stderr).toContain('schedules and TTLs start anew')
    expect(summary.exec(stdout)?.slice(1, 4)).toEqual(['success', '4', '4'])
    expect(readdirSync(join(project.root, '.millrace'))).toContainEqual(expect.stringContaining('corrupt'))
  })
})
