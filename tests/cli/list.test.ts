import { expect, test } from 'vitest'
import { makeProject } from './project.ts'

const shop = {
  'seeds/geo/countries.csv': 'id,name\n1,France\n',
  'models/staging.ts': `import { Model, ref, schema, seed, source } from 'millrace'
export const countries = seed('seeds/geo/countries.csv', schema({ id: 'long', name: 'string' }))
export const events = source('raw', 'events', { schema: schema({ id: 'long', country: 'long' }), tags: ['raw'] })
export const stgEvents = Model({ materialized: 'view', tags: ['web'], meta: { tier: 'gold' } }, () => ref(events))
export const visits = Model({ owner: 'ana' }, () => ref(stgEvents).join(ref(countries), 'id'))
`,
  'models/load.ts': `import { Task } from 'millrace'
export const load = Task({ runsOn: undefined }, () => 1)
`,
}

test('list says of what type everything is where not all is a task', async () => {
  const { code, stdout, stderr } = await makeProject(shop).run(['list'])
  expect([code, stderr]).toEqual([0, ''])
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2,}/))
  expect(rows[0]).toEqual(['name', 'type', 'level', 'schedule', 'ttl', 'tags', 'last (UTC)', 'file'])
  expect(rows.slice(1).map(([name, type]) => `${name} ${type}`)).toEqual([
    'load task',
    'countries seed',
    'raw.events source',
    'stgEvents view',
    'visits table',
  ])
})

test('list --json is a line a node, as selected', async () => {
  const { code, stdout } = await makeProject(shop).run([
    'list',
    '--json',
    '--select',
    '+visits',
    '--exclude',
    'source:raw',
  ])
  expect(code).toBe(0)
  const nodes = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(nodes.map(({ name }) => name)).toEqual(['seeds.geo.countries', 'staging.stgEvents', 'staging.visits'])
  expect(nodes[1]).toEqual({
    name: 'staging.stgEvents',
    short_name: 'stgEvents',
    resource_type: 'model',
    original_file_path: 'models/staging.ts',
    line: 4,
    level: 1,
    depends_on: ['sources.raw.events'],
    tags: ['web'],
    owner: null,
    description: null,
    enabled: true,
    config: { materialized: 'view', meta: { tier: 'gold' } },
    relation: { schema: null, name: 'stg_events' },
    last: null,
  })
})

test.each([
  [
    ['--select', 'config.meta.tier:gold+'],
    ['staging.stgEvents', 'staging.visits'],
  ],
  [
    ['--select', 'stg_events+1', '--resource-type', 'model'],
    ['staging.stgEvents', 'staging.visits'],
  ],
  [
    ['--select', 'path:models/staging.ts', '--resource-type', 'seed', 'source'],
    ['seeds.geo.countries', 'sources.raw.events'],
  ],
  [['--select', '@source:raw.events,resource_type:seed'], ['seeds.geo.countries']],
])('list %j', async (args, names) => {
  const { stdout } = await makeProject(shop).run(['list', '--json', ...args])
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { name: string }).name),
  ).toEqual(names)
})

test('list and plan import no model where nothing has changed', async () => {
  const { run, write } = makeProject({ ...shop, 'models/told.ts': `console.error('imported')` })
  const first = await run(['list', '--select', '+visits'])
  expect(first.stderr).toBe('imported\n')
  expect(await run(['list', '--select', '+visits'])).toEqual({ ...first, stderr: '' })
  expect((await run(['plan', '--select', 'load'])).stderr).not.toContain('imported')
  write({ 'seeds/geo/countries.csv': 'id,name\n2,Spain\n' })
  expect((await run(['list', '--select', '+visits'])).stderr).toBe('imported\n')
})
