import { shorten } from '../../errors/nearest.ts'
import type { Graph } from '../graph.ts'
import { type Box, boxesOf, LOOKS } from './box.ts'
import { html, plain, quote } from './graphviz-text.ts'

/**
 * The graph in Graphviz's language: a box for each task and model with what it is, one rank for each level.
 *
 * The font is Arial, whose widths Graphviz knows without having it; the font that is shipped for drawing has the same.
 */
export function toDot(graph: Graph): string {
  const boxes = boxesOf(graph)
  const drawn = new Set(boxes.map(({ node }) => node.name))
  return [
    'digraph tasks {',
    '  graph [rankdir=LR, ranksep=0.9, nodesep=0.28, pad=0.35, bgcolor="#ffffff"]',
    '  node [shape=box, style="rounded,filled", fontname="Arial", fontsize=13, margin="0.2,0.11", penwidth=1.2]',
    '  edge [color="#94a3b8", penwidth=1.2, arrowsize=0.65]',
    ...boxes.map((box) => `  ${quote(box.node.name)} [${attributes(box)}]`),
    ...graph.levels
      .map((names) => names.filter((name) => drawn.has(name)))
      .filter((names) => names.length > 0)
      .map((names) => `  { rank=same; ${names.map((name) => `${quote(name)};`).join(' ')} }`),
    ...boxes.flatMap(({ node }) => node.dependsOn.map((parent) => `  ${quote(parent)} -> ${quote(node.name)}`)),
    '}',
    '',
  ].join('\n')
}

function attributes({ node, title, detail, look }: Box): string {
  const { fill, line, text } = LOOKS[look]
  const label = [
    `<FONT COLOR="${text}"><B>${html(title)}</B></FONT>`,
    `<FONT POINT-SIZE="10.5" COLOR="#64748b">${html(detail)}</FONT>`,
  ].join('<BR/>')
  const dashed = look === 'disabled' ? ', style="rounded,filled,dashed"' : ''
  const tooltip = shorten(node.description ?? `${node.name} in ${node.file}`, 300)
  return `label=<${label}>, tooltip="${plain(tooltip)}", fillcolor="${fill}", color="${line}"${dashed}`
}
