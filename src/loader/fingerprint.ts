import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { didYouMean, ModelError } from '../errors/index.ts'
import { sha256 } from '../plan/sha256.ts'

/** Files → sha256 of their bytes. */
export type Sources = Readonly<Record<string, string>>

/**
 * Says of which source files a model file is made, itself included; nothing is read before somebody asks. What lies in
 * packages and in `connections/` is left out: where a task runs is no part of what it does.
 *
 * The sources are hashed, not the functions: a bundler renames what clashes, and two tasks of one factory look alike.
 */
export function fingerprints(root: string, imports: ReadonlyMap<string, readonly string[]>): (file: string) => Sources {
  const hashes = new Map<string, string>()
  const hashOf = (file: string): string => {
    let hash = hashes.get(file)
    if (hash === undefined) {
      hash = sha256(readFileSync(join(root, file)))
      hashes.set(file, hash)
    }
    return hash
  }
  const made = new Map<string, Sources>()
  return (file) => {
    const known = made.get(file)
    if (known !== undefined) return known
    const files = sourcesOf(file, imports).sort((a, b) => (a < b ? -1 : 1))
    const sources = Object.fromEntries(files.map((source) => [source, hashOf(source)]))
    made.set(file, sources)
    return sources
  }
}

/** The sha256 of a seed's file. @throws ModelError where it cannot be read */
export function hashOfSeed(root: string, file: string): string {
  try {
    return sha256(readFileSync(join(root, file)))
  } catch {
    const folder = dirname(join(root, file))
    const near = existsSync(folder) ? didYouMean(basename(file), readdirSync(folder)) : undefined
    throw new ModelError(`there is no seed file ${file}`, {
      hint: [near, `it is looked for in the project's folder, ${root}`].filter(Boolean).join(' '),
    })
  }
}

/** The file and all that it imports, transitively. */
export function sourcesOf(file: string, imports: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set([file])
  for (const source of found) {
    for (const imported of imports.get(source) ?? []) {
      if (imports.has(imported) && !/^connections\/|(?:^|\/)node_modules\//.test(imported)) found.add(imported)
    }
  }
  return [...found]
}
