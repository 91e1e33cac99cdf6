import type { Graph } from '../graph.ts'
import { boxOf } from './box.ts'

/** The graph as a Mermaid flowchart, for a README or a wiki that draws it. */
export function toMermaid(graph: Graph): string {
  const ids = new Map([...graph.nodes.keys()].map((name, index) => [name, `t${index}`]))
  const nodes = [...graph.nodes.values()]
  return [
    'flowchart LR',
    ...nodes.map((node) => {
      const { title, detail, look } = boxOf(node)
      return `  ${ids.get(node.name)}["<b>${escaped(title)}</b><br/>${escaped(detail)}"]:::${look}`
    }),
    ...nodes.flatMap((node) => node.dependsOn.map((parent) => `  ${ids.get(parent)} --> ${ids.get(node.name)}`)),
    '  classDef plain fill:#ffffff,stroke:#94a3b8,color:#0f172a',
    '  classDef scheduled fill:#eff6ff,stroke:#60a5fa,color:#0f172a',
    '  classDef kept fill:#f0fdf4,stroke:#4ade80,color:#0f172a',
    '  classDef disabled fill:#f8fafc,stroke:#cbd5e1,color:#94a3b8,stroke-dasharray:4',
    '',
  ].join('\n')
}

/** Mermaid takes characters by number; what is no letter, digit or blank may mean something to it or to Markdown. */
export function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._:/·()-]/gu, (character) => `#${character.codePointAt(0)};`)
}
