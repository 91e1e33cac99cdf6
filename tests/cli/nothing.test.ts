/** What a command says where it has nothing to do. */
import { expect, test } from 'vitest'
import { makeProject, model } from './project.ts'

const shop = {
  'models/load.ts': model('export const load = Task(() => 1)'),
  'models/shop.ts': `import { Model, ref, schema, source } from 'millrace'
const raw = source('raw', 'orders', { schema: schema({ id: 'long' }) })
export const orders = Model({ tests: { id: ['unique'] } }, () => ref(raw))
`,
}

test.each([
  [['seed'], 'nothing selected: there is no seed'],
  [
    ['run', '--select', 'test_type:generic'],
    'nothing selected: what was selected holds no task or model or seed or snapshot',
  ],
  [['test', '--select', 'load'], 'nothing selected: what was selected holds no test'],
  [['run', '--resource-type', 'test'], 'run does nothing with a test'],
  [['plan', '--select', 'state:old'], 'nothing selected: no node matches "state:old"'],
  [['compile', '--select', 'state:old'], 'nothing selected: no node matches "state:old"'],
])('%j', async (args, message) => {
  const { code, stderr } = await makeProject(shop).run(args)
  expect([code, stderr.split('\n')[0]]).toEqual([2, `error ${message}`])
})

test('what other commands run is not counted as left out', async () => {
  const { stdout, stderr } = await makeProject(shop).run(['run', '--dry-run', '--select', 'orders'])
  expect(stdout).toBe('L1  orders  run  no success yet\n')
  expect(stderr).toContain('1 of 2 nodes are not selected')
})

test.each(['compile', 'freshness', 'list'])('%s says which of the selectors found nothing', async (command) => {
  const { stderr } = await makeProject(shop).run([command, '--select', 'orders', 'nope'])
  expect(stderr).toContain('warning "nope" matches nothing')
})
