/** The columns of many models as one graph: what each comes from, and what comes from it, over any number of models. */
import type { Plan } from '../analyse/resolved.ts'
import { formatTableName, type TableName } from '../plan/relation.ts'
import type { ColumnLineage, Conditions, Lineage } from './lineage.ts'
import { lineageOf } from './lineage-of.ts'
import type { ConditionKind, DirectKind } from './origins.ts'

/** What a graph of columns is made from: a model, snapshot, seed or source. */
export interface LineageInput {
  /** The full name. */
  readonly name: string
  /** What people see. */
  readonly shortName: string
  /** What it is in the database: plans read it by this name. */
  readonly relation: TableName
  /** Undefined where the rows come from outside; `unknown` where it is not known what it is made of. */
  readonly plan: Plan | 'unknown' | undefined
  /** Its columns as far as they are known, also those that the plan does not make. */
  readonly columns: readonly string[] | undefined
}

/** A relation of the graph; also a table that is read and that no model makes, called by its own name. */
export interface LineageNode {
  readonly name: string
  readonly shortName: string
  readonly relation: TableName
  /** The known columns; of a table that nobody describes, those that are read. */
  readonly columns: readonly string[]
  /** Where its columns come from; undefined for what comes from outside. */
  readonly lineage: Lineage | 'unknown' | undefined
}

/** A column of a node; without a column, which rows the node has. */
export interface Point {
  readonly node: string
  readonly column: string | undefined
}

/** One step from a point to what depends on it: it gives values (`direct`), or decides about them. */
export interface Step {
  readonly from: Point
  readonly to: Point
  readonly direct: DirectKind | undefined
  readonly conditions: readonly ConditionKind[]
}

/** A column that was reached, and a shortest way to it. */
export interface Reached {
  readonly node: string
  readonly column: string
  /** Whether values go all the way; else something on the way only decides. */
  readonly direct: boolean
  /** From the column that was asked about, step by step. */
  readonly path: readonly Step[]
}

export interface LineageGraph {
  readonly nodes: ReadonlyMap<string, LineageNode>
  /** The steps that end in a point: what it depends on. */
  into(point: Point): readonly Step[]
  /** The steps that begin in a point: what depends on it. */
  outOf(point: Point): readonly Step[]
  /** All columns that a column depends on, over any number of models; first those whose values it is made of. */
  upstream(node: string, column: string): readonly Reached[]
  /** All columns that depend on a column. */
  downstream(node: string, column: string): readonly Reached[]
}

const pointKey = ({ node, column }: Point): string => JSON.stringify([node, column ?? null])
const tableKey = ({ schema, name }: TableName): string => JSON.stringify([schema ?? null, name])

/**
 * @example
 * const graph = lineageGraph([{ name: 'shop.orders', shortName: 'orders', relation, plan, columns: undefined }])
 * graph.upstream('shop.orders', 'total').map(({ node, column }) => `${node}.${column}`)
 */
export function lineageGraph(inputs: readonly LineageInput[]): LineageGraph {
  const nodes = new Map(inputs.map((input) => [input.name, nodeOf(input)]))
  const byTable = new Map(inputs.map(({ relation, name }) => [tableKey(relation), name]))
  addTables(nodes, byTable)
  const nameOf = (table: TableName): string => byTable.get(tableKey(table)) as string

  const conditionSteps = (to: Point, { origins, tables }: Conditions): Step[] => [
    ...origins.map(({ table, column, kinds }): Step => {
      return { from: { node: nameOf(table), column }, to, direct: undefined, conditions: kinds }
    }),
    ...tables.map((table): Step => {
      return { from: { node: nameOf(table), column: undefined }, to, direct: undefined, conditions: [] }
    }),
  ]
  const into = (to: Point): readonly Step[] => {
    const lineage = lineageIn(nodes.get(to.node))
    if (!lineage) return []
    if (to.column === undefined) return conditionSteps(to, lineage.rows)
    const found = lineage.columns.find(({ name }) => name === to.column)
    const rows: Step = { from: { node: to.node, column: undefined }, to, direct: undefined, conditions: [] }
    if (!found) return [rows]
    return [...directSteps(to, found, nameOf), ...conditionSteps(to, found.conditions), rows]
  }
  let outgoing: Map<string, Step[]> | undefined
  const outOf = (from: Point): readonly Step[] => {
    outgoing ??= stepsByStart(nodes.values(), into)
    return outgoing.get(pointKey(from)) ?? []
  }
  return {
    nodes,
    into,
    outOf,
    upstream: (node, column) =>
      reach({ node, column }, (point) => into(point).map((step) => ({ step, to: step.from }))),
    downstream: (node, column) =>
      reach({ node, column }, (point) => outOf(point).map((step) => ({ step, to: step.to }))),
  }
}

function directSteps(to: Point, { direct }: ColumnLineage, nameOf: (table: TableName) => string): readonly Step[] {
  return direct.map(({ table, column, kind }) => {
    return { from: { node: nameOf(table), column }, to, direct: kind, conditions: [] }
  })
}

function nodeOf({ name, shortName, relation, plan, columns = [] }: LineageInput): LineageNode {
  if (typeof plan !== 'object') return { name, shortName, relation, columns, lineage: plan }
  const made = plan.outputs.map((output) => output.name)
  return { name, shortName, relation, columns: [...new Set([...made, ...columns])], lineage: lineageOf(plan) }
}

/** What is known of a node's columns. */
export const lineageIn = (node: LineageNode | undefined): Lineage | undefined =>
  typeof node?.lineage === 'object' ? node.lineage : undefined

/** Makes nodes of the tables that are read and that no node makes, and adds to nodes the columns that nobody told of. */
function addTables(nodes: Map<string, LineageNode>, byTable: Map<string, string>): void {
  const read = new Map<string, { readonly table: TableName; readonly columns: Set<string> }>()
  for (const node of nodes.values()) {
    const lineage = lineageIn(node)
    if (!lineage) continue
    const conditions = [lineage.rows, ...lineage.columns.map((column) => column.conditions)]
    const origins = [
      ...lineage.columns.flatMap(({ direct }) => direct),
      ...conditions.flatMap(({ origins }) => origins),
    ]
    const note = (table: TableName): Set<string> => {
      const key = tableKey(table)
      const found = read.get(key) ?? { table, columns: new Set<string>() }
      read.set(key, found)
      return found.columns
    }
    for (const { tables } of conditions) for (const table of tables) note(table)
    for (const { table, column } of origins) note(table).add(column)
  }
  for (const [key, { table, columns }] of read) {
    const known = nodes.get(byTable.get(key) ?? '')
    if (lineageIn(known)) continue
    const name = known?.name ?? freeName(formatTableName(table), nodes)
    byTable.set(key, name)
    const all = [...new Set([...(known?.columns ?? []), ...columns])]
    nodes.set(name, { shortName: name, relation: table, lineage: undefined, ...known, name, columns: all })
  }
}

/** A table may be called as a model is that makes another. */
function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  return taken.has(name) ? freeName(`${name} (table)`, taken) : name
}

function stepsByStart(nodes: Iterable<LineageNode>, into: (point: Point) => readonly Step[]): Map<string, Step[]> {
  const byStart = new Map<string, Step[]>()
  for (const { name, columns } of nodes) {
    for (const column of [...columns, undefined]) {
      for (const step of into({ node: name, column })) {
        const key = pointKey(step.from)
        const steps = byStart.get(key)
        if (steps) steps.push(step)
        else byStart.set(key, [step])
      }
    }
  }
  return byStart
}

interface Way {
  readonly point: Point
  readonly direct: boolean
  readonly path: readonly Step[]
}

/** Nearest first: along values alone, then along everything. Each point once, so that a model that reads itself is no circle. */
function reach(start: Point, next: (point: Point) => readonly { readonly step: Step; readonly to: Point }[]) {
  const known = new Map<string, Way>([[pointKey(start), { point: start, direct: true, path: [] }]])
  for (const directOnly of [true, false]) {
    const queue = [...known.values()]
    for (const { point, direct, path } of queue) {
      for (const { step, to } of next(point)) {
        if ((directOnly && step.direct === undefined) || known.has(pointKey(to))) continue
        const way = { point: to, direct: direct && step.direct !== undefined, path: [...path, step] }
        known.set(pointKey(to), way)
        queue.push(way)
      }
    }
  }
  return [...known.values()].flatMap(({ point: { node, column }, direct, path }): readonly Reached[] =>
    column === undefined || path.length === 0 ? [] : [{ node, column, direct, path }],
  )
}
