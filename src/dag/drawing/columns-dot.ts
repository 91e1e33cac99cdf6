import { shorten } from '../../errors/nearest.ts'
import type { DirectKind } from '../../lineage/origins.ts'
import type { ColumnDrawing, Sheet } from './columns.ts'
import { html, plain, quote } from './graphviz-text.ts'

/** How values that are passed on are told from those that are computed. */
const COLOURS: Readonly<Record<DirectKind, string>> = {
  identity: '#94a3b8',
  transformation: '#3b82f6',
  window: '#a855f7',
  aggregation: '#f97316',
}
const UNKNOWN = { colour: '#dc2626', sign: ' ?' }
const HEADS = { made: '#e0f2fe', outside: '#f1f5f9', unknown: '#fee2e2' } as const

/** Relations with their columns in Graphviz's language, and a line for values that go from column to column. */
export function columnsToDot({ sheets, threads }: ColumnDrawing): string {
  const ports = new Map(
    sheets.flatMap(({ node, columns }) =>
      columns.map(({ name }, place) => [JSON.stringify([node.name, name]), `${quote(node.name)}:c${place}`] as const),
    ),
  )
  const port = (point: { readonly node: string; readonly column: string }): string =>
    ports.get(JSON.stringify([point.node, point.column])) as string
  return [
    'digraph columns {',
    '  graph [rankdir=LR, ranksep=1.6, nodesep=0.3, pad=0.35, bgcolor="#ffffff"]',
    '  node [shape=plain, fontname="Arial", fontsize=11]',
    '  edge [penwidth=1.1, arrowsize=0.5]',
    ...sheets.map((sheet) => `  ${quote(sheet.node.name)} [label=<${table(sheet)}>]`),
    ...threads.map(({ from, to, direct }) => {
      const text = `${from.column} to ${to.column}: ${direct}`
      return `  ${port(from)}:e -> ${port(to)}:w [color="${COLOURS[direct]}", tooltip="${plain(shorten(text, 200))}"]`
    }),
    '  subgraph legend {',
    `    legend [label=<${legend()}>]`,
    '  }',
    '}',
    '',
  ].join('\n')
}

function table({ node, columns, hidden }: Sheet): string {
  const head = HEADS[node.lineage === undefined ? 'outside' : node.lineage === 'unknown' ? 'unknown' : 'made']
  const more = hidden > 0 ? [row(`<FONT COLOR="#94a3b8">… and ${hidden} more</FONT>`)] : []
  return [
    '<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="4" COLOR="#cbd5e1">',
    `<TR><TD BGCOLOR="${head}"><FONT POINT-SIZE="13" COLOR="#0f172a"><B>${html(shorten(node.shortName, 60))}</B></FONT></TD></TR>`,
    ...columns.map(({ name, unknown }, place) => {
      const colour = unknown ? UNKNOWN.colour : '#334155'
      const text = `${html(shorten(name, 60))}${unknown ? UNKNOWN.sign : ''}`
      return row(`<FONT COLOR="${colour}">${text}</FONT>`, ` PORT="c${place}"`)
    }),
    ...more,
    '</TABLE>',
  ].join('')
}

const row = (content: string, attributes = ''): string =>
  `<TR><TD ALIGN="LEFT" BGCOLOR="#ffffff"${attributes}>${content}</TD></TR>`

function legend(): string {
  const words = Object.entries(COLOURS).map(([kind, colour]) => `<FONT COLOR="${colour}">— ${kind}</FONT>`)
  return `<FONT POINT-SIZE="10">${words.join('   ')}</FONT>`
}
