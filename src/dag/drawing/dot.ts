import { shorten } from '../../errors/nearest.ts'
import type { Graph, TaskNode } from '../graph.ts'
import { boxOf } from './box.ts'
import { html, plain, quote } from './graphviz-text.ts'

/** Colours of a box: its fill and its edge. */
const COLOURS = {
  plain: { fill: '#ffffff', line: '#94a3b8' },
  scheduled: { fill: '#eff6ff', line: '#60a5fa' },
  kept: { fill: '#f0fdf4', line: '#4ade80' },
  disabled: { fill: '#f8fafc', line: '#cbd5e1' },
} as const

/**
 * The graph in Graphviz's language: a box for each task with its schedule and ttl, one rank for each level.
 *
 * The font is Arial, whose widths Graphviz knows without having it; the font that is shipped for drawing has the same.
 */
export function toDot(graph: Graph): string {
  const nodes = [...graph.nodes.values()]
  return [
    'digraph tasks {',
    '  graph [rankdir=LR, ranksep=0.9, nodesep=0.28, pad=0.35, bgcolor="#ffffff"]',
    '  node [shape=box, style="rounded,filled", fontname="Arial", fontsize=13, margin="0.2,0.11", penwidth=1.2]',
    '  edge [color="#94a3b8", penwidth=1.2, arrowsize=0.65]',
    ...nodes.map((node) => `  ${quote(node.name)} [${attributes(node)}]`),
    ...graph.levels.map((names) => `  { rank=same; ${names.map((name) => `${quote(name)};`).join(' ')} }`),
    ...nodes.flatMap((node) => node.dependsOn.map((parent) => `  ${quote(parent)} -> ${quote(node.name)}`)),
    '}',
    '',
  ].join('\n')
}

function attributes(node: TaskNode): string {
  const { title, detail, look } = boxOf(node)
  const { fill, line } = COLOURS[look]
  const text = look === 'disabled' ? '#94a3b8' : '#0f172a'
  const label = [
    `<FONT COLOR="${text}"><B>${html(title)}</B></FONT>`,
    `<FONT POINT-SIZE="10.5" COLOR="#64748b">${html(detail)}</FONT>`,
  ].join('<BR/>')
  const dashed = look === 'disabled' ? ', style="rounded,filled,dashed"' : ''
  const tooltip = shorten(node.description ?? `${node.name} in ${node.file}`, 300)
  return `label=<${label}>, tooltip="${plain(tooltip)}", fillcolor="${fill}", color="${line}"${dashed}`
}
