/** `MIDDLE`, in a project's folder: what each step from files to a selection takes, as JSON on stream 4. */
import { writeSync } from 'node:fs'
import { compareTasks } from '../../src/dag/compare.ts'
import { gateByTests } from '../../src/dag/gate-by-tests.ts'
import { sortGraph } from '../../src/dag/levels.ts'
import { type AnalysedModel, analyseModels } from '../../src/dag/models/analyse-models.ts'
import { ANY_INSTANT } from '../../src/dag/models/any-instant.ts'
import { type BuildSettings, indexModels } from '../../src/dag/models/build-request.ts'
import { compileModel } from '../../src/dag/models/compile-model.ts'
import { inlinedIn } from '../../src/dag/models/inlined.ts'
import { modelNode } from '../../src/dag/models/model-node.ts'
import { testNode } from '../../src/dag/models/model-tests.ts'
import { resolveModels, type Surroundings } from '../../src/dag/models/resolve-models.ts'
import { selectTasks } from '../../src/dag/select/select.ts'
import type { MillraceError } from '../../src/errors/index.ts'
import { bundleModels } from '../../src/loader/bundle.ts'
import { storeBundle } from '../../src/loader/cache.ts'
import { findModels } from '../../src/loader/find-models.ts'
import { importBundle } from '../../src/loader/load-task.ts'
import { nameExports, placeOf } from '../../src/loader/name-exports.ts'
import type { Namespace } from '../../src/loader/within.ts'

const root = process.cwd()
const phases: { readonly name: string; readonly wallMs: number; readonly cpuMs: number }[] = []
async function phase<T>(name: string, body: () => T | Promise<T>): Promise<T> {
  const [wall, cpu] = [performance.now(), process.cpuUsage()]
  const value = await body()
  const { user, system } = process.cpuUsage(cpu)
  phases.push({ name, wallMs: performance.now() - wall, cpuMs: (user + system) / 1000 })
  return value
}

const files = findModels(root, 'models')
const { code, imports } = await phase('bundle', () => bundleModels(root, files, new Set()))
const namespaces = await phase('import', async () => {
  const { models } = await importBundle(storeBundle(root, code))
  const found = new Map<string, Namespace>()
  for (const file of files) found.set(file, (await models[file]?.()) ?? {})
  return found
})
const errors: MillraceError[] = []
const named = await phase('name', () => nameExports(root, 'models', namespaces, () => ({}), imports, errors))
const around: Surroundings = { placeOf: (definition) => placeOf(root, definition), hashOf: () => '' }
const models = await phase('call bodies', () => resolveModels(named.models, [], around, errors))
const nodes = await phase('fingerprints', () => {
  const inlined = inlinedIn(models)
  const all = models.map((model) => modelNode(model, model.name, model.body?.refs ?? [], inlined(model)))
  const tests = models.flatMap((model) => model.tests.map((test) => testNode(test, model, test.name)))
  return new Map([...all, ...tests].map((node) => [node.name, node]))
})
const graph = await phase('graph', () => sortGraph(nodes))
await phase('gate by tests', () => gateByTests(graph))
const byName = new Map(models.map((model) => [model.name, model]))
const ordered = [...graph.nodes.keys()].flatMap((name) => byName.get(name) ?? [])
const analysed = await phase('analyse', () => analyseModels(ordered, errors))
const known = new Map(
  ordered.map((model) => [model.name, { ...model, ...(analysed.get(model.name) as AnalysedModel) }]),
)
await phase('compare', () => compareTasks(graph.nodes, new Map(nodes)))
await phase('select', () => selectTasks(graph, { select: [`+${process.argv[2]}+`] }))
const settings: BuildSettings = {
  fullRefresh: false,
  user: 'me',
  empty: false,
  sampleFrom: undefined,
  range: undefined,
  deferred: new Map(),
  defaultSchema: undefined,
}
await phase('compile SQL', () => {
  const index = indexModels(known)
  for (const { name, body } of known.values()) if (body) compileModel(name, 'sqlite', index, settings, ANY_INSTANT)
})
if (errors.length > 0) throw errors[0]
writeSync(4, JSON.stringify(phases))
