import type { TaskNode } from '../graph.ts'
import { isWild, matching, matchingPath } from './wildcard.ts'

/** `path:models/staging`: a file from the project's root, or a folder with all that is below it; wildcards in either. */
export function byPath(value: string): (node: TaskNode) => boolean {
  const pattern = value.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
  if (pattern === '') return () => false
  const matches = matchingPath(pattern)
  const isIn = isWild(pattern)
    ? (file: string): boolean => foldersAndFile(file).some(matches)
    : (file: string): boolean => file === pattern || file.startsWith(`${pattern}/`)
  return ({ file, declaredIn }) => isIn(file) || (declaredIn !== undefined && matches(declaredIn))
}

/** `file:rides.ts`, `file:rides`: the file's own name, with its extension or without. */
export function byFile(value: string): (node: TaskNode) => boolean {
  const matches = matching(value)
  return (node) => fileNames(node).some(matches)
}

/** What `file:` knows a node by. */
export function fileNames({ file }: TaskNode): readonly string[] {
  const name = file.slice(file.lastIndexOf('/') + 1)
  return [name, name.replace(/\.[^.]*$/, '')]
}

/** `models/a/b.ts` → `models`, `models/a`, `models/a/b.ts`. */
export function foldersAndFile(file: string): readonly string[] {
  const parts = file.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
