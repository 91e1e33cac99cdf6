/** A case and its project as dbt reads them, where Millrace reads something else. */
import { matching } from '../../../../src/dag/select/wildcard.ts'
import { isName, respelled, type Word } from './atoms.ts'
import type { RecordedCase, RecordedNode, RecordedSelectors } from './recorded.ts'

/** A case with the project that it asks. */
export interface Asked {
  readonly one: RecordedCase
  readonly recorded: RecordedSelectors
}

/**
 * The same case with names as dbt reads them: a bare name, or a wildcard over the whole dotted name, with the project's
 * name before it or without. Each name becomes a tag of the nodes that it means.
 */
export function withNamesOfDbt(asked: Asked): Asked {
  return tagged(asked, (word) =>
    isName(word) ? (node) => node.resource_type !== 'source' && isNamed(node, word.value) : undefined,
  )
}

/** The same case with unit tests among the tests, and a tag in place of each word that means the one or the other. */
export function withUnitTests(asked: Asked): Asked {
  const isUnit = (node: RecordedNode): boolean => node.resource_type === 'unit_test'
  const { one, recorded } = tagged(asked, ({ method, value }) => {
    if (method === 'test_type' && value === 'unit') return isUnit
    if (method !== 'resource_type') return undefined
    if (value === 'unit_test') return isUnit
    return value === 'test' ? (node) => node.resource_type === 'test' : undefined
  })
  const nodes = recorded.nodes.map((node) => (isUnit(node) ? { ...node, resource_type: 'test' as const } : node))
  return { one, recorded: { ...recorded, nodes } }
}

function isNamed({ fqn }: RecordedNode, value: string): boolean {
  if (fqn.at(-1) === value) return true
  return [fqn.join('.'), fqn.slice(1).join('.')].some(
    (dotted) => dotted.startsWith(`${value}.`) || matching(value)(dotted),
  )
}

/** Puts a tag in place of each word that `meaning` knows, and gives the tag to the nodes that the word means. */
function tagged(
  { one, recorded }: Asked,
  meaning: (word: Word) => ((node: RecordedNode) => boolean) | undefined,
): Asked {
  const given = new Map<string, (node: RecordedNode) => boolean>()
  const other = respelled(one, (word) => {
    const means = meaning(word)
    if (means === undefined) return undefined
    const tag = `means-${[...`${word.method ?? ''}:${word.value}`].map((letter) => letter.codePointAt(0)).join('-')}`
    given.set(tag, means)
    return `tag:${tag}`
  })
  const nodes = recorded.nodes.map((node) => ({
    ...node,
    tags: [...node.tags, ...[...given].flatMap(([tag, means]) => (means(node) ? tag : []))],
  }))
  return { one: other, recorded: { ...recorded, nodes } }
}
