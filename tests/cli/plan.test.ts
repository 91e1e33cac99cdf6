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
