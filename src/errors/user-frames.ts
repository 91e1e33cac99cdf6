import { isAbsolute, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OWN_FOLDERS } from './package-root.ts'

/** A place in the user's files. */
export interface UserFrame {
  /** `models/sales.ts:31:12` */
  readonly place: string
  /** `daily (models/sales.ts:31:12)`, as a reporter prints it. */
  readonly text: string
}

/** `at f (file:///x/a.ts:3:4)`, `at async f (/x/a.ts:3:4)`, `at /x/a.ts:3:4`. */
const FRAME = /^\s+at (?:async )?(?:(.*?) \()?(.+?):(\d+):(\d+)\)?$/

/**
 * The frames of a stack that lie in the user's files: none of Node's, of packages', or of ours.
 *
 * @param stack as V8 writes it, source-mapped where source maps are on
 * @param root absolute path of the project; a place below it is told relative to it, with forward slashes
 */
export function userFrames(stack: string | undefined, root: string): UserFrame[] {
  if (stack === undefined) return []
  const frames: UserFrame[] = []
  for (const line of stack.split('\n')) {
    const match = FRAME.exec(line)
    if (match === null) continue
    const [, called, where = '', row, column] = match
    const path = toPath(where)
    if (
      path === undefined ||
      OWN_FOLDERS.some((folder) => path.startsWith(folder)) ||
      path.includes(`${sep}node_modules${sep}`)
    )
      continue
    const below = relative(root, path)
    const shown = below.startsWith('..') || isAbsolute(below) ? path : below.split(sep).join('/')
    const place = `${shown}:${row}:${column}`
    frames.push({ place, text: called === undefined || called === '' ? place : `${called} (${place})` })
  }
  return frames
}

/** Whether anything of the library stands in a stack. */
export function hasOwnFrames(stack: string | undefined): boolean {
  return (stack?.split('\n') ?? []).some((line) => {
    const path = toPath(FRAME.exec(line)?.[2] ?? '')
    return path !== undefined && OWN_FOLDERS.some((folder) => path.startsWith(folder))
  })
}

/** The file of a frame; undefined for Node's own and for code without a file. */
function toPath(where: string): string | undefined {
  if (where.startsWith('file://')) {
    try {
      return fileURLToPath(where)
    } catch {
      return undefined
    }
  }
  return isAbsolute(where) ? where : undefined
}
