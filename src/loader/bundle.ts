import { sep } from 'node:path'
import type { BuildOptions, Message, Metafile } from 'esbuild'
import { CACHE, connectionsPlugin, importsPlugin, isOwnFile } from './imports.ts'
import { shareImports } from './share-imports.ts'

export interface Bundle {
  readonly code: Uint8Array
  /** Source file → the source files that it imports, all relative to the project's root. */
  readonly imports: ReadonlyMap<string, readonly string[]>
  /** What is imported from outside of the bundle: packages and compiled connections, by what the bundle calls them. */
  readonly packages: readonly string[]
  /** What the compiler has against which files; those are left out of the bundle. */
  readonly mistakes: readonly Message[]
}

/**
 * Compiles all models into one module: `models[file]()` imports one of them. Every file stays a module of its own that
 * runs when it is first imported, so that one that throws fails alone, and a worker runs no more than it needs.
 *
 * A file with a mistake is taken out, and who imports it fails when it is run; all mistakes come back.
 *
 * @param excluded files known to be broken.
 */
export async function bundleModels(
  root: string,
  files: readonly string[],
  excluded: ReadonlySet<string>,
): Promise<Bundle> {
  if (excluded.size === 0) {
    const easy = await buildEasily(root, files)
    if (easy !== undefined) return { ...easy, mistakes: [] }
  }
  const broken = new Set(excluded)
  const mistakes: Message[] = []
  for (;;) {
    const attempt = await buildCarefully(
      root,
      files.filter((file) => !broken.has(file)),
      broken,
    )
    if ('code' in attempt) return { ...attempt, mistakes }
    const known = broken.size
    for (const mistake of attempt) {
      mistakes.push(mistake)
      if (mistake.location) broken.add(mistake.location.file.replaceAll(sep, '/'))
    }
    // A mistake of no file in particular cannot be taken out.
    if (broken.size === known) return { code: new Uint8Array(), imports: new Map(), packages: [], mistakes }
  }
}

type Built = Omit<Bundle, 'mistakes'>

/**
 * What most projects are: no mistake, no `import.meta`, no path alias. The compiler then asks us about no file and no
 * package, which would cost three times what it needs itself.
 *
 * @returns undefined where it must be done with care
 */
async function buildEasily(root: string, files: readonly string[]): Promise<Built | undefined> {
  const built = await build(root, files, { packages: 'external', plugins: [connectionsPlugin(root)] })
  if ('errors' in built || built.text.includes('import.meta')) return undefined
  const easy = bundleOf(built)
  const named = easy.packages.filter((path) => !path.startsWith('.'))
  return (await areInstalled(root, named)) ? easy : undefined
}

/** Whether these are packages that are found, and no aliases of files of the project. */
async function areInstalled(root: string, packages: readonly string[]): Promise<boolean> {
  const { build: compile } = await import('esbuild')
  const contents = packages.map((name) => `import ${JSON.stringify(name)}\n`).join('')
  try {
    const { metafile } = await compile({
      stdin: { contents, resolveDir: root },
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
      plugins: [importsPlugin(root, new Set())],
    })
    return !Object.keys(metafile.inputs).some(isOwnFile)
  } catch {
    return false
  }
}

async function buildCarefully(
  root: string,
  files: readonly string[],
  broken: ReadonlySet<string>,
): Promise<Built | readonly Message[]> {
  const built = await build(root, files, { plugins: [importsPlugin(root, broken)] })
  return 'errors' in built ? built.errors : bundleOf(built)
}

async function build(
  root: string,
  files: readonly string[],
  options: Pick<BuildOptions, 'packages' | 'plugins'>,
): Promise<{ text: string; metafile: Metafile } | { errors: readonly Message[] }> {
  // Late: a run in which nothing is compiled (a slot) never loads the compiler.
  const esbuild = await import('esbuild')
  const entries = files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(`./${file}`)}),`)
  try {
    const { outputFiles, metafile } = await esbuild.build({
      stdin: {
        contents: `export const models = {\n${entries.join('\n')}\n}`,
        resolveDir: root,
        sourcefile: 'models',
        loader: 'js',
      },
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      outfile: `${CACHE}/models.mjs`,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      keepNames: true,
      // So that a line is never within a text: imports are found by how their lines begin.
      supported: { 'template-literal': false },
      legalComments: 'none',
      sourcemap: 'inline',
      sourcesContent: false,
      logLevel: 'silent',
      logLimit: 0,
      ...options,
    })
    return { text: outputFiles[0]?.text ?? '', metafile }
  } catch (error) {
    if (error instanceof Error && 'errors' in error) return { errors: error.errors as Message[] }
    throw error
  }
}

const bundleOf = ({ text, metafile }: { text: string; metafile: Metafile }): Built => ({
  code: Buffer.from(shareImports(text)),
  imports: importsOf(metafile),
  packages: packagesOf(metafile),
})

/** Of the output: what is imported for its types alone stands among the imports of the inputs. */
function packagesOf({ outputs }: Metafile): string[] {
  const all = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  return [...new Set(all.filter((path) => !path.startsWith('<')))]
}

function importsOf(metafile: Metafile): Map<string, string[]> {
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.filter(({ external }) => external !== true).map(({ path }) => path.replace(/^broken:/, '')),
    ]),
  )
}
