import { expect, test } from 'vitest'
import { diffLines } from '../../src/cli/report/line-diff.ts'
import { makeProject } from './project.ts'

const orders = (body: string): Record<string, string> => ({
  'seeds/raw_orders.csv': 'id,amount\n1,10\n2,20\n',
  'models/shop.ts': `import { Model, lit, ref, schema, seed } from 'millrace'
const rawOrders = seed('seeds/raw_orders.csv', schema({ id: 'long', amount: 'long' }))
export const stgOrders = Model({ materialized: 'view' }, () => ref(rawOrders))
export const orders = Model({ tests: { id: ['unique'] } }, () => ref(stgOrders)${body})
`,
})

test('plan says what build would run, why, and what becomes of the SQL', async () => {
  const project = makeProject(orders('.filter((o) => o.amount.gt(5))'))
  const first = await project.run(['plan'])
  expect([first.code, first.stdout.split('\n').map((line) => line.trimEnd())]).toEqual([
    0,
    [
      'L0  raw_orders        run  no success yet',
      'L1  stgOrders         run  no success yet',
      'L2  orders            run  no success yet',
      'L3  unique_orders_id  run  no success yet',
      '',
    ],
  ])
  expect((await project.run(['build'])).code).toBe(0)
  expect((await project.run(['plan'])).stdout.split('\n').map((line) => line.trimEnd())).toEqual([
    'L0  raw_orders        kept  neither file nor schema have changed',
    'L1  stgOrders         run',
    'L2  orders            run',
    'L3  unique_orders_id  run',
    '',
  ])

  // Comments and formatting change nothing.
  project.write(
    orders(`
  // a comment
  .filter((order) => order.amount.gt(5))`),
  )
  expect((await project.run(['plan', '--select', 'orders', '--indirect-selection', 'empty'])).stdout).toBe(
    'L2  orders  run\n',
  )

  project.write(orders(".filter((o) => o.amount.gt(7)).withColumn('late', lit(true))"))
  const { stdout, stderr } = await project.run(['plan', '--select', 'orders', '--indirect-selection', 'empty'])
  expect(stderr).toContain('changed  orders: code (plan)')
  const lines = stdout.split('\n')
  expect(lines[0]).toBe('L2  orders  run  changed: code (plan)')
  expect(lines.some((line) => /^ {6}- .*> 5/.test(line))).toBe(true)
  expect(lines.some((line) => /^ {6}\+ .*> 7/.test(line))).toBe(true)
  expect(lines.some((line) => /^ {6}\+ .*"late"/.test(line))).toBe(true)
  expect(stdout).toBe((await project.run(['run', '--dry-run', '--select', 'orders'])).stdout)
}, 60_000)

const visits = (fresh: string, part: string): Record<string, string> => ({
  'seeds/raw_visits.csv': 'id,day\n1,10\n2,20\n',
  'models/web.ts': `import { Model, max, ref, schema, seed } from 'millrace'
const rawVisits = seed('seeds/raw_visits.csv', schema({ id: 'long', day: 'long' }))
const filled = Model({ materialized: 'ephemeral' }, () => ref(rawVisits).filter((v) => v.day.gt(${part})))
export { filled }
export const visits = Model({ materialized: 'incremental', strategy: 'append' }, ({ isIncremental }) =>
  isIncremental ? ref(rawVisits).filter((v) => v.id.gt(${fresh})) : ref(rawVisits))
export const days = Model({ ttlMinutes: 60 }, () => ref(filled).select('day'))
`,
})

test('plan shows a change in the query for new rows alone, and one through an ephemeral model', async () => {
  const project = makeProject(visits('5', '1'))
  expect((await project.run(['build'])).code).toBe(0)
  expect((await project.run(['plan', '--select', 'visits', 'days'])).stdout).toMatch(
    /^L1 {2}visits {2}run\nL2 {2}days {4}kept {2}ttl 60 min, [^\n]*\n$/,
  )

  project.write(visits('7', '3'))
  const { stdout } = await project.run(['plan', '--select', 'visits', 'days'])
  const [all = '', days = ''] = stdout.split(/(?=^L2)/m)
  expect(all).toMatch(/^L1 {2}visits {2}run {2}changed: code \(plan\)\n/)
  expect(all).toMatch(/^ {8}-- incremental\n(?: {8}.*\n)*? {6}- .*> 5\n {6}\+ .*> 7\n/m)
  expect(all.match(/^ {6}[-+] /gm)).toHaveLength(2)
  expect(days).toMatch(/^L2 {2}days {4}run {2}changed: code \(through the ephemeral web\.filled\)\n/)
  expect(days).toMatch(/^ {6}- .*> 1\n {6}\+ .*> 3$/m)

  expect((await project.run(['compile', '--select', 'visits'])).stdout).toBe(
    'target/compiled/models/visits.sql\ntarget/compiled/models/visits.incremental.sql\n',
  )
  expect((await project.run(['sql', 'visits'])).stdout).not.toContain('> 7')
  expect((await project.run(['sql', 'visits', '--incremental'])).stdout).toContain('> 7')
  const refused = await project.run(['sql', 'days', '--incremental'])
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('days is no incremental model')])
}, 60_000)

const diff = (old: string, now: string): string[] =>
  diffLines(old.replaceAll(' ', '\n'), now.replaceAll(' ', '\n')).map(
    ({ kind, text }) => `${{ same: ' ', removed: '-', added: '+', gap: '…' }[kind]}${text}`,
  )

test.each([
  ['a b c', 'a b c', []],
  ['a b c', 'a x c', [' a', '-b', '+x', ' c']],
  ['a b c', 'a c', [' a', '-b', ' c']],
  ['a c', 'a b c', [' a', '+b', ' c']],
  ['a', 'b', ['-a', '+b']],
  // The fewest lines: what both have stays.
  ['a b c a b b a', 'c b a b a c', ['-a', '-b', ' c', '-a', ' b', '+a', ' b', ' a', '+c']],
  ['1 2 3 4 5 6 7 8 9', '1 2 3 4 x 6 7 8 9', ['…', ' 2', ' 3', ' 4', '-5', '+x', ' 6', ' 7', ' 8', '…']],
])('lines of %j and %j', (old, now, expected) => {
  const lines = diff(old, now)
  expect(lines).toEqual(expected)
})
