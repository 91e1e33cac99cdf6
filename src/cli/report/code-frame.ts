import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { printable, type Style } from './style.ts'

const BEFORE = 2
const AFTER = 2
const WIDEST = 160

/**
 * The lines around a place, the one itself marked:
 *
 *     29 | const orders = session.table('orders')
 *   > 31 | await orders.select('amout').show()
 *        |              ^
 *
 * @param at `models/sales.ts:31:12`, column optional, relative to `root`
 * @returns undefined where there is no such line to be read
 */
export function codeFrame(root: string, at: string, style: Style): string | undefined {
  const [, file, row, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(at) ?? []
  if (file === undefined) return undefined
  let lines: string[]
  try {
    lines = readFileSync(resolve(root, file), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const marked = Number(row)
  if (marked < 1 || marked > lines.length) return undefined
  const last = Math.min(lines.length, marked + AFTER)
  const width = String(last).length
  return lines
    .slice(Math.max(0, marked - 1 - BEFORE), last)
    .flatMap((text, index) => {
      const number = Math.max(1, marked - BEFORE) + index
      const shown = printable(text.replaceAll('\t', '  ')).slice(0, WIDEST)
      const line = `${String(number).padStart(width)} | ${shown}`
      if (number !== marked) return style.dim(`  ${line}`)
      const from = column === undefined ? -1 : text.slice(0, Number(column) - 1).replaceAll('\t', '  ').length
      const caret =
        from < 0 || from > WIDEST ? [] : [style.dim(`  ${' '.repeat(width)} | `) + style.red(`${' '.repeat(from)}^`)]
      return [`${style.red('>')} ${line}`, ...caret]
    })
    .join('\n')
}
