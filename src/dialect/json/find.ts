/** What a path finds in a document, as Spark's get_json_object writes it. */
import type { PathStep } from '../../functions/json/path.ts'
import type { JsonNode } from './read.ts'
import { writeJson } from './write.ts'

/** How findings are written: `raw` a lone text without quotes, `quoted` inside of an array, `flat` arrays into the one around. */
type Style = 'raw' | 'quoted' | 'flat'

/** What was written for a node, and how many findings are in it: an array of none is written, too, where it is one of several. */
interface Found {
  readonly texts: readonly string[]
  readonly findings: number
}

/** Whether the text has no half of a character, which no database holds. */
export const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text)

const NOTHING: Found = { texts: [], findings: 0 }

/** The finding's text; undefined where there is none. */
export function findJson(document: JsonNode, path: readonly PathStep[]): string | undefined {
  const { texts, findings } = found(document, path, 'raw', true)
  return findings > 0 ? texts.join(',') : undefined
}

/** What is found in a node. `ascii` until an array of findings has been begun. */
function found(node: JsonNode, path: readonly PathStep[], style: Style, ascii: boolean): Found {
  const [step, ...rest] = path
  if (!step) {
    if (node.kind === 'string' && style === 'raw')
      return isWhole(node.text) ? { texts: [node.text], findings: 1 } : NOTHING
    if (node.kind === 'array' && style === 'flat') return each(node.items, rest, style, ascii)
    return { texts: [writeJson(node, ascii)], findings: 1 }
  }
  if (node.kind === 'object' && step.kind === 'name') {
    for (const [name, value] of node.members) {
      if (name !== step.name || (value.kind === 'word' && value.word === 'null')) continue
      const inside = found(value, rest, style, ascii)
      if (inside.findings > 0) return inside
    }
    return NOTHING
  }
  if (node.kind !== 'array' || step.kind === 'name') return NOTHING
  if (step.kind === 'place') {
    const item = node.items[step.place]
    // Something after it will be one of several.
    return item ? found(item, rest, rest[0]?.kind === 'each' ? 'quoted' : style, ascii) : NOTHING
  }
  if (rest[0]?.kind === 'each') return listed(each(node.items, rest.slice(1), 'flat', ascii))
  if (style === 'quoted') return listed(each(node.items, rest, style, ascii))
  const inside = each(node.items, rest, style === 'raw' ? 'quoted' : style, false)
  if (inside.findings === 0) return NOTHING
  return inside.findings === 1 ? inside : listed(inside)
}

/** Of all items; each counts once, whatever is found in it. */
function each(items: readonly JsonNode[], path: readonly PathStep[], style: Style, ascii: boolean): Found {
  const parts = items.map((item) => found(item, path, style, ascii))
  return {
    texts: parts.flatMap((part) => part.texts),
    findings: parts.filter((part) => part.findings > 0).length,
  }
}

const listed = ({ texts, findings }: Found): Found => ({
  texts: [`[${texts.join(',')}]`],
  findings: Math.min(findings, 1),
})
