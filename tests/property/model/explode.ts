/** The reference model of `explode`: an array's elements become rows. */
import type { ExpressionNode } from '../../oracle/nodes.ts'
import type { Step } from '../../oracle/relations/program.ts'
import { type Cell, isRaised, type List } from './cells.ts'
import { evaluate } from './evaluate.ts'
import { type Identify, type ModelColumn, type ModelFrame, newId, project, rowsOf } from './frames.ts'
import { elementOf, type Type } from './types.ts'

/** What the elements and their places are called before they get their names. */
const [PLACE, ELEMENT] = ['\0place', '\0element']

/** A row for each element, beside the columns of its row or some of them. */
export function exploded(frame: ModelFrame, step: Step, identify: Identify): ModelFrame {
  const { type, loose, cells } = evaluate(step.list as ExpressionNode, rowsOf(frame, identify))
  const made = frame.rows.flatMap((row, index) => {
    const cell = cells[index] as Cell
    const items: readonly Cell[] = isRaised(cell) ? [cell] : ((cell as List | null)?.items ?? [])
    const rows = items.map((item, at): readonly Cell[] => [...row, BigInt(at), item])
    const all = rows.length > 0 || !step.outer ? rows : [[...row, null, null]]
    return all.map((one, at) => ({ row: one, order: [frame.places?.[index] ?? 0, at] as const }))
  })
  const column = (name: string, of: Type): ModelColumn => ({ id: newId(), name, type: of, loose: false })
  const wide: ModelFrame = {
    columns: [...frame.columns, column(PLACE, 'int'), { ...column(ELEMENT, elementOf(type) as Type), loose }],
    ...(frame.places ? inOrder(made) : { rows: made.map(({ row }) => row), places: undefined }),
  }
  const names = step.names as readonly string[]
  const sources = names.length > 1 ? [PLACE, ELEMENT] : [ELEMENT]
  const added = names.map((name, at): readonly [string, ExpressionNode] => [name, { col: sources[at] as string }])
  if (step.cols) {
    const cols = step.cols as readonly { readonly col: string }[]
    return project(wide, [...cols.map((node) => [node.col, node] as const), ...added], identify)
  }
  const all = frame.columns.map(({ name }) => name)
  const replaced = all.map((name) => added.find(([one]) => one === name) ?? ([name, { col: name }] as const))
  return project(wide, [...replaced, ...added.filter(([name]) => !all.includes(name))], identify)
}

interface Ordered {
  readonly row: readonly Cell[]
  readonly order: readonly [row: number, element: number]
}

/** Rows in the order that their frame had, elements in their order within their row. */
function inOrder(rows: readonly Ordered[]): Pick<ModelFrame, 'rows' | 'places'> {
  const compare = (a: Ordered, b: Ordered) => a.order[0] - b.order[0] || a.order[1] - b.order[1]
  const sorted = [...rows].sort(compare)
  let place = 0
  const places = sorted.map((one, at) => {
    if (at > 0 && compare(sorted[at - 1] as Ordered, one) !== 0) place = at
    return place
  })
  return { rows: sorted.map(({ row }) => row), places }
}
