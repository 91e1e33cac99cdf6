/** Views of models that are in the way of columns which go. */
import { expect, test } from 'vitest'
import { Session } from '../../src/session/session.ts'
import { freshTarget, TARGET_NAMES, type Target } from '../support/targets.ts'
import { makeProject, ownConnections, type Project } from './project.ts'

interface Shape {
  /** The column that the seed has beside its id. */
  readonly column: string
  /** What the columns of the models are called, besides `id`. */
  readonly extra: string
  readonly last?: string
}

/** A view over a seed, a view over a view, a table over a view, a view over a table, and a table with nothing to do with them. */
const shop = ({ column, extra, last = 'view' }: Shape) => ({
  'seeds/raw.csv': `id,${column}\n1,7\n`,
  'models/shop.ts': `import { Model, lit, ref, schema, seed } from 'millrace'
const raw = seed('seeds/raw.csv', schema({ id: 'long', ${column}: 'long' }))
export const overSeed = Model({ materialized: 'view', name: 'over_seed' }, () => ref(raw))
export const overView = Model({ materialized: 'view', name: 'over_view' }, () => ref(overSeed).withColumn('${extra}', lit(1)))
export const held = Model({}, () => ref(overView))
export const overTable = Model({ materialized: '${last}', name: 'over_table' }, () => ref(held))
export const t = Model({}, () => ref(raw).select('id').withColumn('${extra}', lit(1)))
`,
})

const project = (shape: Shape): Project => makeProject({ ...ownConnections(), ...shop(shape) })

/** The columns of what there is. */
async function look({ open }: Target): Promise<Readonly<Record<string, string>>> {
  const engine = open()
  try {
    const found: Record<string, string> = {}
    for (const { name, kind } of await engine.listTables(undefined)) {
      const [row] = await new Session(engine).table(name).collect()
      found[name] = `${kind} ${Object.keys(row ?? {}).join(' ')}`
    }
    return found
  } finally {
    await engine.close()
  }
}

async function execute({ open }: Target, sql: string): Promise<void> {
  const engine = open()
  try {
    await engine.execute({ sql, bindings: [] })
  } finally {
    await engine.close()
  }
}

const expected = (column: string, extra: string, last = 'view') => ({
  raw: `table id ${column}`,
  over_seed: `view id ${column}`,
  over_view: `view id ${column} ${extra}`,
  held: `table id ${column} ${extra}`,
  over_table: `${last} id ${column} ${extra}`,
  t: `table id ${extra}`,
})

test.each(TARGET_NAMES)(
  'a column that goes takes along the views that this run makes anew, and no others, on %s',
  async (connection) => {
    const made = project({ column: 'n', extra: 'x' })
    const target = await freshTarget(connection, made.root)
    const build = async (...args: readonly string[]) => made.run(['build', ...args], target.environment)
    const first = await build()
    expect(first.code, first.stderr).toBe(0)
    expect(await look(target)).toEqual(expected('n', 'x'))

    made.write(shop({ column: 'm', extra: 'y' }))
    const alone = await build('--select', 'raw')
    expect(alone.code).toBe(1)
    expect(alone.stderr).toContain('the view over_seed reads what raw no longer has')
    expect(alone.stderr).toContain('the view is the model shop.overSeed, which this run does not build')
    expect(alone.stderr).toContain('--select raw+')
    const short = await build('--select', 'raw', 'overSeed')
    expect(short.code).toBe(1)
    expect(short.stderr).toContain('the view over_view reads what raw no longer has')
    expect(await look(target)).toEqual(expected('n', 'x'))

    const renamed = await build('--select', 'raw+')
    expect(renamed.code, renamed.stderr).toBe(0)
    expect(await look(target)).toEqual(expected('m', 'y'))

    await execute(target, 'CREATE VIEW theirs AS SELECT m FROM over_seed')
    made.write(shop({ column: 'n', extra: 'x', last: 'table' }))
    const blocked = await build()
    expect(blocked.code).toBe(1)
    expect(blocked.stderr).toContain('the view theirs reads what raw no longer has')
    expect(await look(target)).toEqual({ ...expected('m', 'y'), theirs: 'view m' })

    await execute(target, 'DROP VIEW theirs')
    if (connection !== 'postgresql') {
      // Views that read by name can be broken already, and are then in nobody's way.
      await execute(target, 'DROP VIEW over_seed')
      await execute(target, 'CREATE VIEW over_seed AS SELECT id FROM raw')
    }
    const free = await build()
    expect(free.code, free.stderr).toBe(0)
    expect(await look(target)).toEqual(expected('n', 'x', 'table'))
  },
  180_000,
)
