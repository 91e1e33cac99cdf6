/** Lineage as data for other tools: each relation's columns in the form of OpenLineage's column lineage facet. */
import { type LineageGraph, type LineageNode, lineageIn, type Reached, type Step } from './graph.ts'
import type { ColumnLineage } from './lineage.ts'

/** How values of an input field get into an output field, in the facet's words. */
export interface Transformation {
  readonly type: 'DIRECT' | 'INDIRECT'
  /** `IDENTITY`, `TRANSFORMATION`, `AGGREGATION`, `WINDOW`; of indirect ones `FILTER`, `JOIN`, `GROUP_BY`, `SORT`, `WINDOW`, `CONDITIONAL`. */
  readonly subtype: string
}

export interface InputField {
  /** The full name of the node that has the field. */
  readonly name: string
  readonly field: string
  readonly transformations: readonly Transformation[]
}

/** A relation and where its columns come from. */
export interface NodeJson {
  readonly name: string
  readonly shortName: string
  readonly relation: { readonly schema: string | null; readonly name: string }
  readonly columns: readonly string[]
  /** False where it is not known what the relation is made of. */
  readonly known: boolean
  /** By column; none for what comes from outside. */
  readonly fields: Readonly<
    Record<
      string,
      {
        readonly inputFields: readonly InputField[]
        /** False where SQL text of the user's own gives it values. */
        readonly known: boolean
        /** How it is computed, about as in SQL. */
        readonly expression: string | null
      }
    >
  >
  /** What decides which rows there are, and so about every column. */
  readonly dataset: readonly InputField[]
  /** Relations of which it matters how many rows they have. */
  readonly rowsOf: readonly string[]
}

/** Every relation of the graph, in its order. */
export function lineageToJson(graph: LineageGraph): readonly NodeJson[] {
  return [...graph.nodes.values()].map((node) => nodeToJson(graph, node))
}

export function nodeToJson(graph: LineageGraph, node: LineageNode): NodeJson {
  const lineage = lineageIn(node)
  const { name, shortName, relation, columns } = node
  const rows = { node: name, column: undefined }
  return {
    name,
    shortName,
    relation: { schema: relation.schema ?? null, name: relation.name },
    columns,
    known: node.lineage !== 'unknown' && lineage?.rows.unknown !== true,
    fields: Object.fromEntries(
      (lineage?.columns ?? []).map((column) => [
        column.name,
        {
          inputFields: inputFields(graph, name, column),
          known: !column.unknown && !column.conditions.unknown,
          expression: column.expression ?? null,
        },
      ]),
    ),
    dataset: lineage ? conditionFields(graph, rows) : [],
    rowsOf: graph.into(rows).flatMap(({ from }) => (from.column === undefined ? [from.node] : [])),
  }
}

function inputFields(graph: LineageGraph, node: string, { name }: ColumnLineage): readonly InputField[] {
  const point = { node, column: name }
  const direct = graph.into(point).flatMap(({ from, direct: kind }): readonly InputField[] => {
    if (kind === undefined || from.column === undefined) return []
    return [{ name: from.node, field: from.column, transformations: [{ type: 'DIRECT', subtype: upperCase(kind) }] }]
  })
  return together([...direct, ...conditionFields(graph, point)])
}

function conditionFields(
  graph: LineageGraph,
  point: { node: string; column: string | undefined },
): readonly InputField[] {
  return graph.into(point).flatMap(({ from, conditions }): readonly InputField[] => {
    if (from.column === undefined || conditions.length === 0) return []
    const transformations = conditions.map((kind): Transformation => ({ type: 'INDIRECT', subtype: upperCase(kind) }))
    return [{ name: from.node, field: from.column, transformations }]
  })
}

/** One entry for one input field: it may give values and decide, too. */
function together(fields: readonly InputField[]): readonly InputField[] {
  const byField = new Map<string, InputField>()
  for (const field of fields) {
    const key = JSON.stringify([field.name, field.field])
    const known = byField.get(key)?.transformations ?? []
    byField.set(key, { ...field, transformations: [...known, ...field.transformations] })
  }
  return [...byField.values()]
}

const upperCase = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

/** A column, how it is made, and every column that it depends on or that depends on it, with the way. */
export function columnToJson(
  graph: LineageGraph,
  node: LineageNode,
  column: string,
  sides: readonly ('upstream' | 'downstream')[],
): object {
  return {
    name: node.name,
    column,
    ...nodeToJson(graph, node).fields[column],
    ...Object.fromEntries(sides.map((side) => [side, graph[side](node.name, column).map(reachedToJson)])),
  }
}

const reachedToJson = ({ node, column, direct, path }: Reached): object => ({
  name: node,
  field: column,
  type: direct ? 'DIRECT' : 'INDIRECT',
  path: path.map(stepToJson),
})

/** A `field` that is null stands for which rows there are. */
const stepToJson = ({ from, to, direct, conditions }: Step): object => ({
  from: { name: from.node, field: from.column ?? null },
  to: { name: to.node, field: to.column ?? null },
  subtypes: (direct === undefined ? conditions : [direct]).map(upperCase),
})
