import { type LineageGraph, type LineageNode, lineageIn, type Step } from '../../lineage/graph.ts'

/** A relation as a drawing shows it. */
export interface Sheet {
  readonly node: LineageNode
  /** Those that are drawn: all that a model makes; of what comes from outside, those that are read for their values. */
  readonly columns: readonly SheetColumn[]
  /** How many more there are. */
  readonly hidden: number
}

export interface SheetColumn {
  readonly name: string
  /** Made of text that nobody here can read. */
  readonly unknown: boolean
}

/** Values that go from one column to another. */
export interface Thread extends Step {
  readonly direct: NonNullable<Step['direct']>
  readonly from: { readonly node: string; readonly column: string }
  readonly to: { readonly node: string; readonly column: string }
}

/** What is drawn of a graph: relations with their columns, and where values go. What only decides is left to the JSON. */
export interface ColumnDrawing {
  readonly sheets: readonly Sheet[]
  readonly threads: readonly Thread[]
}

/** More would be a wall. */
const MOST_COLUMNS = 60

export function drawingOf(graph: LineageGraph): ColumnDrawing {
  const nodes = [...graph.nodes.values()]
  const threads = nodes.flatMap(({ name, columns }) =>
    columns.flatMap((column) => graph.into({ node: name, column }).filter(isThread)),
  )
  const ends = new Set(threads.flatMap(({ from, to }) => [pointOf(from), pointOf(to)]))
  const sheets = nodes.map((node): Sheet => {
    const lineage = lineageIn(node)
    const used = node.columns.filter((column) => ends.has(pointOf({ node: node.name, column })))
    const rest = lineage ? node.columns.filter((column) => !used.includes(column)) : []
    // What has a line to it is drawn before what has none, and in the order of the relation.
    const chosen = new Set([...used, ...rest].slice(0, Math.max(MOST_COLUMNS, used.length)))
    const shown = node.columns.filter((column) => chosen.has(column))
    return {
      node,
      columns: shown.map((name) => ({
        name,
        unknown: node.lineage === 'unknown' || lineage?.columns.find((one) => one.name === name)?.unknown === true,
      })),
      hidden: node.columns.length - shown.length,
    }
  })
  return { sheets, threads }
}

const pointOf = ({ node, column }: { readonly node: string; readonly column: string }): string =>
  JSON.stringify([node, column])

const isThread = (step: Step): step is Thread =>
  step.direct !== undefined && step.from.column !== undefined && step.to.column !== undefined
