/** In a project's folder: compiles and imports its models as the loader does, and nothing else. */
import { bundleModels } from '../../src/loader/bundle.ts'
import { storeBundle } from '../../src/loader/cache.ts'
import { findModels } from '../../src/loader/find-models.ts'
import { importBundle } from '../../src/loader/load-task.ts'

const files = findModels(process.cwd(), 'models')
const { code } = await bundleModels(process.cwd(), files, new Set())
const { models } = await importBundle(storeBundle(process.cwd(), code))
for (const file of files) await models[file]?.()
