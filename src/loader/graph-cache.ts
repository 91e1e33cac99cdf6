import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Graph, TaskNode } from '../dag/graph.ts'
import { inDist } from '../errors/package-root.ts'
import { sha256 } from '../plan/sha256.ts'
import { isSelfContained } from './asks.ts'
import type { Bundle } from './bundle.ts'
import { replaceFile } from './cache.ts'
import { CACHE } from './imports.ts'
import { type Inputs, isUnchanged, lookAt } from './unchanged.ts'
import { version } from './version.ts'

/** What a load has found out, to be read instead of found out again. */
export interface Known {
  readonly bundleUrl: string
  readonly imports: ReadonlyMap<string, readonly string[]>
  /** Undefined where more than the project's files decides what it is. */
  readonly graph: Graph | undefined
}

interface Stored {
  readonly files: readonly string[]
  readonly inputs: Inputs
  readonly bundleUrl: string
  readonly bundleSize: number
  readonly imports: readonly (readonly [string, readonly string[]])[]
  readonly nodes: readonly TaskNode[] | undefined
  readonly levels: Graph['levels']
}

/** What the last load found out, if since then nothing has changed of what it looked at; undefined for any doubt. */
export function readKnown(root: string, models: string, files: readonly string[]): Known | undefined {
  try {
    const [written, text = ''] = splitOnce(readFileSync(cacheFile(root, models), 'utf8'))
    if (sha256(text) !== written) return undefined
    const stored = JSON.parse(text) as Stored
    const { inputs, bundleUrl, bundleSize, imports, nodes, levels } = stored
    if (stored.files.join('\n') !== files.join('\n') || !isUnchanged(root, inputs)) return undefined
    if (statSync(fileURLToPath(bundleUrl)).size !== bundleSize) return undefined
    const graph = nodes && { nodes: new Map(nodes.map((node) => [node.name, node])), levels }
    return { bundleUrl, imports: new Map(imports), graph }
  } catch {
    // Not there, or not what we wrote: the models tell.
    return undefined
  }
}

/**
 * Keeps what a load found out. Several processes may do so at once; what could not be kept is found out again.
 *
 * @param since when it began, in milliseconds
 */
export function writeKnown(
  root: string,
  models: string,
  files: readonly string[],
  bundle: Bundle,
  { bundleUrl, imports, graph }: Known & { readonly graph: Graph },
  since: number,
): void {
  const nodes = [...graph.nodes.values()]
  const data = nodes.flatMap(({ resourceType, file }) => (resourceType === 'seed' ? file : []))
  const sources = [...imports.keys()].filter((file) => file !== 'models' && !file.startsWith('<'))
  const inputs = lookAt(root, new Set([...sources, ...data]), since)
  if (inputs === undefined) return
  const stored: Stored = {
    files,
    inputs,
    bundleUrl,
    bundleSize: bundle.code.length,
    imports: [...imports],
    nodes: isSelfContained(bundle) ? nodes : undefined,
    levels: graph.levels,
  }
  const text = JSON.stringify(stored)
  const file = cacheFile(root, models)
  mkdirSync(join(root, CACHE), { recursive: true })
  replaceFile(file, `${sha256(text)}\n${text}`)
}

/** One for each folder of models, and each build of Millrace. */
function cacheFile(root: string, models: string): string {
  const here = fileURLToPath(inDist('loader/index.js'))
  const key = sha256(JSON.stringify([root, models, version(), here, statSync(here).mtimeMs, process.versions.node]))
  return join(root, CACHE, `graph-${key.slice(0, 16)}.json`)
}

function splitOnce(text: string): [string, string] {
  const line = text.indexOf('\n')
  return [text.slice(0, line), text.slice(line + 1)]
}
