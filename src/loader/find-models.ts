import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ModelError, ModelErrors } from '../errors/index.ts'

/**
 * The model files below `folder`, relative to `root`, with forward slashes, sorted: `models/sales/daily.ts`.
 * Declarations and tests are none.
 *
 * @throws ModelErrors if there is no such folder or no model in it.
 */
export function findModels(root: string, folder: string): string[] {
  let entries: string[]
  try {
    entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw noModels(
      missing ? `there is no folder ${folder} in ${root}` : `${folder} cannot be read: ${(error as Error).message}`,
    )
  }
  const files = entries
    .map((entry) => entry.replaceAll('\\', '/'))
    .filter((entry) => /\.ts$/.test(entry) && !/\.(?:d|test|spec)\.ts$|(?:^|\/)node_modules\//.test(entry))
    .map((entry) => `${folder.replace(/^\.\/|\/+$/g, '')}/${entry}`)
    .sort((a, b) => (a < b ? -1 : 1))
  if (files.length === 0) throw noModels(`there is no model in ${join(root, folder)}`)
  return files
}

function noModels(message: string): ModelErrors {
  return new ModelErrors([
    new ModelError(message, {
      hint: 'models are .ts files that export tasks; "node app.js new NAME" writes a first one',
    }),
  ])
}
