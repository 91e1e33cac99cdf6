/** What is said of batches whose rows lie elsewhere. */
import { expect, test } from 'vitest'
import { makeProject } from './project.ts'

const models = (eventTime: string): string => `import { Model, ref, schema, seed } from 'millrace'
export const visits = seed('seeds/visits.csv', schema({ id: 'long', at: 'timestamp' })${eventTime})
export const kept = Model(
  { materialized: 'incremental', strategy: 'microbatch', eventTime: 'at', batch: 'day', begin: '2026-03-01' },
  () => ref(visits))
`

test('inputs that are read whole are named, until they tell their event time: a seed can', async () => {
  const project = makeProject({
    'models/web.ts': models(''),
    'seeds/visits.csv': 'id,at\n1,2026-03-01T08:00:00Z\n2,2026-03-02T09:00:00Z\n3,2026-03-02T10:00:00Z\n',
  })
  const run = () => project.run(['run', '--now', '2026-03-02T12:00:00Z'])
  const failed = await run()
  expect([failed.code, failed.stderr]).toEqual([
    1,
    expect.stringMatching(/2 rows lie outside of the day of 2026-03-01/),
  ])
  expect(failed.stderr).toMatch(/read whole, having none: seeds\.visits\. .*\{ eventTime: 'at' \}/)
  expect(failed.stderr).not.toContain('replaceWhere')
  expect(failed.stderr).not.toContain('The next run makes up')
  project.write({ 'models/web.ts': models(`, { eventTime: 'at' }`) })
  expect((await run()).code).toBe(0)
})
