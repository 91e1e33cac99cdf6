import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ModelError } from '../errors/index.ts'
import { didYouMean, listNames } from '../errors/nearest.ts'
import type { Failure } from './broken.ts'
import { sourcesOf } from './fingerprint.ts'
import { CACHE, importsPlugin } from './imports.ts'
import { within } from './within.ts'

interface Probe {
  readonly importAs: (name: string) => Promise<object>
}

/**
 * The models that cannot be linked against the packages that they import, found the slow way: each in a bundle of its
 * own. Only called when the bundle of all of them could not be imported.
 */
export async function findUnlinkable(
  root: string,
  files: readonly string[],
  broken: ReadonlySet<string>,
  imports: ReadonlyMap<string, readonly string[]>,
  timeoutMs: number,
): Promise<Failure[]> {
  const { build } = await import('esbuild')
  const folder = mkdtempSync(join(root, CACHE, 'link-'))
  try {
    await build({
      entryPoints: Object.fromEntries(files.map((file, index) => [`m${index}`, `./${file}`])),
      absWorkingDir: root,
      bundle: true,
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      sourcemap: 'inline',
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [importsPlugin(root, broken)],
    })
    // From here the project's packages are found, which this file may not see.
    writeFileSync(join(folder, 'probe.mjs'), 'export const importAs = (name) => import(name)')
    const { importAs } = (await import(pathToFileURL(join(folder, 'probe.mjs')).href)) as Probe
    const known = new Map<string, ModelError>()
    const failures: Failure[] = []
    for (const [index, file] of files.entries()) {
      try {
        await within(timeoutMs, import(pathToFileURL(join(folder, `m${index}.mjs`)).href))
      } catch (error) {
        failures.push({ file, error: await explain(root, sourcesOf(file, imports), error, importAs, known) })
      }
    }
    return failures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Node says only that a package lacks a name: find whose line it is, and what the package has. The same cause, the same error. */
async function explain(
  root: string,
  sources: readonly string[],
  error: unknown,
  importAs: (name: string) => Promise<object>,
  known: Map<string, ModelError>,
): Promise<unknown> {
  if (!(error instanceof SyntaxError)) return error
  const [, from, name] =
    /requested module '([^']+)' does not provide an export named '([^']+)'/.exec(error.message) ?? []
  if (from === undefined || name === undefined) return error
  const at = sources.flatMap((source) => lineOf(root, source, from, name) ?? [])[0] ?? sources[0]
  const key = `${at} ${from} ${name}`
  let explained = known.get(key)
  if (explained === undefined) {
    const names = await importAs(from).then(Object.keys, () => [])
    const hint = didYouMean(name, names) ?? (names.length > 0 ? `it exports ${listNames(names)}` : undefined)
    explained = new ModelError(`"${from}" exports no "${name}"`, { at, hint })
    known.set(key, explained)
  }
  return explained
}

function lineOf(root: string, source: string, from: string, name: string): string | undefined {
  const text = readFileSync(join(root, source), 'utf8')
  const word = new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$')}(?![\\w$])`)
  if (!text.includes(`'${from}'`) && !text.includes(`"${from}"`)) return undefined
  const line = text.split('\n').findIndex((one) => word.test(one)) + 1
  return line > 0 ? `${source}:${line}` : undefined
}
