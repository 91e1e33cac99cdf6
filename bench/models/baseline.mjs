/** `node baseline.mjs DIST`, in a project's folder: compiles and imports its models as the loader does, and nothing else. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const part = (file) => import(pathToFileURL(join(process.argv[2], 'loader', file)).href)
const { findModels } = await part('find-models.js')
const { bundleModels } = await part('bundle.js')
const { storeBundle } = await part('cache.js')
const { importBundle } = await part('load-task.js')

const files = findModels(process.cwd(), 'models')
const { code } = await bundleModels(process.cwd(), files, new Set())
const { models } = await importBundle(storeBundle(process.cwd(), code))
for (const file of files) await models[file]()
