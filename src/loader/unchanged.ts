import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 } from '../plan/sha256.ts'

/** What a file was when it was read. */
interface Seen {
  /** Modification, change of the inode, size, number: while they stay, and are old enough, the bytes do. */
  readonly stamp: string
  /** Of the later of the two times, in milliseconds. */
  readonly changedAt: number
  readonly sha256: string
}

/** Everything of the project's folder that a load has looked at. */
export interface Inputs {
  /** When the files were looked at, in milliseconds. */
  readonly seenAt: number
  readonly files: Readonly<Record<string, Seen | null>>
  /** Folders → what lies in them that an import could mean. */
  readonly folders: Readonly<Record<string, string>>
}

/** Clocks of file systems tick slowly: what changed so shortly before it was looked at may have changed again since. */
const TICK_MS = 2000

/** So far may the times of files be behind the machine's clock. */
const BEHIND_MS = 20

/** Settings of the compiler, which are there or not. */
const SETTINGS = ['package.json', 'tsconfig.json']

/**
 * Looks at files and at the folders that they are in.
 *
 * @param files relative to `root`
 * @param since milliseconds; when what was made of the files began to read them
 * @returns undefined where one of them has changed since
 */
export function lookAt(root: string, files: Iterable<string>, since: number): Inputs | undefined {
  const seenAt = Date.now()
  const folders = new Set(['.'])
  for (const file of files) for (let at = dirname(file); !folders.has(at); at = dirname(at)) folders.add(at)
  const seen: Record<string, Seen | null> = {}
  for (const file of [...files, ...[...folders].flatMap((folder) => SETTINGS.map((name) => join(folder, name)))]) {
    const now = stampOf(root, file)
    if (now !== undefined && now.changedAt >= since - BEHIND_MS) return undefined
    seen[file] = now === undefined ? null : { ...now, sha256: hashOf(root, file) }
  }
  return {
    seenAt,
    files: seen,
    folders: Object.fromEntries([...folders].map((folder) => [folder, listingOf(root, folder)])),
  }
}

/** Whether all of it is as it was, byte for byte. What has not been touched for long is not read again. */
export function isUnchanged(root: string, { seenAt, files, folders }: Inputs): boolean {
  return (
    Object.entries(folders).every(([folder, listing]) => listingOf(root, folder) === listing) &&
    Object.entries(files).every(([file, was]) => {
      const now = stampOf(root, file)
      if (was === null || now === undefined) return was === null && now === undefined
      const old = now.stamp === was.stamp && was.changedAt < seenAt - TICK_MS
      return old || hashOf(root, file) === was.sha256
    })
  )
}

function stampOf(root: string, file: string): Pick<Seen, 'stamp' | 'changedAt'> | undefined {
  const found = statSync(join(root, file), { throwIfNoEntry: false })
  if (found === undefined) return undefined
  const { mtimeMs, ctimeMs, size, ino } = found
  return { stamp: `${mtimeMs} ${ctimeMs} ${size} ${ino}`, changedAt: Math.max(mtimeMs, ctimeMs) }
}

const hashOf = (root: string, file: string): string => sha256(readFileSync(join(root, file)))

/** Sources and folders: a new one may be what an import means from now on. Hidden ones are none. */
function listingOf(root: string, folder: string): string {
  try {
    const entries = readdirSync(join(root, folder)).filter((name) =>
      /^[^.]+$|^[^.].*\.(?:[cm]?[jt]sx?|json)$/.test(name),
    )
    return entries.sort().join('\n')
  } catch {
    return ''
  }
}
