import { type NamedTask, type ResolvedGraph, resolveGraph } from '../dag/resolve-graph.ts'
import { type MillraceError, ModelErrors } from '../errors/index.ts'
import { type Failure, failuresToErrors, mistakesToErrors } from './broken.ts'
import { bundleModels } from './bundle.ts'
import { storeBundle } from './cache.ts'
import { findModels } from './find-models.ts'
import { fingerprints, hashOfSeed, sourcesOf } from './fingerprint.ts'
import { brokenFileOf } from './imports.ts'
import { findUnlinkable } from './link.ts'
import { importBundle } from './load-task.ts'
import { nameExports, placeOf } from './name-exports.ts'
import { type Namespace, TooSlow, within } from './within.ts'

export interface LoadOptions {
  /** Absolute path of the project. */
  readonly root: string
  /** Folder of the models, relative to it. Default `models`. */
  readonly models?: string | undefined
  /** Longest time that one file's import may take, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number
}

export interface LoadedModels extends ResolvedGraph {
  /** For slots: `loadTask(bundleUrl, file, exportName)`. */
  readonly bundleUrl: string
  readonly files: readonly string[]
  readonly tasks: readonly NamedTask[]
}

/**
 * Loads all models of a project and makes their graph.
 *
 * @throws ModelErrors with everything that is wrong, file by file: syntax, imports, what was thrown while a file was
 * imported, unfinished tasks, names that clash; and where all files load, dependencies that lead nowhere and cycles.
 */
export async function loadModels({ root, models = 'models', timeoutMs = 30_000 }: LoadOptions): Promise<LoadedModels> {
  const files = findModels(root, models)
  let bundle = await bundleModels(root, files, new Set())
  // Of the first attempt: what is taken out later still imports what it imports.
  const { imports } = bundle
  const errors: MillraceError[] = mistakesToErrors(bundle.mistakes)
  const broken = new Set(bundle.mistakes.flatMap((mistake) => mistake.location?.file.replaceAll('\\', '/') ?? []))
  if (bundle.code.length === 0) throw new ModelErrors(errors)

  let bundleUrl = storeBundle(root, bundle.code)
  const failures: Failure[] = []
  try {
    await importBundle(bundleUrl)
  } catch {
    // One import that cannot be linked (a name that a package does not export) kills the whole bundle: find whose it is.
    const unlinkable = await findUnlinkable(
      root,
      files.filter((file) => !broken.has(file)),
      broken,
      imports,
      timeoutMs,
    )
    if (unlinkable.length === 0) throw new ModelErrors(errors)
    failures.push(...unlinkable)
    bundle = await bundleModels(root, files, new Set([...broken, ...unlinkable.map(({ file }) => file)]))
    bundleUrl = storeBundle(root, bundle.code)
  }
  const namespaces = await importAll(bundleUrl, files, timeoutMs, imports, failures)
  errors.push(...failuresToErrors(root, failures, imports))

  const prints = fingerprints(root, bundle.imports)
  const named = nameExports(root, models, namespaces, prints, bundle.imports, errors)
  if (errors.length > 0) throw new ModelErrors(errors)
  const resolved = resolveGraph(named.tasks, named.models, {
    placeOf: (definition) => placeOf(root, definition),
    hashOf: (file) => hashOfSeed(root, file),
  })
  return { bundleUrl, files, tasks: named.tasks, ...resolved }
}

/** Imports file after file; what fails goes to `failures`, but for files that failed over one already reported. */
async function importAll(
  bundleUrl: string,
  files: readonly string[],
  timeoutMs: number,
  imports: ReadonlyMap<string, readonly string[]>,
  failures: Failure[],
): Promise<ReadonlyMap<string, Namespace>> {
  const { models } = await importBundle(bundleUrl)
  const namespaces = new Map<string, Namespace>()
  const slow = new Set<string>()
  for (const file of files) {
    const model = models[file]
    if (model === undefined) continue
    try {
      // Who imports one that never ends is not waited for as long again.
      const hopeless = slow.size > 0 && sourcesOf(file, imports).some((source) => slow.has(source))
      namespaces.set(file, await within(hopeless ? Math.min(timeoutMs, 100) : timeoutMs, model()))
    } catch (error) {
      if (error instanceof TooSlow) slow.add(file)
      if (brokenFileOf(error) === undefined) failures.push({ file, error })
    }
  }
  return namespaces
}
