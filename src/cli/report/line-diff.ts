import type { Style } from './style.ts'

/** One line of a comparison: in both texts, only in the old one, only in the new one; or lines left out between. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added' | 'gap'
  readonly text: string
}

/** Lines around a change that are shown with it. */
const CONTEXT = 3

/**
 * What makes one text of another, line by line: as few lines as can be are taken out and put in.
 *
 * @param heads whether a line heads those after it: it is shown with what has changed below it
 * @returns the changed lines with three around them; empty where the texts are equal
 */
export function diffLines(
  old: string,
  now: string,
  heads: (text: string) => boolean = () => false,
): readonly DiffLine[] {
  if (old === now) return []
  const all = compared(old.split('\n'), now.split('\n'))
  const shown = new Set(
    all.flatMap(({ kind }, index) =>
      kind === 'same' ? [] : Array.from({ length: 2 * CONTEXT + 1 }, (_, near) => index - CONTEXT + near),
    ),
  )
  let head: number | undefined
  all.forEach(({ kind, text }, index) => {
    if (heads(text)) head = index
    if (kind !== 'same' && head !== undefined) shown.add(head)
  })
  return all.flatMap((line, index): DiffLine[] => {
    if (shown.has(index)) return [line]
    return index === 0 || shown.has(index - 1) ? [{ kind: 'gap', text: '' }] : []
  })
}

/** A line of a comparison as it is printed. */
export function diffText({ kind, text }: DiffLine, style: Style): string {
  if (kind === 'removed') return style.red(`- ${text}`)
  if (kind === 'added') return style.green(`+ ${text}`)
  return style.dim(kind === 'gap' ? '…' : `  ${text}`)
}

/** Every line of both texts, once. */
function compared(old: readonly string[], now: readonly string[]): readonly DiffLine[] {
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  const same = (text: string): DiffLine => ({ kind: 'same', text })
  return [
    ...old.slice(0, head).map(same),
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail).map(same),
  ]
}

/** Along the longest common subsequence: `lengths[i][j]` is that of what follows line i of the old and j of the new text. */
function middle(old: readonly string[], now: readonly string[]): readonly DiffLine[] {
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]]
    if (was !== undefined && was === is) {
      lines.push({ kind: 'same', text: was })
      i += 1
      j += 1
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'removed', text: was })
      i += 1
    } else {
      lines.push({ kind: 'added', text: is ?? '' })
      j += 1
    }
  }
  return lines
}
