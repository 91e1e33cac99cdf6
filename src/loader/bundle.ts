import { sep } from 'node:path'
import type { Message, Metafile } from 'esbuild'
import { CACHE, importsPlugin } from './imports.ts'

export interface Bundle {
  readonly code: Uint8Array
  /** Source file → the source files that it imports, all relative to the project's root. */
  readonly imports: ReadonlyMap<string, readonly string[]>
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
  const broken = new Set(excluded)
  const mistakes: Message[] = []
  for (;;) {
    const attempt = await build(
      root,
      files.filter((file) => !broken.has(file)),
      broken,
    )
    if (!Array.isArray(attempt)) return { ...attempt, mistakes }
    const known = broken.size
    for (const mistake of attempt) {
      mistakes.push(mistake)
      if (mistake.location) broken.add(mistake.location.file.replaceAll(sep, '/'))
    }
    // A mistake of no file in particular cannot be taken out.
    if (broken.size === known) return { code: new Uint8Array(), imports: new Map(), mistakes }
  }
}

async function build(
  root: string,
  files: readonly string[],
  broken: ReadonlySet<string>,
): Promise<Omit<Bundle, 'mistakes'> | Message[]> {
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
      sourcemap: 'inline',
      sourcesContent: false,
      logLevel: 'silent',
      logLimit: 0,
      plugins: [importsPlugin(root, broken)],
    })
    return { code: outputFiles[0]?.contents ?? new Uint8Array(), imports: importsOf(metafile) }
  } catch (error) {
    if (error instanceof Error && 'errors' in error) return error.errors as Message[]
    throw error
  }
}

function importsOf(metafile: Metafile): Map<string, string[]> {
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.filter(({ external }) => external !== true).map(({ path }) => path.replace(/^broken:/, '')),
    ]),
  )
}
