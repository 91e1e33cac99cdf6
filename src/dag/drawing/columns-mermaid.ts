import type { ColumnDrawing } from './columns.ts'
import { escaped } from './mermaid.ts'

/** Relations as boxes of columns in a Mermaid flowchart; a line says how values change on it, unless they do not. */
export function columnsToMermaid({ sheets, threads }: ColumnDrawing): string {
  const ids = new Map(
    sheets.flatMap(({ node, columns }, sheet) =>
      columns.map(({ name }, place) => [JSON.stringify([node.name, name]), `r${sheet}c${place}`] as const),
    ),
  )
  const id = (point: { readonly node: string; readonly column: string }): string =>
    ids.get(JSON.stringify([point.node, point.column])) as string
  return [
    'flowchart LR',
    ...sheets.flatMap(({ node, columns, hidden }, sheet) => [
      `  subgraph r${sheet}["${escaped(node.shortName)}"]`,
      '    direction TB',
      ...columns.map(({ name, unknown }) => {
        const look = unknown ? ':::unknown' : ''
        return `    ${id({ node: node.name, column: name })}["${escaped(name)}${unknown ? ' #63;' : ''}"]${look}`
      }),
      ...(hidden > 0 ? [`    r${sheet}more["… and ${hidden} more"]`] : []),
      ...(columns.length + hidden === 0 ? [`    r${sheet}none["no columns"]`] : []),
      '  end',
    ]),
    ...threads.map(({ from, to, direct }) => {
      const line = direct === 'identity' ? '-->' : `-->|${direct}|`
      return `  ${id(from)} ${line} ${id(to)}`
    }),
    '  classDef unknown stroke:#dc2626,color:#dc2626',
    '',
  ].join('\n')
}
