/** Runs with `--empty` and `--sample`, and the runs after them. */
import { expect, test } from 'vitest'
import { freshTarget } from '../support/targets.ts'
import { makeProject } from './project.ts'

const project = {
  'app.js': `import { app } from 'millrace'
await app({ connections: { sqlite: () => import('./connections/sqlite.js') }, connection: 'sqlite' })`,
  'connections/sqlite.js': `import { sqlite } from 'millrace/sqlite'
export const engine = sqlite({ file: 'data/millrace.db' })
`,
  'seeds/visits.csv': 'id,at\n1,2026-03-01T08:00:00Z\n2,2026-03-02T08:00:00Z\n3,2026-03-05T08:00:00Z\n',
  'models/web.ts': `import { count, Model, ref, schema, seed, Snapshot, source, Task, toDate } from 'millrace'
const Visit = schema({ id: 'long', at: 'timestamp' })
const raw = seed('seeds/visits.csv', Visit)
export const load = Task({ dependsOn: [raw] }, async ({ ref }) => { await ref(raw).write('visits', { mode: 'overwrite' }) })
const visits = source('web', 'visits', { table: 'visits', schema: Visit, eventTime: 'at', dependsOn: [load] })
export const daily = Model(
  { materialized: 'incremental', strategy: 'microbatch', eventTime: 'day', batch: 'day', begin: '2026-03-01' },
  () => ref(visits).groupBy((v) => [toDate(v.at).as('day')]).agg(() => ({ visits: count() })))
export const kept = Model({ ttlMinutes: 600 }, () => ref(visits).select('id'))
export const history = Snapshot(
  { key: 'id', strategy: 'check', columns: 'all', hardDeletes: 'invalidate' } as never, () => ref(visits))
`,
}
const NOON = ['--now', '2026-03-05T12:00:00Z'] as const

test.each([[['--empty']], [['--sample', '2 d']]])(
  'a run after one with %j makes up for what that has not read',
  async (part) => {
    const { root, run: start } = makeProject(project)
    const target = await freshTarget('sqlite', root)
    const run = async (...args: readonly string[]): Promise<string> => {
      const { code, stdout, stderr } = await start(['run', ...args, ...NOON], target.environment)
      expect(code, stderr).toBe(0)
      return stdout + stderr
    }
    const look = async () => {
      const engine = target.open()
      try {
        const ids = async (sql: string) => (await engine.query({ sql, bindings: [] })).rows.flat().map(String)
        return {
          daily: await ids('SELECT day FROM daily ORDER BY 1'),
          kept: await ids('SELECT id FROM kept ORDER BY 1'),
          open: await ids('SELECT id FROM history WHERE valid_to IS NULL ORDER BY 1'),
        }
      } finally {
        await engine.close()
      }
    }
    const whole = {
      daily: ['2026-03-01', '2026-03-02', '2026-03-05'],
      kept: ['1', '2', '3'],
      open: ['1', '2', '3'],
    }
    const some = part[0] === '--empty' ? [] : ['3']
    // Where there was nothing, tables are made of the part.
    await run('--select', '+load')
    await run('--exclude', 'load', ...part)
    expect(await look()).toEqual({ daily: some.length === 0 ? [] : ['2026-03-05'], kept: some, open: some })
    const plan = await run('--exclude', 'load', '--dry-run')
    expect(plan).toContain(`read with ${part.join(' ')} at its last success`)
    await run('--exclude', 'load')
    expect(await look()).toEqual(whole)
    // Where there was everything, it stays, but for what is a table of its query.
    await run('--exclude', 'load', ...part)
    expect(await look()).toEqual({ ...whole, kept: some })
    await run('--exclude', 'load')
    expect(await look()).toEqual(whole)
    expect(await run('--select', 'kept')).toContain('ttl 600 min')
  },
  120_000,
)
