/** The reference model of frames: columns with an identity, rows that may have an order. */
import type { ExpressionNode, FunctionNode, OverNode } from '../../oracle/nodes.ts'
import { type Cell, isRaised } from './cells.ts'
import { type Context, evaluate, type Values } from './evaluate.ts'
import { aggregateOver, isAggregate, rowOrder, Undecided, windowOver } from './groups.ts'
import { fitted } from './operators.ts'
import type { Type } from './types.ts'

export interface ModelColumn {
  readonly id: number
  readonly name: string
  readonly type: Type
  readonly loose: boolean
  /** Stood on both sides of a join: asked for by a frame that both came from, it could be either side's. */
  readonly shared?: boolean
}

export interface ModelFrame {
  readonly columns: readonly ModelColumn[]
  readonly rows: readonly (readonly Cell[])[]
  /** The place of each row in the frame's order, the same for equals; undefined where nothing ordered the rows. */
  readonly places: readonly number[] | undefined
}

let lastId = 0
export const newId = (): number => {
  lastId += 1
  return lastId
}

/** A column of a certain frame, as `{ of, col }` says it: its identity. */
export type Identify = (node: { readonly col: string; readonly of?: string }) => number | undefined

export const plainColumn = (node: ExpressionNode): node is { readonly col: string; readonly of?: string } =>
  'col' in node

/** Where in the frame a column stands. */
export function indexOf(
  frame: ModelFrame,
  node: { readonly col: string; readonly of?: string },
  identify: Identify,
): number {
  const id = node.of === undefined ? undefined : identify(node)
  const found = frame.columns.findIndex((column) => (id === undefined ? column.name === node.col : column.id === id))
  if (found < 0) throw new TypeError(`the model finds no column ${JSON.stringify(node)}`)
  return found
}

const valuesAt = (frame: ModelFrame, index: number): Values => {
  const { type, loose } = frame.columns[index] as ModelColumn
  return { type, loose, cells: frame.rows.map((row) => row[index] as Cell) }
}

/** The frame's rows as what expressions are evaluated over. */
export function rowsOf(frame: ModelFrame, identify: Identify): Context {
  const context: Context = {
    length: frame.rows.length,
    column: (node) => valuesAt(frame, indexOf(frame, node, identify)),
    aggregate: () => undefined,
    window: (node: OverNode) => windowOver(node, context),
  }
  return context
}

/** Groups of the frame's rows as what aggregates and keys are evaluated over. */
export function groupsOf(frame: ModelFrame, identify: Identify, groups: readonly (readonly number[])[]): Context {
  const rows = rowsOf(frame, identify)
  return {
    length: groups.length,
    column: () => {
      throw new TypeError('only aggregates of columns stand in agg')
    },
    aggregate: (node: FunctionNode) => (isAggregate(node.fn) ? aggregateOver(node, rows, groups) : undefined),
    window: () => {
      throw new TypeError('no window stands in agg')
    },
  }
}

/** The rows for which the condition is true. */
export function filtered(frame: ModelFrame, condition: Values): ModelFrame {
  if (condition.cells.some(isRaised)) throw new Undecided('a condition raises')
  return chosen(
    frame,
    frame.rows.flatMap((_, row) => (condition.cells[row] === true ? [row] : [])),
  )
}

/** Some rows of a frame, in the order of the list. */
export const chosen = (frame: ModelFrame, rows: readonly number[]): ModelFrame => ({
  ...frame,
  rows: rows.map((row) => frame.rows[row] as readonly Cell[]),
  places: frame.places && rows.map((row) => frame.places?.[row] as number),
})

export function sorted(frame: ModelFrame, by: readonly ExpressionNode[], identify: Identify): ModelFrame {
  const order = rowOrder(by, rowsOf(frame, identify))
  const rows = frame.rows.map((_, row) => row).sort((a, b) => order(a, b) || a - b)
  let place = 0
  const places = rows.map((row, at) => {
    if (at > 0 && order(rows[at - 1] as number, row) !== 0) place = at
    return place
  })
  return { ...chosen({ ...frame, places: undefined }, rows), places }
}

/** A column as a new one, that no earlier frame has. */
export const renewed = ({ name, type, loose }: ModelColumn): ModelColumn => ({ id: newId(), name, type, loose })

/** Of several columns with one identity, the one that kept its name keeps it, else the first; the others are new. */
export function onceEach(columns: readonly ModelColumn[], before: readonly ModelColumn[]): readonly ModelColumn[] {
  const names = new Map(before.map(({ id, name }) => [id, name]))
  const owners = new Map<number, ModelColumn>()
  for (const column of columns) {
    if (!owners.has(column.id) || names.get(column.id) === column.name) owners.set(column.id, column)
  }
  return columns.map((column) => (owners.get(column.id) === column ? column : renewed(column)))
}

/** The outputs of a projection: a column that is passed on keeps its identity. */
export function project(
  frame: ModelFrame,
  outputs: readonly (readonly [name: string, node: ExpressionNode])[],
  identify: Identify,
): ModelFrame {
  const context = rowsOf(frame, identify)
  const made = outputs.map(([name, node]) => {
    const bare = 'alias' in node ? node.alias : node
    const values = evaluate(node, context)
    const { type, loose } = values
    const from = plainColumn(bare) ? frame.columns[indexOf(frame, bare, identify)] : undefined
    return { column: { id: newId(), ...from, name, type, loose }, cells: values.cells }
  })
  return {
    columns: onceEach(
      made.map(({ column }) => column),
      frame.columns,
    ),
    rows: frame.rows.map((_, row) => made.map(({ cells }) => cells[row] as Cell)),
    places: frame.places,
  }
}

/** The same rows with the columns in other types. */
export function widened(frame: ModelFrame, types: readonly Type[]): ModelFrame {
  return {
    ...frame,
    rows: frame.rows.map((row) =>
      row.map((cell, index) => fitted(cell, frame.columns[index]?.type as Type, types[index] as Type)),
    ),
  }
}
