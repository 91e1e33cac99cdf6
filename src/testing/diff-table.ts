import stringWidth from 'string-width'
import { cellText, differingTexts } from './cell-text.ts'
import type { PlainRow } from './given.ts'
import { sameValue } from './same-value.ts'

/** An expected row and the one that stands in its place; one of the two where there is no such pair. */
export interface Difference {
  readonly expected: PlainRow | undefined
  readonly actual: PlainRow | undefined
}

/** How many differences are shown. */
const SHOWN = 20
/** Beyond so many rows none are paired: who has that many differences looks for no near miss. */
const PAIRED = 400

/** Pairs each missing row with the unexpected one that most of its columns are equal to, where that is half of them. */
export function pairRows(
  missing: readonly PlainRow[],
  unexpected: readonly PlainRow[],
  columns: readonly string[],
  tolerance: number,
): readonly Difference[] {
  const scores = missing.slice(0, PAIRED).flatMap((expected) =>
    unexpected.slice(0, PAIRED).flatMap((actual) => {
      const equal = columns.map((column) => sameValue(expected[column], actual[column], tolerance))
      const score = equal.filter(Boolean).length
      // Among equally near ones the one whose first columns agree: keys stand first.
      const first = equal.indexOf(false)
      return score * 2 >= columns.length ? [{ expected, actual, score, first }] : []
    }),
  )
  scores.sort((a, b) => b.score - a.score || b.first - a.first)
  const partner = new Map<PlainRow, PlainRow>()
  const taken = new Set<PlainRow>()
  for (const { expected, actual } of scores) {
    if (partner.has(expected) || taken.has(actual)) continue
    partner.set(expected, actual)
    taken.add(actual)
  }
  return [
    ...missing.map((expected) => ({ expected, actual: partner.get(expected) })),
    ...unexpected.filter((row) => !taken.has(row)).map((actual) => ({ expected: undefined, actual })),
  ]
}

/**
 * Differences as a table: `-` is expected, `+` is there, and below a pair `^` marks the cells that differ.
 *
 * @param labels what stands before each difference, such as its place
 */
export function differenceTable(
  differences: readonly Difference[],
  columns: readonly string[],
  tolerance: number,
  labels: readonly string[] = [],
): string {
  const lines: { readonly lead: string; readonly cells: readonly string[] }[] = []
  const marks = new Map<number, readonly boolean[]>()
  differences.slice(0, SHOWN).forEach(({ expected, actual }, index) => {
    const label = labels[index] ?? ''
    const differs = columns.map(
      (column) =>
        expected !== undefined && actual !== undefined && !sameValue(expected[column], actual[column], tolerance),
    )
    const texts = columns.map((column, at) =>
      differs[at]
        ? differingTexts(expected?.[column], actual?.[column])
        : [cellText(expected?.[column]), cellText(actual?.[column])],
    )
    if (expected !== undefined) lines.push({ lead: `${label}-`, cells: texts.map(([text = '']) => text) })
    if (actual !== undefined) lines.push({ lead: `${label}+`, cells: texts.map(([, text = '']) => text) })
    if (differs.some(Boolean)) marks.set(lines.length - 1, differs)
  })
  const table = [{ lead: '', cells: columns }, ...lines]
  const widths = columns.map((_, at) => Math.max(...table.map(({ cells }) => stringWidth(cells[at] ?? ''))))
  const leads = Math.max(...table.map(({ lead }) => lead.length))
  const line = (lead: string, cells: readonly string[]): string =>
    `  ${lead.padStart(leads)} ${cells.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - stringWidth(cell))).join('  ')}`.trimEnd()
  const printed = lines.flatMap(({ lead, cells }, index) => {
    const differs = marks.get(index)
    if (differs === undefined) return [line(lead, cells)]
    const before = lines[index - 1]?.cells ?? []
    const under = cells.map((cell, at) =>
      differs[at] ? '^'.repeat(Math.max(stringWidth(cell), stringWidth(before[at] ?? ''))) : '',
    )
    return [line(lead, cells), line('', under)]
  })
  const more = differences.length - SHOWN
  return [line('', columns), ...printed, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n')
}
