import type { Graph } from '../graph.ts'
import { boxesOf, LOOKS } from './box.ts'

/** The graph as a Mermaid flowchart, for a README or a wiki that draws it. */
export function toMermaid(graph: Graph): string {
  const boxes = boxesOf(graph)
  const ids = new Map(boxes.map(({ node }, index) => [node.name, `t${index}`]))
  const looks = new Set(boxes.map(({ look }) => look))
  return [
    'flowchart LR',
    ...boxes.map(
      ({ node, title, detail, look }) =>
        `  ${ids.get(node.name)}["<b>${escaped(title)}</b><br/>${escaped(detail)}"]:::${look}`,
    ),
    ...boxes.flatMap(({ node }) => node.dependsOn.map((parent) => `  ${ids.get(parent)} --> ${ids.get(node.name)}`)),
    ...[...looks].map((look) => {
      const { fill, line, text } = LOOKS[look]
      const dashed = look === 'disabled' ? ',stroke-dasharray:4' : ''
      return `  classDef ${look} fill:${fill},stroke:${line},color:${text}${dashed}`
    }),
    '',
  ].join('\n')
}

/** Mermaid takes characters by number; what is no letter, digit or blank may mean something to it or to Markdown. */
export function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._:/·()-]/gu, (character) => `#${character.codePointAt(0)};`)
}
