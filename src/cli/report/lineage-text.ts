/** Lineage for a terminal: trees of columns, and lists of what only decides. */
import { type LineageGraph, type LineageNode, lineageIn, type Point, type Step } from '../../lineage/graph.ts'
import type { ColumnLineage } from '../../lineage/lineage.ts'
import { printable, type Style } from './style.ts'

type Side = 'upstream' | 'downstream'

interface Shown {
  readonly graph: LineageGraph
  readonly style: Style
}

/** `customers.total = sum(amount)`, and below it the tree of each side. */
export function describeColumn(shown: Shown, node: LineageNode, column: string, sides: readonly Side[]): string {
  const { style } = shown
  const lineage = columnLineage(shown.graph, { node: node.name, column })
  const made = lineage?.expression === undefined ? '' : ` = ${style.cyan(printable(lineage.expression))}`
  const parts = sides.flatMap((side) => [
    '',
    style.bold(side === 'upstream' ? 'comes from' : 'goes into'),
    ...treeOf(shown, { node: node.name, column }, side),
  ])
  const decides = sides.includes('upstream') ? decidedBy(shown, node, lineage) : []
  return [`${style.bold(pointText(shown.graph, { node: node.name, column }))}${made}`, ...parts, ...decides].join('\n')
}

/** The rows of a table of a node's columns: name, what it comes from, how it is computed. */
export function columnRows(graph: LineageGraph, node: LineageNode): readonly (readonly string[])[] {
  return node.columns.map((column) => {
    const lineage = columnLineage(graph, { node: node.name, column })
    const into = graph.into({ node: node.name, column })
    const direct = into.filter((step) => step.direct !== undefined)
    // A rank has no values of other columns in it, but does come from them; a count from rows.
    const from = direct.length > 0 || isCount(lineage) ? direct : into.filter(isCondition)
    const texts = from.map((step) => `${pointText(graph, step.from)} (${kindsText(step)})`)
    return [column, texts.join(', ') || nothing(graph, node, lineage), lineage?.expression ?? '']
  })
}

/** What decides which rows a node has, a line each; none where nothing does. */
export function decidedBy({ graph, style }: Shown, node: LineageNode, column: ColumnLineage | undefined): string[] {
  const lineage = lineageIn(node)
  if (!lineage) return []
  const own = column ? graph.into({ node: node.name, column: column.name }).filter(isCondition) : []
  const rows = graph.into({ node: node.name, column: undefined }).filter(isCondition)
  const text = (step: Step): string => `  ${pointText(graph, step.from)} ${style.dim(kindsText(step))}`
  const unread = '  SQL text, of which nothing is known'
  const section = (title: string, steps: readonly Step[], unknown: boolean): string[] =>
    steps.length === 0 && !unknown ? [] : ['', style.bold(title), ...steps.map(text), ...(unknown ? [unread] : [])]
  return [
    ...section('its values depend on', own, column?.conditions.unknown === true),
    ...section(`the rows of ${printable(node.shortName)} depend on`, rows, lineage.rows.unknown),
  ]
}

const isCondition = (step: Step): boolean => step.from.column !== undefined && step.conditions.length > 0

/** A column that comes again has its branches where it came first. */
function treeOf(shown: Shown, root: Point, side: Side): string[] {
  const { graph, style } = shown
  const seen = new Set<string>()
  const lines: string[] = []
  const branch = (point: Point, indent: string): void => {
    const steps = side === 'upstream' ? directInto(graph, point) : directOutOf(graph, point)
    const notes = side === 'upstream' ? notesOf(graph, point, steps.length > 0) : []
    for (const [place, step] of steps.entries()) {
      const last = place === steps.length - 1 && notes.length === 0
      const next = side === 'upstream' ? step.from : step.to
      const key = JSON.stringify([next.node, next.column])
      const again = seen.has(key)
      seen.add(key)
      const more = again && hasMore(graph, next, side) ? style.dim(' (see above)') : ''
      lines.push(`${indent}${last ? '└─' : '├─'} ${lineOf(shown, next, step)}${more}`)
      if (!again) branch(next, `${indent}${last ? '   ' : '│  '}`)
    }
    for (const [place, note] of notes.entries())
      lines.push(`${indent}${place === notes.length - 1 ? '└─' : '├─'} ${style.dim(note)}`)
  }
  branch(root, '')
  if (lines.length > 0) return lines
  return [style.dim(side === 'upstream' ? 'outside: no model makes it' : 'no column of a model')]
}

const hasMore = (graph: LineageGraph, point: Point, side: Side): boolean =>
  (side === 'upstream' ? directInto(graph, point) : directOutOf(graph, point)).length > 0

function lineOf({ graph, style }: Shown, point: Point, step: Step): string {
  const expression = columnLineage(graph, point)?.expression
  const made = expression === undefined ? '' : ` = ${style.cyan(printable(expression))}`
  return `${pointText(graph, point)} ${style.dim(kindsText(step))}${made}`
}

/** What a tree says of a column beside the columns that give it values. */
function notesOf(graph: LineageGraph, point: Point, hasSteps: boolean): readonly string[] {
  const node = graph.nodes.get(point.node)
  if (!node || node.lineage === undefined) return []
  const lineage = columnLineage(graph, point)
  if (node.lineage !== 'unknown' && lineage?.unknown) return ['SQL text, of which nothing is known']
  return hasSteps ? [] : [nothing(graph, node, lineage)]
}

/** What a column is made of that is made of no column. */
function nothing(graph: LineageGraph, node: LineageNode, lineage: ColumnLineage | undefined): string {
  if (node.lineage === undefined) return 'outside'
  if (node.lineage === 'unknown') return 'not known without a database'
  if (!lineage) return 'kept by the snapshot'
  if (lineage.unknown) return 'SQL text, of which nothing is known'
  if (!isCount(lineage)) return 'made of no column'
  const rowsInto = (column: string | undefined): readonly string[] =>
    graph
      .into({ node: node.name, column })
      .flatMap(({ from }) => (from.column === undefined && from.node !== node.name ? [from.node] : []))
  const own = rowsInto(lineage.name)
  const counted = own.length > 0 ? own : rowsInto(undefined)
  const names = counted.map((name) => graph.nodes.get(name)?.shortName ?? name)
  return names.length > 0 ? `the rows of ${names.join(', ')}` : 'made of no column'
}

/** Whether a column that is made of no other counts rows. */
const isCount = (lineage: ColumnLineage | undefined): boolean => /\bcount\(/.test(lineage?.expression ?? '')

const columnLineage = (graph: LineageGraph, { node, column }: Point): ColumnLineage | undefined =>
  lineageIn(graph.nodes.get(node))?.columns.find(({ name }) => name === column)

const directInto = (graph: LineageGraph, point: Point): readonly Step[] =>
  graph.into(point).filter(({ direct }) => direct !== undefined)
const directOutOf = (graph: LineageGraph, point: Point): readonly Step[] =>
  graph.outOf(point).filter(({ direct }) => direct !== undefined)

const pointText = (graph: LineageGraph, { node, column }: Point): string =>
  printable(`${graph.nodes.get(node)?.shortName ?? node}.${column ?? '*'}`)

/** `aggregation`; `filter, group by`. */
const kindsText = ({ direct, conditions }: Step): string =>
  direct ?? conditions.map((kind) => kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(', ')
