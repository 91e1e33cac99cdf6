import stringWidth from 'string-width'
import { printable, styleFor } from './style.ts'

/** Prints aligned columns without lines around them, so that `grep` and `awk` read them as well as people. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const style = styleFor(process.stdout)
  const cells = rows.map((row) => row.map(printable))
  const widths = head.map((text, column) =>
    cells.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), widthOf(text)),
  )
  const line = (row: readonly string[], look: (text: string) => string = (text) => text): string =>
    row
      .map((text, column) => `${look(text)}${' '.repeat((widths[column] ?? 0) - widthOf(text))}`)
      .join('  ')
      .trimEnd()
  process.stdout.write(`${[line(head, style.bold), ...cells.map((row) => line(row))].join('\n')}\n`)
}

/** How many columns of a terminal a text takes. Most texts are plain: those are not measured letter by letter. */
function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text)
}
