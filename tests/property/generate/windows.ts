/** Random window functions: of ranks, of neighbours, and aggregates over frames that rows or values bound. */
import type { ExpressionNode, FunctionNode, OverNode, SortNode } from '../../oracle/nodes.ts'
import { keyOf } from '../model/cells.ts'
import type { ModelFrame } from '../model/frames.ts'
import { isDecimal } from '../model/types.ts'
import { anything, columnNode, type Draft, literalFor, sortKey, tighten, totalOrder } from './draft.ts'
import { expression, lit } from './expressions.ts'
import { aggregate } from './grouping.ts'

type Over = Omit<OverNode, 'over' | 'partitionBy'>

/** A window function over the frame's rows; undefined where the chosen one makes no sense. */
function windowed(draft: Draft): ExpressionNode | undefined {
  const { choices } = draft
  const partitionBy = partition(draft)
  const made = choices.pick([ofPlace, ofPeers, overRows, overValues])(draft)
  return made && { over: made.call, ...(partitionBy.length > 0 ? { partitionBy } : {}), ...made.over }
}

function partition(draft: Draft): readonly ExpressionNode[] {
  const { choices, frame } = draft
  if (choices.once(8)) return [expression(draft.source, choices.pick(['boolean', 'int', 'string'] as const), 1)]
  return choices.some(frame.columns, 0).slice(0, 2).map(columnNode)
}

const value = (draft: Draft): ExpressionNode =>
  draft.choices.once(3) ? anything(draft, 1) : columnNode(draft.choices.pick(draft.frame.columns))

interface Windowed {
  readonly call: FunctionNode
  readonly over: Over
}

/** What depends on a row's place: the order must be total. */
function ofPlace(draft: Draft): Windowed {
  const { choices } = draft
  const fn = choices.pick([
    'row_number', 'rank', 'dense_rank', 'percent_rank', 'cume_dist', 'ntile', 'lag', 'lead', 'first_value', 'last_value',
  ]) // biome-ignore format: one glance
  return { call: { fn, args: argumentsOf(draft, fn) }, over: { orderBy: totalOrder(draft) } }
}

function argumentsOf(draft: Draft, fn: string): readonly ExpressionNode[] {
  const { choices } = draft
  if (fn === 'ntile') return [lit(1 + choices.below(4), 'int')]
  if (fn === 'lag' || fn === 'lead') {
    const distance = lit(1 + choices.below(3), 'int')
    if (!choices.once(3)) return [value(draft), distance]
    const column = choices.pick(draft.frame.columns.filter(({ type }) => !isDecimal(type)))
    return column ? [columnNode(column), distance, literalFor(draft, column)] : [value(draft), distance]
  }
  if (/value/.test(fn)) return [value(draft), ...(choices.once(3) ? [lit(true, 'boolean')] : [])]
  return []
}

/** What is the same for rows that the order does not tell apart. */
function ofPeers(draft: Draft): Windowed {
  const fn = draft.choices.pick(['rank', 'dense_rank', 'percent_rank', 'cume_dist'])
  return { call: { fn, args: [] }, over: { orderBy: [sortKey(draft, value(draft))] } }
}

/** DISTINCT over a window is more than engines can do. */
function aggregated(draft: Draft): FunctionNode {
  const call = aggregate(draft)
  return { ...call, fn: call.fn.replace('_distinct', '') }
}

function overRows(draft: Draft): Windowed | undefined {
  const { choices } = draft
  const from = choices.pick(['unboundedPreceding', -1, 0, -2, 1, 'currentRow'] as const)
  const to = choices.pick(['currentRow', 1, 'unboundedFollowing', 2, -1] as const)
  const distance = (bound: string | number) => (bound === 'currentRow' ? 0 : bound)
  const [first, last] = [distance(from), distance(to)]
  if (typeof first === 'number' && typeof last === 'number' && first > last) return undefined
  const picks = ['first_value', 'last_value']
  const call = choices.once(4)
    ? { fn: choices.pick(picks), args: argumentsOf(draft, 'first_value') }
    : aggregated(draft)
  return { call, over: { orderBy: totalOrder(draft), frame: { kind: 'rows', from, to } } }
}

const RANGED: ReadonlySet<string> = new Set(['int', 'long', 'double'])

function overValues(draft: Draft): Windowed {
  const { choices, frame } = draft
  const keys = frame.columns.filter((column) => RANGED.has(column.type))
  const call = aggregated(draft)
  if (keys.length === 0 || choices.once(2)) {
    const orderBy: readonly SortNode[] = [sortKey(draft, value(draft))]
    return { call, over: choices.once(3) ? {} : { orderBy } }
  }
  const from = choices.pick(['unboundedPreceding', 'currentRow', -2] as const)
  const to = choices.pick(['currentRow', 'unboundedFollowing', 3] as const)
  const orderBy = [sortKey(draft, columnNode(choices.pick(keys)))]
  return { call, over: { orderBy, frame: { kind: 'range', from, to } } }
}

/** Whether rows are equal: no window's order can say which of them comes first. */
const hasTwins = ({ rows }: ModelFrame): boolean => new Set(rows.map(keyOf)).size < rows.length

/** A window function as a column, or where it decides about rows or their order. */
export function windowStep(draft: Draft): void {
  // What an earlier order or another window says of twins may not be what this window says of them.
  if (!tighten(draft) || (draft.frame.places && hasTwins(draft.frame))) return
  const { choices } = draft
  const node = windowed(draft)
  if (!node) return
  switch (choices.below(6)) {
    case 0: {
      const kept = choices.some(draft.frame.columns, 1).map(columnNode)
      const second = hasTwins(draft.frame) ? undefined : windowed(draft)
      const more = second ? [{ alias: second, as: `${draft.fresh()}2` }] : []
      draft.add({ op: 'select', cols: [...kept, { alias: node, as: draft.fresh() }, ...more] })
      return
    }
    case 1: {
      const ranked: ExpressionNode = {
        over: { fn: choices.pick(['row_number', 'rank', 'dense_rank']), args: [] },
        partitionBy: partition(draft),
        orderBy: totalOrder(draft),
      }
      const few: ExpressionNode = { op: choices.pick(['<=', '==']), args: [ranked, lit(1 + choices.below(2), 'int')] }
      const both: ExpressionNode = { op: 'and', args: [few, expression(draft.source, 'boolean', 1)] }
      draft.add({ op: 'filter', where: choices.once(3) ? both : few })
      return
    }
    case 2: {
      const ranked: ExpressionNode = {
        over: { fn: 'rank', args: [] },
        partitionBy: partition(draft),
        orderBy: totalOrder(draft),
      }
      draft.add({
        op: 'sort',
        by: [sortKey(draft, ranked), sortKey(draft, columnNode(choices.pick(draft.frame.columns)))],
      })
      return
    }
    default:
      draft.add({ op: 'withColumn', cols: [[draft.fresh(), node]] })
  }
}
