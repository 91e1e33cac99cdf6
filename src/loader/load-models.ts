import type { Graph } from '../dag/graph.ts'
import { type NamedTask, type ResolvedGraph, resolveGraph } from '../dag/resolve-graph.ts'
import { type MillraceError, ModelErrors } from '../errors/index.ts'
import { type Failure, failuresToErrors, mistakesToErrors } from './broken.ts'
import { bundleModels } from './bundle.ts'
import { storeBundle } from './cache.ts'
import { findModels } from './find-models.ts'
import { fingerprints, hashOfSeed, sourcesOf } from './fingerprint.ts'
import { type Known, readKnown, writeKnown } from './graph-cache.ts'
import { brokenFileOf } from './imports.ts'
import { findUnlinkable } from './link.ts'
import { importBundle } from './load-task.ts'
import { nameExports, placeOf } from './name-exports.ts'
import { type Namespace, TooSlow, within } from './within.ts'

const TIMEOUT_MS = 30_000

export interface LoadOptions {
  /** Absolute path of the project. */
  readonly root: string
  /** Folder of the models, relative to it. Default `models`. */
  readonly models?: string | undefined
  /** Longest time that one file's import may take, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number
}

/** The graph of a project; what stands behind it is imported when somebody asks. */
export interface LoadedGraph {
  readonly graph: Graph
  readonly models: () => Promise<LoadedModels>
}

export interface LoadedModels extends ResolvedGraph {
  /** For slots: `loadTask(bundleUrl, file, exportName)`. */
  readonly bundleUrl: string
  readonly tasks: readonly NamedTask[]
}

/**
 * The graph of all models of a project. Where nothing has changed since it was last made, no model is compiled, and none
 * is imported.
 *
 * @throws ModelErrors as {@link loadModels}
 */
export async function loadGraph(options: LoadOptions): Promise<LoadedGraph> {
  const { root, models = 'models' } = options
  const files = findModels(root, models)
  const known = readKnown(root, models, files)
  const { graph } = known ?? {}
  if (known === undefined || graph === undefined) {
    const loaded = await loadFrom(options, files, known)
    return { graph: loaded.graph, models: async () => loaded }
  }
  return { graph, models: () => loadFrom(options, files, known) }
}

/**
 * Loads all models of a project and makes their graph.
 *
 * @throws ModelErrors with everything that is wrong, file by file: syntax, imports, what was thrown while a file was
 * imported, unfinished tasks, names that clash; and where all files load, dependencies that lead nowhere and cycles.
 */
export async function loadModels(options: LoadOptions): Promise<LoadedModels> {
  return (await loadGraph(options)).models()
}

/** Without compiling where that is done. What fails then (a package is gone, say) is told by loading anew. */
async function loadFrom(
  options: LoadOptions,
  files: readonly string[],
  known: Known | undefined,
): Promise<LoadedModels> {
  if (known !== undefined) {
    try {
      const { bundleUrl, imports } = known
      const failures: Failure[] = []
      const namespaces = await importAll(bundleUrl, files, options.timeoutMs ?? TIMEOUT_MS, imports, failures)
      if (failures.length === 0) return resolve(options, bundleUrl, imports, namespaces, [])
    } catch {
      // Said below.
    }
  }
  return loadAnew(options, files)
}

async function loadAnew(options: LoadOptions, files: readonly string[]): Promise<LoadedModels> {
  const { root, models = 'models', timeoutMs = TIMEOUT_MS } = options
  const since = Date.now()
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

  const loaded = resolve(options, bundleUrl, bundle.imports, namespaces, errors)
  writeKnown(root, models, files, bundle, { bundleUrl, imports: bundle.imports, graph: loaded.graph }, since)
  return loaded
}

function resolve(
  { root, models = 'models' }: LoadOptions,
  bundleUrl: string,
  imports: ReadonlyMap<string, readonly string[]>,
  namespaces: ReadonlyMap<string, Namespace>,
  errors: MillraceError[],
): LoadedModels {
  const named = nameExports(root, models, namespaces, fingerprints(root, imports), imports, errors)
  if (errors.length > 0) throw new ModelErrors(errors)
  const resolved = resolveGraph(named.tasks, named.models, {
    placeOf: (definition) => placeOf(root, definition),
    hashOf: (file) => hashOfSeed(root, file),
  })
  return { bundleUrl, tasks: named.tasks, ...resolved }
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
