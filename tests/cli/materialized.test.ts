/** What runs make of models, from run to run: batches, merges, inlined ones, relations that change their kind. */
import { expect, test } from 'vitest'
import { Session } from '../../src/session/session.ts'
import { freshTarget, TARGET_NAMES, type Target } from '../support/targets.ts'
import { makeProject, ownConnections, type Project } from './project.ts'

const models = (
  visits: string,
): string => `import { type BuildContext, count, max, Model, ref, schema, seed, source, Task, toDate } from 'millrace'
const Visit = schema({ id: 'long', page: 'string', at: 'timestamp' })
const raw = seed('seeds/visits.csv', Visit)
export const load = Task({ dependsOn: [raw] }, async ({ ref }) => { await ref(raw).write('visits', { mode: 'overwrite' }) })
const visits = source('web', 'visits', { table: 'visits', schema: Visit, eventTime: 'at', dependsOn: [load] })
export const seen = Model({ materialized: 'ephemeral', eventTime: 'at' }, () => ref(visits).filter((v) => v.page.ne('/health')))
export const pages = Model({ materialized: ${JSON.stringify(visits)}, columns: { page: 'its path' } } as never, () => ref(seen).select('page').distinct())
export const daily = Model(
  { materialized: 'incremental', strategy: 'microbatch', eventTime: 'day', batch: 'day', begin: '2026-03-01', lookback: 0 },
  () => ref(seen).groupBy((v) => [toDate(v.at).as('day')]).agg(() => ({ visits: count() })))
export const newest = Model(
  { materialized: 'incremental', strategy: 'merge', key: 'page' },
  ({ isIncremental }: BuildContext) => {
    const all = ref(seen).groupBy('page').agg((v) => ({ last: max(v.at) }))
    return isIncremental ? all.filter((v) => v.page.ne('/old')) : all
  })
`
const MARCH = [
  'id,page,at',
  '1,/a,2026-03-01T08:00:00Z',
  '2,/health,2026-03-01T09:00:00Z',
  '3,/old,2026-03-02T07:00:00Z',
]
const LATE = ['4,/a,2026-03-01T23:00:00Z', '5,/b,2026-03-03T10:00:00Z', '6,/old,2026-03-03T11:00:00Z']
const csv = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

const visitsProject = (): Project =>
  makeProject({ ...ownConnections(), 'models/web.ts': models('view'), 'seeds/visits.csv': csv(...MARCH) })

async function look({ open }: Target, names: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const engine = open()
  try {
    const found: Record<string, unknown> = {}
    for (const name of names) {
      const rows = await new Session(engine).table(name).collect()
      const kind = (await engine.tableInfo({ schema: undefined, name }))?.kind
      found[`${kind} ${name}`] = rows.map((row) => JSON.stringify(Object.values(row))).sort()
    }
    return found
  } finally {
    await engine.close()
  }
}

test.each(TARGET_NAMES)(
  'models of every materialisation, run after run, on %s',
  async (connection) => {
    const project = visitsProject()
    const target = await freshTarget(connection, project.root)
    const run = async (...args: readonly string[]): Promise<void> => {
      const { code, stderr } = await project.run(['run', ...args], target.environment)
      expect(code, stderr).toBe(0)
    }
    await run('--now', '2026-03-02T12:00:00Z')
    expect(await look(target, ['pages', 'daily', 'newest'])).toEqual({
      'view pages': ['["/a"]', '["/old"]'],
      'table daily': ['["2026-03-01",1]', '["2026-03-02",1]'],
      'table newest': ['["/a","2026-03-01T08:00:00.000Z"]', '["/old","2026-03-02T07:00:00.000Z"]'],
    })

    // The view becomes a table. A batch whose time was over stays as it is: the late visit of its day is nobody's.
    project.write({ 'models/web.ts': models('table'), 'seeds/visits.csv': csv(...MARCH, ...LATE) })
    await run('--now', '2026-03-03T12:00:00Z')
    expect(await look(target, ['pages', 'daily', 'newest'])).toEqual({
      'table pages': ['["/a"]', '["/b"]', '["/old"]'],
      'table daily': ['["2026-03-01",1]', '["2026-03-02",1]', '["2026-03-03",2]'],
      'table newest': [
        '["/a","2026-03-01T23:00:00.000Z"]',
        '["/b","2026-03-03T10:00:00.000Z"]',
        '["/old","2026-03-02T07:00:00.000Z"]',
      ],
    })

    // A range is computed, done or not; then everything is.
    const march1 = ['--event-time-start', '2026-03-01', '--event-time-end', '2026-03-02'] as const
    await run('--select', 'daily', '--now', '2026-03-03T12:00:00Z', ...march1)
    expect(await look(target, ['daily'])).toEqual({
      'table daily': ['["2026-03-01",2]', '["2026-03-02",1]', '["2026-03-03",2]'],
    })
    await run('--full-refresh', '--now', '2026-03-03T12:00:00Z')
    expect((await look(target, ['newest']))['table newest']).toContain('["/old","2026-03-03T11:00:00.000Z"]')

    // A table becomes a view again; inputs of a day, and of nothing.
    project.write({ 'models/web.ts': models('view') })
    await run('--select', 'pages', '--now', '2026-03-03T12:00:00Z', '--sample', '1 day')
    expect(await look(target, ['pages'])).toEqual({ 'view pages': ['["/b"]', '["/old"]'] })
    await run('--select', 'pages', '--empty')
    expect(await look(target, ['pages'])).toEqual({ 'view pages': [] })
  },
  120_000,
)
