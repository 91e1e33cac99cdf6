/** The reference model of joins: every pair of rows is looked at. */
import type { Step } from '../../oracle/relations/program.ts'
import { type Cell, isRaised } from './cells.ts'
import { evaluate } from './evaluate.ts'
import { type Identify, type ModelColumn, type ModelFrame, newId, project, renewed, rowsOf } from './frames.ts'
import { Undecided } from './groups.ts'
import { fitted, operate } from './operators.ts'
import { meet } from './types.ts'

/** Which pairs of rows belong together. */
type Pairs = readonly (readonly [left: number, right: number])[]

/** All pairs of rows for which the condition is true, by evaluating it over the product. */
function matching(left: ModelFrame, right: ModelFrame, step: Step, operands: Identify): Pairs {
  const product = left.rows.flatMap((_, a) => right.rows.map((__, b) => [a, b] as const))
  if (step.on === undefined) return product
  const frame: ModelFrame = {
    columns: [...left.columns, ...right.columns.map((column) => ({ ...column, id: -column.id }))],
    rows: product.map(([a, b]) => [...(left.rows[a] as readonly Cell[]), ...(right.rows[b] as readonly Cell[])]),
    places: undefined,
  }
  const condition = isNames(step.on)
    ? step.on.map((name) => sameKey(left, right, name, frame)).reduce((a, b) => operate('and', [a, b]))
    : evaluate(
        step.on,
        rowsOf(frame, (node) =>
          node.of === step.right && node.of !== step.in ? -(operands(node) as number) : operands(node),
        ),
      )
  if (condition.cells.some(isRaised)) throw new Undecided('a join condition raises')
  return product.filter((_, index) => condition.cells[index] === true)
}

const isNames = (on: Step['on']): on is readonly string[] => Array.isArray(on)
const place = (frame: ModelFrame, name: string): number => frame.columns.findIndex((column) => column.name === name)

function sameKey(left: ModelFrame, right: ModelFrame, name: string, product: ModelFrame) {
  const values = (index: number) => ({
    type: product.columns[index]?.type as string,
    loose: false,
    cells: product.rows.map((row) => row[index] as Cell),
  })
  return operate('==', [values(place(left, name)), values(left.columns.length + place(right, name))])
}

export function joined(left: ModelFrame, right: ModelFrame, step: Step, operands: Identify): ModelFrame {
  const how = step.how ?? 'inner'
  const pairs = matching(left, right, step, operands)
  const leftRows = new Set(pairs.map(([a]) => a))
  const rightRows = new Set(pairs.map(([, b]) => b))
  const names = isNames(step.on) ? step.on : []
  if (how === 'semi' || how === 'anti') {
    const kept = {
      ...left,
      rows: left.rows.filter((_, row) => leftRows.has(row) === (how === 'semi')),
      places: undefined,
    }
    const others = left.columns.map(({ name }) => name).filter((name) => !names.includes(name))
    return project(
      kept,
      [...names, ...others].map((col) => [col, { col }]),
      operands,
    )
  }
  const alone = (frame: ModelFrame, met: ReadonlySet<number>) =>
    frame.rows.flatMap((_, row) => (met.has(row) ? [] : [row]))
  const all: readonly (readonly [number | undefined, number | undefined])[] = [
    ...pairs,
    ...(how === 'left' || how === 'full' ? alone(left, leftRows).map((row) => [row, undefined] as const) : []),
    ...(how === 'right' || how === 'full' ? alone(right, rightRows).map((row) => [undefined, row] as const) : []),
  ]
  const cellOf = (frame: ModelFrame, row: number | undefined, index: number): Cell =>
    row === undefined ? null : (frame.rows[row]?.[index] as Cell)
  const both = new Set(right.columns.map((column) => column.id))
  const isShared = ({ id, shared = false }: ModelColumn): boolean => shared || both.has(id)
  const columns: { column: ModelColumn; cell: (a: number | undefined, b: number | undefined) => Cell }[] = []
  for (const name of names) {
    const [l, r] = [place(left, name), place(right, name)]
    const [one, other] = [left.columns[l] as ModelColumn, right.columns[r] as ModelColumn]
    if (how !== 'full') {
      const column = how === 'right' ? other : one
      columns.push({
        column: { ...column, shared: isShared(column) },
        cell: (a, b) => (how === 'right' ? cellOf(right, b, r) : cellOf(left, a, l)),
      })
      continue
    }
    const type = meet(one.type, other.type)
    columns.push({
      column: { ...renewed(one), type },
      cell: (a, b) =>
        a === undefined ? fitted(cellOf(right, b, r), other.type, type) : fitted(cellOf(left, a, l), one.type, type),
    })
  }
  const taken = new Set(left.columns.map((column) => column.id))
  for (const [index, column] of left.columns.entries()) {
    if (!names.includes(column.name))
      columns.push({ column: { ...column, shared: isShared(column) }, cell: (a) => cellOf(left, a, index) })
  }
  for (const [index, column] of right.columns.entries()) {
    if (names.includes(column.name)) continue
    const collides = left.columns.some((other) => other.name === column.name)
    const name = collides ? `${column.name}_right` : column.name
    columns.push({
      column: { ...column, name, id: taken.has(column.id) ? newId() : column.id },
      cell: (_, b) => cellOf(right, b, index),
    })
  }
  return {
    columns: columns.map(({ column }) => column),
    rows: all.map(([a, b]) => columns.map(({ cell }) => cell(a, b))),
    places: undefined,
  }
}
