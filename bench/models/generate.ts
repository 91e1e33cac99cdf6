import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const FOLDERS = 20
/** Models that build on each other, before the next begin anew. */
const CHAIN = 10

/**
 * Writes a project of so many models, a file each, with two tests each, in chains that join what came before.
 *
 * @param folder is emptied first
 * @param library where the built library is
 * @returns the name of a model in the middle
 */
export function generateProject(folder: string, count: number, library: string): string {
  rmSync(folder, { recursive: true, force: true })
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  symlinkSync(library, join(folder, 'node_modules/millrace'))
  write('package.json', '{ "type": "module" }')
  write('app.js', APP)
  write(
    'connections/sqlite.js',
    `import { sqlite } from 'millrace/sqlite'\nexport const engine = sqlite({ file: 'x.db' })`,
  )
  write('models/sources.ts', SOURCES)
  for (let model = 0; model < count; model += 1) write(`models/${fileOf(model)}`, textOf(model))
  return `m${Math.floor(count / 2)}`
}

const APP = `import { app } from 'millrace'
await app({ connections: { sqlite: () => import('./connections/sqlite.js') }, connection: 'sqlite' })
`

const SOURCES = `import { schema, source } from 'millrace'
export const events = source('raw', 'events', {
  schema: schema({ id: 'long', user_id: 'long', at: 'timestamp', amount: 'decimal(12,2)', kind: 'string' }),
})
`

const fileOf = (model: number): string => `d${model % FOLDERS}/m${model}.ts`

function textOf(model: number): string {
  const options = `tags: ['t${model % 7}'], tests: { id: ['unique', 'notNull'] }`
  const place = model % CHAIN
  if (place === 0) {
    return `import { Model, ref } from 'millrace'
import { events } from '../sources.ts'
export const m${model} = Model({ materialized: 'view', ${options} }, () =>
  ref(events)
    .filter((e) => e.kind.eq('k${model}'))
    .withColumn('net', (e) => e.amount.times(2)),
)
`
  }
  const [first, before] = [model - place, model - 1]
  const imports = [...new Set([first, before])].map((other) => `import { m${other} } from '../${fileOf(other)}'\n`)
  return `import { Model, count, ref, sum } from 'millrace'
${imports.join('')}export const m${model} = Model({ ${options} }, () => {
  const totals = ref(m${first})
    .groupBy('id')
    .agg((e) => ({ total_${model}: sum(e.net), n_${model}: count() }))
  return ref(m${before})
    .join(totals, 'id', 'left')
    .filter((e) => e.id.gt(${model}))${place === CHAIN - 1 ? "\n    .select('id', 'net')" : ''}
})
`
}
