import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '../errors/index.ts'
import { sha256 } from '../plan/sha256.ts'
import { CACHE } from './imports.ts'

/** Bundles and graphs that no run has used for so long are deleted: a running one still imports its own. */
const KEPT_FOR_MS = 7 * 86_400_000

/**
 * Puts the bundle below the project's `.cache/` under a name that its content gives, and returns its URL. The same
 * models give the same file; several processes may do this at once.
 *
 * @throws UsageError if it cannot be written
 */
export function storeBundle(root: string, code: Uint8Array): string {
  try {
    return store(root, code)
  } catch (error) {
    throw new UsageError(`cannot write the compiled models to ${join(root, CACHE)}: ${(error as Error).message}`, {
      hint: 'the folder of the project must be writable',
      cause: error,
    })
  }
}

function store(root: string, code: Uint8Array): string {
  const folder = join(root, CACHE)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `models-${sha256(code).slice(0, 16)}.mjs`)
  // One of another length was cut off.
  if (statSync(file, { throwIfNoEntry: false })?.size === code.length) {
    const now = new Date()
    utimesSync(file, now, now)
  } else {
    replaceFile(file, code)
  }
  deleteOld(folder)
  return pathToFileURL(file).href
}

/** Other processes see the old file or the new one, and nothing between. */
export function replaceFile(file: string, content: Uint8Array | string): void {
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, content)
  renameSync(beside, file)
}

function deleteOld(folder: string): void {
  const oldest = Date.now() - KEPT_FOR_MS
  for (const name of readdirSync(folder)) {
    if (!/^(?:models-[0-9a-f]{16}\.mjs|graph-[0-9a-f]{16}\.json)(?:\.\d+)?$/.test(name)) continue
    const file = join(folder, name)
    // Another process may delete the same one.
    if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? oldest) < oldest) rmSync(file, { force: true })
  }
}
