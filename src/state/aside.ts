import { existsSync, renameSync } from 'node:fs'

/** Files that belong to a SQLite database and must move with it. */
const COMPANIONS = ['', '-wal', '-shm', '-journal']

/**
 * Keeps a state file that cannot be used aside, with its companions: `state.db.corrupt-20261121T094012Z`.
 *
 * @returns the file's new path
 */
export function keepAside(file: string, why: 'corrupt' | 'newer'): string {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  let target = `${file}.${why}-${time}`
  for (let n = 2; existsSync(target); n++) target = `${file}.${why}-${time}-${n}`
  for (const suffix of COMPANIONS) if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix)
  return target
}
