/** Models that show nothing before it is what they promise. */
import { expect, test } from 'vitest'
import { Session } from '../../src/session/session.ts'
import { freshTarget, TARGET_NAMES, type Target } from '../support/targets.ts'
import { makeProject, ownConnections, type Project } from './project.ts'

const SHOP = `import { Model, ref, schema, seed } from 'millrace'
const raw = seed('seeds/raw.csv', schema({ id: 'long', note: 'string?' }))
const Promised = schema({ note: 'string', id: 'long' })

export const audited = Model({
  audit: 'before',
  tests: {
    id: ['unique', { references: [() => known, 'id'] }],
    note: [{ notNull: true, severity: 'warn' }],
  },
  modelTests: [{ name: 'not_many', rows: (rows) => rows.join(ref(audited).groupBy('id').count().filter((c) => c.count.gt(1)), 'id', 'semi') }],
}, () => ref(raw))
export const known = Model({ name: 'known_ids' }, () => ref(raw).select('id').distinct())
export const promisedView = Model({ materialized: 'view', contract: Promised }, () => ref(raw))
export const promisedTable = Model({ contract: Promised }, () => ref(raw))
`

const auditProject = (rows: string): Project =>
  makeProject({ ...ownConnections(), 'models/shop.ts': SHOP, 'seeds/raw.csv': rows })

async function look({ open }: Target): Promise<Readonly<Record<string, unknown>>> {
  const engine = open()
  try {
    const names = (await engine.listTables(undefined)).map(({ name }) => name)
    const found: Record<string, unknown> = {}
    for (const name of names.sort()) {
      const rows = await new Session(engine).table(name).collect()
      found[name] = rows.map((row) => Object.values(row).join(' ')).sort()
    }
    return found
  } finally {
    await engine.close()
  }
}

const GOOD = 'id,note\n1,one\n2,two\n'
const BAD = 'id,note\n1,one\n1,uno\n3,\n'

test.each(TARGET_NAMES)(
  'what breaks its tests or its contract takes no place on %s',
  async (connection) => {
    const project = auditProject(BAD)
    const target = await freshTarget(connection, project.root)

    const first = await project.run(['run'], target.environment)
    expect(first.code, first.stderr).toBe(1)
    expect(first.stderr).toContain('unique_audited_id: 1 value of "id" comes more than once')
    expect(first.stderr).toContain('not_many: the query gives 2 rows')
    expect(first.stderr).toContain('audited is as it was before')
    expect(first.stderr).toContain('promised_table breaks its contract: "note" (string) is NULL in 1 row')
    expect(first.stderr).toContain('promised_view breaks its contract: "note" (string) is NULL in 1 row')
    const raw = ['1 one', '1 uno', '3 ']
    expect(await look(target)).toEqual({ known_ids: ['1', '3'], raw })

    project.write({ 'seeds/raw.csv': GOOD })
    const good = await project.run(['run'], target.environment)
    expect(good.code, good.stderr).toBe(0)
    const rows = ['1 one', '2 two']
    const all = { audited: rows, known_ids: ['1', '2'], promised_table: rows, promised_view: rows, raw: rows }
    expect(await look(target)).toEqual(all)

    project.write({ 'seeds/raw.csv': BAD })
    const again = await project.run(['build'], target.environment)
    expect(again.code, again.stderr).toBe(1)
    // A view shows what is there; whether it is what it promises, the run has said.
    expect(await look(target)).toEqual({ ...all, known_ids: ['1', '3'], promised_view: raw, raw })
  },
  120_000,
)

test('what the plan says of a contract is known before any database is asked', async () => {
  const project = auditProject(GOOD)
  project.write({ 'models/shop.ts': SHOP.replace("note: 'string', id: 'long'", "note: 'long', key: 'long'") })
  const { code, stderr } = await project.run(['list'])
  expect(code).toBe(2)
  expect(stderr).toContain(
    'promised_table breaks its contract: "note" (long) is string; "key" (long) is missing; "id" (long) is not promised',
  )
  expect(stderr).toMatch(/models\/shop\.ts:1\d/)
})

test('what tests keep is nobody else’s table', async () => {
  const project = auditProject(GOOD)
  const keeps = (name: string, table: string) =>
    `export const ${name} = Model({ modelTests: [{ name: 'odd', storeFailures: ${table}, rows: (r) => r.filter((c) => c.id.lt(0)) }] }, () => ref(audited))`
  const file = (body: string) => `import { Model, ref } from 'millrace'\nimport { audited } from './shop.ts'\n${body}\n`
  project.write({
    'models/a.ts': file(keeps('first', 'true')),
    'models/b.ts': file(`${keeps('second', 'true')}\n${keeps('third', "'known_ids'")}`),
  })
  const { code, stderr } = await project.run(['list'])
  expect(code).toBe(2)
  expect(stderr).toContain('what the test b.odd keeps and what the test a.odd keeps would both be odd in the database')
  expect(stderr).toContain('what the test b.odd keeps and shop.known would both be known_ids in the database')
  expect(stderr).toContain("{ storeFailures: 'bad_orders' }")
})
