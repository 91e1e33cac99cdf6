/** Random verbs: each makes one or more steps on the frame that the program has come to. */
import type { ExpressionNode } from '../../oracle/nodes.ts'
import { isNumber } from '../model/types.ts'
import { anything, columnNode, type Draft, named, sortKey, tight, tighten, totalOrder } from './draft.ts'
import { expression, lit } from './expressions.ts'
import { group, groupingSets, pivot, rollup } from './grouping.ts'
import { conditionJoin, namesJoin, setOperation, unionByName } from './joining.ts'
import { explode, gather, withList } from './lists.ts'
import { dropNulls, fillAll, fillSome, replaceValues } from './missing-values.ts'
import { windowStep } from './windows.ts'

const filter = (draft: Draft, depth: number): void =>
  void draft.add({ op: 'filter', where: expression(draft.source, 'boolean', depth) })

/** A column, new or in place of one. */
function withColumn(draft: Draft): void {
  const name = draft.choices.once(3) ? draft.choices.pick(draft.frame.columns).name : draft.fresh()
  draft.add({ op: 'withColumn', cols: [[name, anything(draft, 3)]] })
}

function withColumns(draft: Draft): void {
  const [first, second] = [draft.fresh(), `${draft.fresh()}2`]
  draft.add({
    op: 'withColumns',
    cols: [
      [first, anything(draft, 2)],
      [second, anything(draft, 2)],
    ],
  })
}

function select(draft: Draft): void {
  const kept: readonly ExpressionNode[] = draft.choices.some(draft.frame.columns, 1).map(columnNode)
  draft.add({ op: 'select', cols: [...kept, named(draft, anything(draft, 2))] })
}

function sort(draft: Draft): void {
  const columns = draft.choices.some(tight(draft.frame), 1).map((column) => sortKey(draft, columnNode(column)))
  const computed = draft.choices.once(3) ? [anything(draft, 1)] : []
  // A bare number is the number of a column.
  const keys = computed.filter((node) => !('lit' in node)).map((node) => sortKey(draft, node))
  if (columns.length > 0) draft.add({ op: 'sort', by: [...keys, ...columns] })
}

/** Only of rows in a total order it is certain which are the first. */
function limit(draft: Draft): void {
  if (!tighten(draft) || !draft.add({ op: 'sort', by: totalOrder(draft) })) return
  if (draft.choices.once(3)) draft.add({ op: 'offset', n: draft.choices.below(4) })
  draft.add({ op: 'limit', n: draft.choices.once(10) ? 0 : 1 + draft.choices.below(5) })
}

function dropDuplicates(draft: Draft): void {
  if (!tighten(draft)) return
  const names = draft.choices.some(draft.frame.columns, 1).map(({ name }) => name)
  if (draft.choices.once(6)) draft.add({ op: 'dropDuplicates' })
  else if (draft.add({ op: 'sort', by: totalOrder(draft) })) draft.add({ op: 'dropDuplicates', names })
}

function unpivot(draft: Draft): void {
  const { choices, frame } = draft
  const first = choices.pick(tight(frame))
  if (!first) return
  const values = tight(frame).filter(
    (column) => column.type === first.type || (isNumber(column.type) && isNumber(first.type)),
  )
  const others = frame.columns.filter((column) => !values.includes(column))
  draft.add({
    op: 'unpivot',
    ids: choices.some(others, 0).map(({ name }) => name),
    values: values.map(({ name }) => name),
    variable: draft.fresh(),
    value: `${draft.fresh()}!`,
  })
}

/** The rows whose digest falls below a share: every engine and the model choose the same. */
function sample(draft: Draft): void {
  if (!tighten(draft)) return
  draft.add({ op: 'sample', n: draft.choices.pick([0.5, 0.8, 0.2, 1]), seed: draft.choices.below(5) })
}

/** One name, or two that are swapped. */
function rename(draft: Draft): void {
  const { choices, frame } = draft
  const [first, second] = [choices.pick(frame.columns).name, choices.pick(frame.columns).name]
  const swapped = first !== second && choices.once(2)
  const map = swapped ? [[first, second] as const, [second, first] as const] : [[first, draft.fresh()] as const]
  draft.add({ op: 'rename', map })
}

function drop(draft: Draft): void {
  if (draft.frame.columns.length > 1) draft.add({ op: 'drop', names: [draft.choices.pick(draft.frame.columns).name] })
}

/** One row of aggregates alone. */
function selectAggregates(draft: Draft): void {
  const total: ExpressionNode = { fn: 'max', args: [anything(draft, 1)] }
  const rows: ExpressionNode = { fn: 'count', args: [lit(1, 'int')] }
  draft.add({ op: 'select', cols: [named(draft, total), { alias: rows, as: `${draft.fresh()}2` }] })
}

/** Of large numbers the last digits of a deviation are each engine's own: only of columns that have none. */
function describe(draft: Draft): void {
  const small = tight(draft.frame).filter(({ type }) => /^(int|string|decimal.*)$/.test(type))
  const names = draft.choices.some(small, 1).map(({ name }) => name)
  if (names.length > 0) draft.add({ op: 'describe', names })
}

function summary(draft: Draft): void {
  const { choices } = draft
  const names = choices.some(['count', 'min', '50%', 'max', '7.5%', 'count_distinct', 'mean', '100%'], 1)
  if (tighten(draft)) draft.add({ op: 'summary', names })
}

/** The frame stays itself: so does its name. */
const cache = (draft: Draft): void => void draft.add({ op: 'cache', as: draft.current })

/** Every verb, as often as it stands here. */
export const VERBS: readonly ((draft: Draft) => void)[] = [
  (draft) => filter(draft, 3),
  (draft) => filter(draft, 2),
  withColumn,
  withColumns,
  select,
  sort,
  limit,
  (draft) => void (tighten(draft) && draft.add({ op: 'distinct' })),
  dropDuplicates,
  (draft) => group(draft, 3),
  (draft) => group(draft, 1),
  rollup,
  groupingSets,
  pivot,
  unpivot,
  conditionJoin,
  conditionJoin,
  namesJoin,
  namesJoin,
  (draft) => void draft.add({ op: 'crossJoin', right: draft.other().name }),
  (draft) => setOperation(draft, 'union'),
  (draft) => setOperation(draft, draft.choices.pick(['intersect', 'except'])),
  (draft) => setOperation(draft, draft.choices.pick(['intersectAll', 'exceptAll'])),
  unionByName,
  windowStep,
  windowStep,
  windowStep,
  rename,
  (draft) => void draft.add({ op: 'toDF', names: draft.frame.columns.map((_, index) => `c${index}`) }),
  drop,
  (draft) => void draft.add({ op: 'alias', name: 'renewed' }),
  fillAll,
  fillSome,
  dropNulls,
  replaceValues,
  sample,
  selectAggregates,
  withList,
  gather,
  explode,
  explode,
  describe,
  summary,
  cache,
]
