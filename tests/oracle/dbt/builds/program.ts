/** A recorded project as files of a Millrace project. */
import type { Build, RecordedNode, RecordedTest } from './recorded.ts'

/** How many rows every table has (1, 2, 3 …): one more than the test with the most failures finds. */
export const rowsFor = (builds: readonly Build[]): number =>
  1 + Math.max(0, ...builds.flatMap(({ tests = [] }) => tests.map(({ failures }) => failures)))

/** What every model file imports. */
export const LIBRARY = `import { concat, lit, ref, schema, table } from 'millrace'
export const Numbers = schema({ n: 'long' })
export const numbers = () => table('numbers', Numbers)
const impossible = (n) => concat(n.cast('string'), lit('x')).cast('long')
/** A query that fails once there is a row. */
export const failing = (frame) => frame.withColumn('n', (c) => impossible(c.n))
export const joined = (...models) => models.map((one) => ref(one).select('n')).reduce((all, one) => all.join(one, 'n', 'semi'))
export const badRows = (frame, others, failures) =>
  others.reduce((all, one) => all.join(ref(one).select('n'), 'n', 'semi'), frame.select('n')).filter((c) => c.n.lte(failures))
export const brokenRows = (frame, others) => failing(badRows(frame, others, ${Number.MAX_SAFE_INTEGER}))
`

/** Names of a case's own: cases share a project. */
export type NameOf = (name: string) => string

export interface Variant {
  /** Names of nodes and tests that do not fail; `true` for all. */
  readonly healthy: readonly string[] | true
  readonly withTests: boolean
  /** Of every table. */
  readonly rows: number
}

/** The files of a case. */
export function filesOf(
  { nodes, tests = [] }: Build,
  name: NameOf,
  { healthy, withTests, rows: count }: Variant,
): Readonly<Record<string, string>> {
  const fails = (one: { readonly name: string }): boolean => healthy !== true && !healthy.includes(one.name)
  const declared = nodes.map((node) => {
    const own = withTests ? tests.filter(({ on }) => on[0] === node.name) : []
    const options = [...optionsOf(node), ...(own.length > 0 ? [`modelTests: [${own.map(testOf).join(', ')}]`] : [])]
    return `export const ${name(node.name)} = ${declarationOf(node, options)}`
  })
  function declarationOf(node: RecordedNode, options: readonly string[]): string {
    const given = `{ ${options.join(', ')} }`
    if (node.type === 'seed') return `seed('seeds/${name(node.name)}.csv', Numbers, ${given})`
    if (node.type === 'source')
      return `source('given', '${name(node.name)}', { schema: Numbers, table: 'numbers', ${options.join(', ')} })`
    const all = node.deps.length === 0 ? 'numbers()' : `joined(${node.deps.map(name).join(', ')})`
    const body = node.fails === true && fails(node) ? `failing(${all})` : all
    return `${node.type === 'snapshot' ? 'Snapshot' : 'Model'}(${given}, () => ${body})`
  }
  function testOf(test: RecordedTest): string {
    const { severity, warn_if: warnIf, error_if: errorIf, limit, store_failures: storeFailures } = test.config
    const others = `[${test.on.slice(1).map(name).join(', ')}]`
    const failures = fails(test) ? test.failures : 0
    const broken = test.broken === true && fails(test)
    const rows = broken ? `brokenRows(frame, ${others})` : `badRows(frame, ${others}, ${failures})`
    const options = Object.entries({ severity, warnIf, errorIf, limit, storeFailures }).filter(
      ([, value]) => value !== undefined,
    )
    const said = options.map(([key, value]) => `, ${key}: ${JSON.stringify(value)}`).join('')
    return `{ name: '${name(test.name)}', rows: (frame) => ${rows}${said} }`
  }
  const files: Record<string, string> = {
    [`models/${name('project')}.ts`]: `import { Model, Snapshot, seed, source } from 'millrace'
import { badRows, brokenRows, failing, joined, Numbers, numbers } from '../library.ts'
${declared.join('\n')}
`,
  }
  for (const node of nodes.filter(({ type }) => type === 'seed')) {
    const rows = Array.from({ length: count }, (_, index) => String(index + 1))
    const broken = node.fails === true && fails(node)
    files[`seeds/${name(node.name)}.csv`] = ['n', ...rows, ...(broken ? ['many'] : []), ''].join('\n')
  }
  return files
}

function optionsOf({ type, materialized }: RecordedNode): readonly string[] {
  if (type === 'snapshot') return ["key: 'n', strategy: 'check', columns: 'all'"]
  if (type !== 'model') return []
  const strategy = materialized === 'incremental' ? ["strategy: 'append'"] : []
  return [...(materialized === undefined ? [] : [`materialized: '${materialized}'`]), ...strategy]
}
