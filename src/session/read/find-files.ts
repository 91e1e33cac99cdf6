import { readdirSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { didYouMean, UnknownFile } from '../../errors/index.ts'
import type { FileReader } from './file-reader.ts'

/** Files that were found, and a text that is another one once any of them has changed. */
export interface FoundFiles {
  readonly files: readonly string[]
  readonly fingerprint: string
}

/** The files that paths mean, as absolute paths, in the order of their names. @throws UnknownFile */
export async function findFiles(paths: readonly string[], reader: FileReader): Promise<FoundFiles> {
  const files: string[] = []
  for (const path of paths) files.push(...(await filesOf(path, reader)))
  const states = files.map((file) => {
    const { size, mtimeMs, ino } = statSync(file)
    return [file, size, mtimeMs, ino]
  })
  return { files, fingerprint: JSON.stringify(states) }
}

async function filesOf(path: string, reader: FileReader): Promise<readonly string[]> {
  const absolute = resolve(path)
  const found = stateOf(absolute)
  if (found?.isDirectory()) {
    const inside = readdirSync(absolute, { withFileTypes: true })
      .filter((entry) => !/^[_.]/.test(entry.name) && stateOf(join(absolute, entry.name))?.isFile())
      .map((entry) => join(absolute, entry.name))
    if (inside.length > 0) return inside.sort()
    throw new UnknownFile(`the folder ${path} has no files`)
  }
  if (found) return [absolute]
  if (/[*?[]/.test(path)) {
    const matching = (await reader.query(`select file from glob(${reader.text(absolute)}) order by file`)).map(String)
    if (matching.length > 0) return matching
    throw new UnknownFile(`no file is called like ${path}`, { hint: `it was looked for from ${process.cwd()}` })
  }
  const folder = dirname(absolute)
  if (!stateOf(folder)?.isDirectory())
    throw new UnknownFile(`there is no file ${path}`, { hint: `there is no folder ${folder}` })
  throw new UnknownFile(`there is no file ${path}`, {
    hint: didYouMean(basename(absolute), readdirSync(folder)) ?? `it was looked for in ${folder}`,
  })
}

function stateOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}
