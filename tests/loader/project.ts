import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

export const dist = fileURLToPath(new URL('../../dist', import.meta.url))

/** A project in a folder of its own, whose `millrace` is the part that models need: tasks and schedules. */
export function project(files: Readonly<Record<string, string>>): { root: string; remove(): void } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'millrace-loader-')))
  const all = {
    'package.json': '{ "type": "module" }',
    'node_modules/millrace/package.json': '{ "name": "millrace", "type": "module", "exports": "./index.js" }',
    'node_modules/millrace/index.js': ['define-task', 'schedule']
      .map((file) => `export * from ${JSON.stringify(pathToFileURL(join(dist, 'dag', `${file}.js`)).href)}\n`)
      .join(''),
    ...files,
  }
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

export interface Loaded {
  bundleUrl?: string
  tasks?: {
    name: string
    shortName: string
    file: string
    line: number
    dependsOn: string[]
    sources: string[]
    level: number
  }[]
  errors?: { name: string; message: string; hint?: string; at?: string }[]
}

const run = promisify(execFile)

/** Loads the project in a process of its own, as the command line does: what it gives is what the JSON says. */
export async function load(root: string, timeoutMs = 5000): Promise<Loaded> {
  const script = `
    import { loadModels } from ${JSON.stringify(pathToFileURL(join(dist, 'loader/index.js')).href)}
    try {
      const { bundleUrl, graph } = await loadModels({ root: ${JSON.stringify(root)}, timeoutMs: ${timeoutMs} })
      const level = new Map(graph.levels.flatMap((names, level) => names.map((name) => [name, level])))
      const tasks = [...graph.nodes.values()].map(({ name, shortName, file, line, dependsOn, sources }) =>
        ({ name, shortName, file, line, dependsOn, sources: Object.keys(sources), level: level.get(name) }))
      console.log(JSON.stringify({ bundleUrl, tasks }))
    } catch (error) {
      if (!error.errors) throw error
      console.log(JSON.stringify({ errors: error.errors.map(({ name, message, hint, at }) => ({ name, message, hint, at })) }))
    }`
  return JSON.parse(await evaluate(script)) as Loaded
}

/** Runs a module in a process of its own and gives its standard output. */
export async function evaluate(script: string): Promise<string> {
  return (await run(process.execPath, ['--input-type=module', '-e', script])).stdout
}

export const loaderUrl = pathToFileURL(join(dist, 'loader/index.js')).href

/** A second project's `millrace`: all of it. */
export const WHOLE = {
  'node_modules/millrace/index.js': `export * from ${JSON.stringify(pathToFileURL(join(dist, 'index.js')).href)}`,
}

export interface LoadedGraph {
  /** Lines that models printed while they were imported. */
  readonly printed: readonly string[]
  /** Full name → fingerprint, or hashes of sources. */
  readonly nodes?: Readonly<Record<string, string>>
  readonly errors?: readonly string[]
}

/** The graph alone, in a process of its own. @param from the folder of a build of the library */
export async function loadGraph(root: string, from = dist): Promise<LoadedGraph> {
  const url = pathToFileURL(join(from, 'loader/index.js')).href
  const lines = (
    await evaluate(`
    import { loadGraph } from ${JSON.stringify(url)}
    try {
      const { graph } = await loadGraph({ root: ${JSON.stringify(root)} })
      const nodes = [...graph.nodes].map(([name, { fingerprint, sources, dependsOn }]) => [name, JSON.stringify([fingerprint, sources, dependsOn])])
      console.log(JSON.stringify({ nodes: Object.fromEntries(nodes), levels: graph.levels }))
    } catch (error) {
      if (!error.errors) throw error
      console.log(JSON.stringify({ errors: error.errors.map(({ message }) => message) }))
    }`)
  )
    .trim()
    .split('\n')
  return { ...(JSON.parse(lines.pop() as string) as Omit<LoadedGraph, 'printed'>), printed: lines }
}
