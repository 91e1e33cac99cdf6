/** `node phases.mjs DIST`, in a project's folder: what each step from files to a selection takes, as JSON on stream 4. */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const part = (file) => import(pathToFileURL(join(process.argv[2], file)).href)
const { compareTasks } = await part('dag/compare.js')
const { gateByTests } = await part('dag/gate-by-tests.js')
const { sortGraph } = await part('dag/levels.js')
const { analyseModels } = await part('dag/models/analyse-models.js')
const { indexModels } = await part('dag/models/build-request.js')
const { compileModel } = await part('dag/models/compile-model.js')
const { modelNode } = await part('dag/models/model-node.js')
const { testNode } = await part('dag/models/model-tests.js')
const { resolveModels } = await part('dag/models/resolve-models.js')
const { selectTasks } = await part('dag/select/select.js')
const { bundleModels } = await part('loader/bundle.js')
const { storeBundle } = await part('loader/cache.js')
const { findModels } = await part('loader/find-models.js')
const { importBundle } = await part('loader/load-task.js')
const { nameExports, placeOf } = await part('loader/name-exports.js')

const root = process.cwd()
const phases = []
async function phase(name, body) {
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
  const found = new Map()
  for (const file of files) found.set(file, await models[file]())
  return found
})
const errors = []
const named = await phase('name', () => nameExports(root, 'models', namespaces, () => ({}), imports, errors))
const around = { placeOf: (definition) => placeOf(root, definition), hashOf: () => '' }
const models = await phase('call bodies', () => resolveModels(named.models, [], around, errors))
const nodes = await phase('fingerprints', () => {
  const all = models.map((model) => modelNode(model, model.name, model.body?.refs ?? []))
  const tests = models.flatMap((model) => model.tests.map((test) => testNode(test, model, test.name)))
  return new Map([...all, ...tests].map((node) => [node.name, node]))
})
const graph = await phase('graph', () => sortGraph(nodes))
await phase('gate by tests', () => gateByTests(graph))
const byName = new Map(models.map((model) => [model.name, model]))
const ordered = [...graph.nodes.keys()].flatMap((name) => byName.get(name) ?? [])
const analysed = await phase('analyse', () => analyseModels(ordered, errors))
const known = new Map(ordered.map((model) => [model.name, { ...model, ...analysed.get(model.name) }]))
await phase('compare', () => compareTasks(graph.nodes, new Map(nodes)))
await phase('select', () => selectTasks(graph, { select: [`+${process.argv[3]}+`] }))
const settings = { fullRefresh: false, user: 'me', empty: false, deferred: new Map() }
await phase('compile SQL', () => {
  const index = indexModels(known)
  for (const { name, body } of known.values()) if (body) compileModel(name, 'sqlite', index, settings, new Date(0))
})
if (errors.length > 0) throw errors[0]
writeSync(4, JSON.stringify(phases))
