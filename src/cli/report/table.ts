import Table from 'cli-table3'
import { printable, styleFor } from './style.ts'

/** Prints aligned columns without lines around them, so that `grep` and `awk` read them as well as people. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const style = styleFor(process.stdout)
  const none = Object.fromEntries(
    [
      'top',
      'top-mid',
      'top-left',
      'top-right',
      'bottom',
      'bottom-mid',
      'bottom-left',
      'bottom-right',
      'left',
      'left-mid',
      'mid',
      'mid-mid',
      'right',
      'right-mid',
      'middle',
    ].map((edge) => [edge, '']),
  )
  const table = new Table({ chars: none, style: { 'padding-left': 0, 'padding-right': 2, head: [], border: [] } })
  table.push(head.map((text) => style.bold(text)))
  for (const row of rows) table.push(row.map(printable))
  const lines = table.toString().split('\n')
  process.stdout.write(`${lines.map((line) => line.trimEnd()).join('\n')}\n`)
}
