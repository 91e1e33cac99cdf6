/** Random verbs: each makes one or more steps on the frame that the program has come to. */
import type { ExpressionNode, FunctionNode, Json, SortNode } from '../../oracle/nodes.ts'
import type { Step } from '../../oracle/relations/program.ts'
import type { ModelColumn, ModelFrame } from '../model/frames.ts'
import { isNumber } from '../model/types.ts'
import type { Choices } from './choices.ts'
import { constant, expression, KINDS, kindOf, lit, type Source } from './expressions.ts'
import { POOLS } from './worlds.ts'

/** A step without its name and input, which the draft gives it. */
export type Wanted = { readonly op: string } & Partial<Step>

/** A program in the making. */
export interface Draft {
  readonly choices: Choices
  /** What the program has come to, and its name. */
  readonly frame: ModelFrame
  readonly current: string
  readonly source: Source
  /** Adds a step on the current frame; false where it would make too much, or what no frame may be. */
  add(step: Wanted): boolean
  /** Any frame that the program has made, input tables among them. */
  other(): { readonly name: string; readonly frame: ModelFrame }
  /** Goes on with another frame. */
  goTo(name: string): void
  /** A name that no column has. */
  fresh(): string
}

const tight = (frame: ModelFrame): readonly ModelColumn[] => frame.columns.filter((column) => !column.loose)
const columnNode = ({ name }: ModelColumn): ExpressionNode => ({ col: name })

/** Leaves out the columns whose last digits are not certain: what compares whole rows must not see them. */
function tighten(draft: Draft): boolean {
  const columns = tight(draft.frame)
  if (columns.length === draft.frame.columns.length) return true
  return columns.length > 0 && draft.add({ op: 'select', cols: columns.map(columnNode) })
}

function sortKey({ choices }: Draft, of: ExpressionNode): SortNode {
  const dir = choices.pick(['asc', 'desc'] as const)
  const nulls = choices.pick([undefined, undefined, 'first', 'last'] as const)
  return nulls === undefined ? { sort: of, dir } : { sort: of, dir, nulls }
}

/** Keys that leave no two different rows in doubt. */
const totalOrder = (draft: Draft): readonly SortNode[] => {
  const { choices, frame } = draft
  const from = choices.below(frame.columns.length)
  return frame.columns.map((_, index) =>
    sortKey(draft, columnNode(frame.columns[(index + from) % frame.columns.length] as ModelColumn)),
  )
}

const NUMERIC = ['sum', 'avg', 'sum_distinct'] as const
function aggregate({ choices, source }: Draft): FunctionNode {
  const simple = choices.below(8)
  if (simple === 0) return { fn: 'count', args: [lit(1, 'int')] }
  // Of large numbers the last digits of a variance are each engine's own.
  if (simple === 1) return { fn: choices.pick(['stddev', 'var_pop']), args: [expression(source, 'int', 0)] }
  const kind = choices.pick(KINDS)
  const value = expression(source, kind, 1)
  const ofNumbers = isNumber(kind) ? NUMERIC : []
  const ofBooleans = kind === 'boolean' ? ['count_if', 'bool_and', 'bool_or'] : []
  return { fn: choices.pick(['count', 'min', 'max', 'count_distinct', ...ofNumbers, ...ofBooleans]), args: [value] }
}

const aggregates = (draft: Draft): Step['aggs'] =>
  Array.from({ length: 1 + draft.choices.below(3) }, (_, index) => [`${draft.fresh()}${index || ''}`, aggregate(draft)])

function groupKeys(draft: Draft, most: number): readonly ExpressionNode[] {
  return draft.choices.some(tight(draft.frame), 0).slice(0, most).map(columnNode)
}

/** The columns of both sides that may stand one upon the other. */
function align(left: ModelFrame, right: ModelFrame): readonly (readonly [ModelColumn, ModelColumn])[] {
  const free = [...tight(right)]
  return tight(left).flatMap((column): (readonly [ModelColumn, ModelColumn])[] => {
    const alike = (other: ModelColumn) =>
      kindOf(other.type) === kindOf(column.type) || (isNumber(column.type) && isNumber(other.type))
    const at = free.findIndex(alike)
    return at < 0 ? [] : [[column, free.splice(at, 1)[0] as ModelColumn]]
  })
}

function setOperation(draft: Draft, operation: string): void {
  const { name, frame } = draft.other()
  const [left, pairs] = [draft.current, align(draft.frame, frame)]
  if (pairs.length === 0) return
  draft.goTo(name)
  const chosen = draft.add({ op: 'select', cols: pairs.map(([, column]) => columnNode(column)) })
  const right = draft.current
  draft.goTo(left)
  if (chosen && draft.add({ op: 'select', cols: pairs.map(([column]) => columnNode(column)) }))
    draft.add({ op: operation, right })
}

const HOW = ['inner', 'left', 'right', 'full', 'semi', 'anti'] as const

function conditionJoin(draft: Draft): void {
  const { choices, frame, current } = draft
  const how = choices.pick(HOW)
  let other = draft.other()
  if (other.name === current) {
    if (!draft.add({ op: 'alias', name: 'other self' })) return
    other = { name: draft.current, frame: draft.frame }
    draft.goTo(current)
  }
  const right = other.name
  const pairs = tight(frame).flatMap((a) =>
    tight(other.frame)
      .filter((b) => kindOf(a.type) === kindOf(b.type) || (isNumber(a.type) && isNumber(b.type)))
      .map(
        (b) =>
          [
            { of: current, col: a.name },
            { of: right, col: b.name },
          ] as const,
      ),
  )
  if (pairs.length === 0) return
  // A full join on anything but equality is more than PostgreSQL can do.
  const equal: ExpressionNode = {
    op: how === 'full' ? '==' : choices.pick(['==', '==', '<=>', '<', '!=']),
    args: choices.pick(pairs),
  }
  const more: ExpressionNode = { op: how === 'full' ? '==' : choices.pick(['==', '>=']), args: choices.pick(pairs) }
  draft.add({ op: 'join', right, on: choices.once(3) ? { op: 'and', args: [equal, more] } : equal, how })
}

function namesJoin(draft: Draft): void {
  const { choices, frame } = draft
  const other = draft.other()
  const shared = tight(frame).filter((a) => tight(other.frame).some((b) => a.name === b.name && a.type === b.type))
  const names = choices.some(shared, 1).map(({ name }) => name)
  if (names.length > 0) draft.add({ op: 'join', right: other.name, on: names, how: choices.pick(HOW) })
}

function windowColumn(draft: Draft): void {
  if (!tighten(draft)) return
  const { choices } = draft
  const partitionBy = choices.some(draft.frame.columns, 0).slice(0, 2).map(columnNode)
  const value = (): ExpressionNode => columnNode(choices.pick(draft.frame.columns))
  const family = choices.below(4)
  const over = (call: FunctionNode, rest: object): void => {
    draft.add({
      op: 'withColumn',
      cols: [[draft.fresh(), { over: call, ...(partitionBy.length > 0 ? { partitionBy } : {}), ...rest }]],
    })
  }
  const some = (): readonly SortNode[] => [sortKey(draft, value())]
  const aggregated = (): FunctionNode => {
    const call = aggregate(draft)
    // DISTINCT over a window is more than engines can do.
    return { ...call, fn: call.fn.replace('_distinct', '') }
  }
  if (family === 0) {
    const fn = choices.pick([
      'row_number',
      'rank',
      'dense_rank',
      'percent_rank',
      'cume_dist',
      'ntile',
      'lag',
      'lead',
      'first_value',
      'last_value',
    ])
    const args =
      fn === 'ntile'
        ? [lit(1 + choices.below(4), 'int')]
        : fn === 'lag' || fn === 'lead'
          ? [value(), lit(1 + choices.below(3), 'int')]
          : /value/.test(fn)
            ? [value(), ...(choices.once(3) ? [lit(true, 'boolean')] : [])]
            : []
    over({ fn, args }, { orderBy: totalOrder(draft) })
  } else if (family === 1)
    over({ fn: choices.pick(['rank', 'dense_rank', 'percent_rank', 'cume_dist']), args: [] }, { orderBy: some() })
  else if (family === 2) {
    const from = choices.pick(['unboundedPreceding', -1, 0, -2, 1] as const)
    const to = choices.pick(['currentRow', 1, 'unboundedFollowing', 2] as const)
    const call = choices.once(4) ? { fn: choices.pick(['first_value', 'last_value']), args: [value()] } : aggregated()
    if (typeof from === 'number' && from > 0 && to === 'currentRow') return
    over(call, { orderBy: totalOrder(draft), frame: { kind: 'rows', from, to } })
  } else {
    const keys = draft.frame.columns.filter((column) => column.type === 'int' || column.type === 'long')
    const ranged = keys.length > 0 && choices.once(2)
    const [from, to] = [
      choices.pick(['unboundedPreceding', 'currentRow', -2] as const),
      choices.pick(['currentRow', 'unboundedFollowing', 3] as const),
    ]
    if (ranged)
      over(aggregated(), {
        orderBy: [sortKey(draft, columnNode(choices.pick(keys)))],
        frame: { kind: 'range', from, to },
      })
    else over(aggregated(), choices.once(3) ? {} : { orderBy: some() })
  }
}

function pivot(draft: Draft): void {
  const { choices, frame } = draft
  const on = choices.pick(tight(frame).filter((column) => ['string', 'int'].includes(column.type)))
  if (!on) return
  const values = [...new Set([0, 1].map(() => choices.pick(POOLS[on.type] as readonly Json[])))]
  const keys = groupKeys(draft, 2).filter((key) => !('col' in key && key.col === on.name))
  draft.add({ op: 'pivot', keys, on: columnNode(on), values, aggs: aggregates(draft) })
}

function unpivot(draft: Draft): void {
  const { choices, frame } = draft
  const first = choices.pick(tight(frame))
  if (!first) return
  const values = tight(frame).filter(
    (column) => column.type === first.type || (isNumber(column.type) && isNumber(first.type)),
  )
  const ids = choices
    .some(
      frame.columns.filter((column) => !values.includes(column)),
      0,
    )
    .map(({ name }) => name)
  draft.add({
    op: 'unpivot',
    ids,
    values: values.map(({ name }) => name),
    variable: draft.fresh(),
    value: `${draft.fresh()}!`,
  })
}

const FILLS: readonly Json[] = [0, 'none', true, 7]

/** Every verb, as often as it stands here. */
export const VERBS: readonly ((draft: Draft) => void)[] = [
  (draft) => draft.add({ op: 'filter', where: expression(draft.source, 'boolean', 3) }),
  (draft) => draft.add({ op: 'filter', where: expression(draft.source, 'boolean', 2) }),
  (draft) =>
    draft.add({
      op: 'withColumn',
      cols: [
        [
          draft.choices.once(3) ? draft.choices.pick(draft.frame.columns).name : draft.fresh(),
          expression(draft.source, draft.choices.pick(KINDS), 3),
        ],
      ],
    }),
  (draft) =>
    draft.add({
      op: 'withColumns',
      cols: [
        [draft.fresh(), expression(draft.source, draft.choices.pick(KINDS), 2)],
        [`${draft.fresh()}2`, expression(draft.source, draft.choices.pick(KINDS), 2)],
      ],
    }),
  (draft) => {
    const kept = draft.choices.some(draft.frame.columns, 1).map(columnNode)
    draft.add({
      op: 'select',
      cols: [...kept, { alias: expression(draft.source, draft.choices.pick(KINDS), 2), as: draft.fresh() }],
    })
  },
  (draft) => {
    const keys = draft.choices.some(tight(draft.frame), 1).map((column) => sortKey(draft, columnNode(column)))
    if (keys.length > 0) draft.add({ op: 'sort', by: keys })
  },
  (draft) => {
    if (!tighten(draft) || !draft.add({ op: 'sort', by: totalOrder(draft) })) return
    if (draft.choices.once(3)) draft.add({ op: 'offset', n: draft.choices.below(4) })
    draft.add({ op: 'limit', n: 1 + draft.choices.below(5) })
  },
  (draft) => void (tighten(draft) && draft.add({ op: 'distinct' })),
  (draft) => {
    if (!tighten(draft)) return
    const names = draft.choices.some(draft.frame.columns, 1).map(({ name }) => name)
    if (draft.add({ op: 'sort', by: totalOrder(draft) })) draft.add({ op: 'dropDuplicates', names })
  },
  (draft) => draft.add({ op: 'groupBy', keys: groupKeys(draft, 3), aggs: aggregates(draft) }),
  (draft) => draft.add({ op: 'groupBy', keys: groupKeys(draft, 1), aggs: aggregates(draft) }),
  (draft) =>
    draft.add({ op: draft.choices.pick(['rollup', 'cube']), keys: groupKeys(draft, 2), aggs: aggregates(draft) }),
  (draft) => {
    const keys = groupKeys(draft, 3) as readonly { readonly col: string }[]
    const names = keys.map((key) => key.col)
    if (keys.length > 0)
      draft.add({
        op: 'groupingSets',
        sets: [draft.choices.some(names, 1), draft.choices.some(names, 0)],
        keys,
        aggs: aggregates(draft),
      })
  },
  pivot,
  unpivot,
  conditionJoin,
  conditionJoin,
  namesJoin,
  namesJoin,
  (draft) => draft.add({ op: 'crossJoin', right: draft.other().name }),
  (draft) => setOperation(draft, 'union'),
  (draft) => setOperation(draft, draft.choices.pick(['intersect', 'except'])),
  (draft) => setOperation(draft, draft.choices.pick(['intersectAll', 'exceptAll'])),
  (draft) => draft.add({ op: 'unionByName', right: draft.other().name, allowMissing: true }),
  windowColumn,
  windowColumn,
  windowColumn,
  (draft) => draft.add({ op: 'rename', map: [[draft.choices.pick(draft.frame.columns).name, draft.fresh()]] }),
  (draft) => draft.add({ op: 'toDF', names: draft.frame.columns.map((_, index) => `c${index}`) }),
  (draft) =>
    void (
      draft.frame.columns.length > 1 && draft.add({ op: 'drop', names: [draft.choices.pick(draft.frame.columns).name] })
    ),
  (draft) => draft.add({ op: 'alias', name: 'renewed' }),
  (draft) => draft.add({ op: 'fillna', value: draft.choices.pick(FILLS) }),
  (draft) => {
    const column = draft.choices.pick(tight(draft.frame))
    const value = column && (constant(draft.source, kindOf(column.type)) as { lit: Json }).lit
    if (column && typeof value === 'string' && column.type === 'string')
      draft.add({ op: 'fillna', values: { [column.name]: value } })
  },
  (draft) =>
    draft.add({
      op: 'dropna',
      how: draft.choices.pick(['any', 'all']),
      names: draft.choices.some(draft.frame.columns, 1).map(({ name }) => name),
    }),
  (draft) => draft.add({ op: 'dropna', thresh: 1 + draft.choices.below(3) }),
  (draft) =>
    draft.add({
      op: 'replace',
      map: draft.choices.pick([
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
        [
          [1, 2],
          [2, 3],
        ],
        [['', 'x']],
        [[0, -1]],
      ] as const),
    }),
]
