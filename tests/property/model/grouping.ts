/** The reference model of groupBy, rollup, cube, groupingSets and pivot. */
import type { CaseNode, ExpressionNode, Json } from '../../oracle/nodes.ts'
import type { Step } from '../../oracle/relations/program.ts'
import type { Cell } from './cells.ts'
import { evaluate, type Values } from './evaluate.ts'
import { groupsOf, type Identify, indexOf, type ModelFrame, newId, plainColumn, rowsOf } from './frames.ts'
import { grouped, isAggregate } from './groups.ts'

const outputName = (key: ExpressionNode): string => ('alias' in key ? key.as : 'col' in key ? key.col : 'expression')

/** The keys that each grouping set has, by their place among all keys. */
function setsOf(step: Step): readonly (readonly number[])[] {
  const all = step.keys.map((_, index) => index)
  if (step.op === 'rollup') return [...all, all.length].map((length) => all.slice(0, length)).reverse()
  if (step.op === 'cube')
    return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((index) => (bits >> index) & 1))
  if (step.op === 'groupingSets')
    return step.sets.map((set) => set.map((name) => step.keys.map(outputName).indexOf(name)))
  return [all]
}

export function aggregated(frame: ModelFrame, step: Step, aggs: Step['aggs'], identify: Identify): ModelFrame {
  const context = rowsOf(frame, identify)
  const keys = step.keys.map((key) => evaluate(key, context))
  const several = step.op !== 'groupBy' && step.op !== 'pivot'
  const rows = setsOf(step).flatMap((set) => {
    const groups = grouped(
      set.map((index) => keys[index] as Values),
      frame.rows.length,
    )
    // Without keys all rows are one group, even if there are none; several sets over no rows give no rows.
    if (!several && set.length === 0 && groups.length === 0) groups.push([])
    const made = groupsOf(frame, identify, groups)
    const values = aggs.map(([, node]) => evaluate(node, made))
    return groups.map((group, at): readonly Cell[] => [
      ...keys.map((key, index) => (set.includes(index) ? (key.cells[group[0] as number] as Cell) : null)),
      ...values.map(({ cells }) => cells[at] as Cell),
    ])
  })
  const none = groupsOf(frame, identify, [])
  return {
    columns: [
      ...step.keys.map((key, index) => {
        const { type, loose } = keys[index] as Values
        const bare = 'alias' in key ? key.alias : key
        const from = plainColumn(bare) ? frame.columns[indexOf(frame, bare, identify)] : undefined
        return { id: newId(), ...from, name: outputName(key), type, loose }
      }),
      ...aggs.map(([name, node]) => {
        const { type, loose } = evaluate(node, none)
        return { id: newId(), name, type, loose }
      }),
    ],
    rows,
    places: undefined,
  }
}

/** Each aggregate once a value, over the rows that have it. A single aggregate's columns are called by the values alone. */
export function pivoted(frame: ModelFrame, step: Step, identify: Identify): ModelFrame {
  const on = step.on as ExpressionNode
  const values = step.values as readonly Json[]
  const type = evaluate(on, rowsOf(frame, identify)).type
  const aggs = values.flatMap((value) =>
    step.aggs.map(([name, node]): readonly [string, ExpressionNode] => [
      step.aggs.length === 1 ? String(value) : `${String(value)}_${name}`,
      restricted(node, { op: '==', args: [on, { lit: value, type }] }),
    ]),
  )
  return aggregated(frame, step, aggs, identify)
}

/** An aggregate over the rows of a condition; NULL where no row has it, also for a count. */
function restricted(node: ExpressionNode, when: ExpressionNode): ExpressionNode {
  if (!('fn' in node) || !isAggregate(node.fn)) throw new TypeError('only plain aggregates are pivoted')
  const [first, ...others] = node.args
  const only = (value: ExpressionNode): CaseNode => ({ case: [[when, value]] })
  const counted = { ...node, args: [only(first as ExpressionNode), ...others] }
  const present = { fn: 'count', args: [only({ lit: 1, type: 'int' })] }
  return { case: [[{ op: '>', args: [present, { lit: 0, type: 'long' }] }, counted]] }
}
