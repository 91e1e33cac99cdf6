import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Plugin, transform } from 'esbuild'

/** Says to a resolver of ours that the question is its own. */
const ASKED = Symbol('asked')

/** Folder of the bundles, relative to the project's root: out of node_modules, where a package cannot import itself by name. */
export const CACHE = '.cache'

/**
 * How imports of models are resolved: packages stay outside the bundle, and so do compiled connections (the application
 * and the models must share one engine); everything else is bundled.
 *
 * @param broken files, relative to `root`, that must not be read: importing one fails with {@link brokenFileOf}'s mark.
 */
export function importsPlugin(root: string, broken: ReadonlySet<string>): Plugin {
  return {
    name: 'millrace-imports',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...where }) => {
        if (pluginData === ASKED || isBuiltin(path) || /^(?:file|data|https?):/.test(path)) {
          return pluginData === ASKED ? undefined : { path, external: true }
        }
        if (where.kind === 'entry-point') return undefined
        const found = await build.resolve(path, { ...where, pluginData: ASKED })
        if (found.errors.length > 0)
          return { errors: [{ text: `Cannot find package "${path}"`, notes: installNote(path) }] }
        // A path alias of tsconfig.json leads to a source of the project.
        const inside = !relative(root, found.path).startsWith('..')
        const own = inside && isOwnFile(found.path.replaceAll(sep, '/'))
        return own ? { path: found.path } : { path, external: true }
      })
      connectionsPlugin(root).setup(build)
      if (broken.size > 0) {
        build.onResolve({ filter: /^[./]/ }, async ({ path, pluginData, ...where }) => {
          if (pluginData === ASKED) return undefined
          const found = await build.resolve(path, { ...where, pluginData: ASKED })
          const file = relative(root, found.path).replaceAll(sep, '/')
          return broken.has(file) ? { path: file, namespace: 'broken' } : undefined
        })
        // As CommonJS, which may be imported for any name, and fails when it is run.
        build.onLoad({ filter: /.*/, namespace: 'broken' }, ({ path }) => ({
          contents: `module.exports = {}; throw Object.assign(new Error('not loaded'), { ${BROKEN}: ${JSON.stringify(path)} })`,
        }))
      }
      build.onLoad({ filter: /\.[cm]?ts$/, namespace: 'file' }, ({ path }) => ownPlace(path))
    },
  }
}

/** Compiled connections stay outside the bundle. */
export function connectionsPlugin(root: string): Plugin {
  return {
    name: 'millrace-connections',
    setup(build) {
      build.onResolve({ filter: /(?:^|\/)connections\// }, async ({ path, pluginData, ...where }) => {
        if (pluginData === ASKED) return undefined
        const found = await build.resolve(path, { ...where, pluginData: ASKED })
        const compiled = found.path.replace(/\.ts$/, '.js')
        const inside = dirname(found.path) === join(root, 'connections')
        if (found.errors.length > 0 || !inside || !existsSync(compiled)) return undefined
        return { path: relative(join(root, CACHE), compiled).replaceAll(sep, '/'), external: true }
      })
    },
  }
}

/** Whether a path, with forward slashes, is that of a source, and not of a package. */
export const isOwnFile = (path: string): boolean => /\.[cm]?tsx?$/.test(path) && !/(?:^|\/)node_modules\//.test(path)

const BROKEN = 'millraceBrokenFile'

/** The broken file that an import failed over, where it did. */
export function brokenFileOf(error: unknown): string | undefined {
  return error instanceof Error && BROKEN in error ? String(error[BROKEN]) : undefined
}

/** In a bundle `import.meta` speaks of the bundle: models mean their own file, to read data beside it. */
async function ownPlace(path: string): Promise<{ contents: string; loader: 'js' } | undefined> {
  const source = readFileSync(path, 'utf8')
  if (!/\bimport\s*\.\s*meta\b/.test(source)) return undefined
  try {
    const { code } = await transform(source, {
      loader: 'ts',
      sourcefile: path,
      sourcemap: 'inline',
      sourcesContent: false,
      target: 'esnext',
      define: {
        'import.meta.url': JSON.stringify(pathToFileURL(path).href),
        'import.meta.filename': JSON.stringify(path),
        'import.meta.dirname': JSON.stringify(dirname(path)),
      },
    })
    return { contents: code, loader: 'js' }
  } catch {
    // Its mistakes are reported by the bundler, with those of all other files.
    return undefined
  }
}

function installNote(path: string): { text: string }[] {
  const name = path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
  return [{ text: name === 'millrace' ? 'build it first: npm run build' : `npm install ${name}` }]
}
