import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The folder of the package, with a slash at its end. What lies beside the code is found from here: where a module comes
 * to lie itself is for the bundler to say.
 */
export const PACKAGE_ROOT = nearestPackage(new URL('.', import.meta.url))

/** A file of the package that was built: `runner/slot/main.js`. */
export const inDist = (file: string): URL => new URL(`dist/${file}`, PACKAGE_ROOT)

/** `dist/errors/`, `dist/chunks/` and `src/errors/` have no package.json of their own. */
function nearestPackage(folder: URL): URL {
  return existsSync(new URL('package.json', folder)) ? folder : nearestPackage(new URL('..', folder))
}

/** Paths of the folders of our code. Source maps name `src/`, though what runs is `dist/`. */
export const OWN_FOLDERS = ['src/', 'dist/'].map((folder) => fileURLToPath(new URL(folder, PACKAGE_ROOT)))
