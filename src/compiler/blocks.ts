/** From a resolved plan to Select blocks: each verb joins the block below where can-inline.ts allows, else it starts one of its own. */
import { freeName } from '../analyse/free-name.ts'
import {
  type Attribute,
  type ColumnStep,
  columnExpr,
  conjuncts,
  type Expr,
  hasWindow,
  mapParts,
  type Plan,
  type SortTerm,
  someExpr,
} from '../analyse/resolved.ts'
import { walkPlan } from '../analyse/walk-plan.ts'
import { InvalidArgument } from '../errors/index.ts'
import type { WantsColumns } from '../rewrite/shell.ts'
import {
  canInlineAggregate,
  canInlineBranch,
  canInlineDistinct,
  canInlineFilter,
  canInlineLeft,
  canInlineLimit,
  canInlineProject,
  canInlineRight,
  canInlineSort,
  isGroupable,
} from './can-inline.ts'
import {
  isLimited,
  outputsOf,
  type Query,
  type Select,
  type SetQuery,
  type Source,
  selectFrom,
  sourcesOf,
} from './select.ts'

/** SQLite takes no more than 500 branches in one union: longer ones are unions of unions. */
const MOST_BRANCHES = 400

const keep = (attribute: Attribute): ColumnStep => ({ attribute, expr: columnExpr(attribute) })

/** Compiles a plan to a query of as few blocks as its meaning allows. */
export function toQuery(plan: Plan, wantsColumns: WantsColumns): Query {
  const done = new Map<Plan, Query>()
  const compiled = (input: Plan): Query => done.get(input) as Query
  for (const node of walkPlan(plan)) done.set(node, step(node, compiled, wantsColumns))
  return done.get(plan) as Query
}

function step(plan: Plan, compiled: (input: Plan) => Query, wantsColumns: WantsColumns): Query {
  switch (plan.kind) {
    case 'scan':
      return selectFrom({ kind: 'table', table: plan.table, columns: plan.outputs }, plan.outputs.map(keep))
    case 'values':
      return selectFrom(
        { kind: 'values', fields: plan.fields, rows: plan.rows, columns: plan.outputs },
        plan.outputs.map(keep),
      )
    case 'range':
      return selectFrom({ ...plan, columns: plan.outputs }, plan.outputs.map(keep))
    case 'statement':
      return selectFrom(
        { kind: 'statement', sql: plan.sql, bindings: plan.bindings, columns: plan.outputs },
        plan.outputs.map(keep),
      )
    case 'texts': {
      const block = asSelect(compiled(plan.input))
      const query = isLimited(block) ? block : { ...block, orderBy: [] }
      return selectFrom({ kind: 'texts', texts: plan.texts, query, columns: plan.outputs }, plan.outputs.map(keep))
    }
    case 'project': {
      const block = asSelect(compiled(plan.input))
      const base = canInlineProject(block, plan.columns, wantsColumns) ? block : nested(block)
      const columns = plan.columns.map(({ attribute, expr }) => ({ attribute, expr: inBlock(base, expr) }))
      return { ...base, columns }
    }
    case 'filter': {
      const block = asSelect(compiled(plan.input))
      const base = canInlineFilter(block, plan.condition, wantsColumns) ? block : nested(block)
      const conditions = conjuncts(plan.condition).map((condition) => inBlock(base, condition))
      return base.grouping
        ? { ...base, having: [...base.having, ...conditions] }
        : { ...base, where: [...base.where, ...conditions] }
    }
    case 'generate':
      return generated(plan, asSelect(compiled(plan.input)))
    case 'aggregate':
      return aggregated(plan, asSelect(compiled(plan.input)), wantsColumns)
    case 'distinct': {
      const block = asSelect(compiled(plan.input))
      const base = canInlineDistinct(block) ? block : nested(block)
      // Which of several equal rows stays is nobody's business: an order by other columns ends here.
      const listed = base.orderBy.every((term) => base.columns.some((column) => sameColumn(column.expr, term.expr)))
      const distinct = { ...base, distinct: true, orderBy: listed ? base.orderBy : [] }
      // Text is sorted beside its collation: no expression of the list, and so no order of a DISTINCT query.
      return distinct.orderBy.some((term) => term.expr.type.kind === 'string') ? nested(distinct) : distinct
    }
    case 'sort': {
      const block = asSelect(compiled(plan.input))
      const base = canInlineSort(block, plan.terms) ? block : nested(block)
      const terms = plan.terms.map((term) => ({ ...term, expr: inBlock(base, term.expr) }))
      // Rows that are equal by a key are equal by it again; some engines refuse it. A constant orders nothing, and as a
      // parameter DuckDB refuses it.
      const orderBy = terms.filter(
        ({ expr }, at) => expr.kind !== 'literal' && !terms.slice(0, at).some((one) => sameColumn(one.expr, expr)),
      )
      return { ...base, orderBy }
    }
    case 'limit': {
      const block = asSelect(compiled(plan.input))
      const base = canInlineLimit(block, plan.count, plan.offset) ? block : nested(block)
      return { ...base, limit: plan.count ?? base.limit, offset: plan.offset ?? base.offset }
    }
    case 'tail': {
      const block = asSelect(compiled(plan.input))
      const base = isLimited(block) ? nested(block) : block
      if (base.orderBy.length === 0) {
        throw new InvalidArgument('tail: the rows have no order, and so none are the last', {
          hint: 'orderBy first: df.orderBy(key).tail(3); any three rows are take(3)',
        })
      }
      const last = nested({ ...base, orderBy: base.orderBy.map(reversed), limit: plan.count })
      return { ...last, orderBy: last.orderBy.map(reversed) }
    }
    case 'join':
      return joined(plan, asSelect(compiled(plan.left)), asSelect(compiled(plan.right)))
    case 'set': {
      const blocks = plan.inputs.map((input): Select => {
        const block = asSelect(compiled(input))
        return canInlineBranch(block) ? { ...block, orderBy: [] } : nested(block, true)
      })
      const flat = blocks.flatMap(
        (block, place): readonly Query[] =>
          (plan.operator === 'union all' ? passedUnion(block, place === 0)?.inputs : undefined) ?? [block],
      )
      const inputs = flat.length <= MOST_BRANCHES ? flat : blocks
      return { kind: 'set', operator: plan.operator, inputs, outputs: plan.outputs }
    }
    default:
      return plan satisfies never
  }
}

/** The union that a block does nothing but pass on: unions of unions are one. The first branch gives the columns their names. */
function passedUnion(block: Select, first: boolean): SetQuery | undefined {
  const { source } = block
  if (source.kind !== 'query' || source.query.kind !== 'set' || source.query.operator !== 'union all') return undefined
  if (block.joins.length > 0 || block.where.length > 0 || block.exists.length > 0 || block.grouping || block.distinct)
    return undefined
  const same =
    block.columns.length === source.columns.length &&
    block.columns.every(({ attribute, expr }, index) => {
      const passed = source.columns[index]
      return expr.kind === 'column' && expr.id === passed?.id && (!first || attribute.name === passed.name)
    })
  return same ? source.query : undefined
}

/** A union is always read through a block around it. */
function asSelect(query: Query): Select {
  if (query.kind === 'select') return query
  const columns = outputsOf(query)
  return selectFrom({ kind: 'query', query, columns }, columns.map(keep))
}

/** An expression over a block's outputs, as one over the block's sources. */
function inBlock(block: Select, expr: Expr): Expr {
  const outputs = new Map(block.columns.map((column) => [column.attribute.id, column.expr]))
  const replace = (one: Expr): Expr => {
    if (one.kind !== 'column') return mapParts(one, replace)
    const found = outputs.get(one.id) ?? one
    // A key that some grouping sets leave out can be NULL, though its table's column cannot.
    return found.kind === 'column' && one.nullable && !found.nullable ? { ...found, nullable: true } : found
  }
  return replace(expr)
}

/**
 * A block around a block. The order of the inner one goes on in the outer one; where it needs columns that the inner
 * one does not give out, they are added under names of their own.
 */
function nested(block: Select, dropOrder = false): Select {
  const hidden: ColumnStep[] = []
  const names = new Set(block.columns.map((column) => column.attribute.name))
  let lowest = block.columns.reduce((least, column) => Math.min(least, column.attribute.id), 0)
  const orderBy = (dropOrder ? [] : block.orderBy).map((term): SortTerm => {
    const known = [...block.columns, ...hidden].find((column) => sameColumn(column.expr, term.expr))
    if (known) return { ...term, expr: columnExpr(known.attribute) }
    lowest -= 1
    const { type, nullable } = term.expr
    const added = { attribute: { id: lowest, name: freeName('_order', names), type, nullable }, expr: term.expr }
    hidden.push(added)
    return { ...term, expr: columnExpr(added.attribute) }
  })
  const columns = [...block.columns, ...hidden]
  const query: Select = { ...block, columns, orderBy: isLimited(block) ? block.orderBy : [] }
  const source: Source = { kind: 'query', query, columns: outputsOf(query) }
  return { ...selectFrom(source, outputsOf(block).map(keep)), orderBy }
}

const reversed = (term: SortTerm): SortTerm => ({
  ...term,
  direction: term.direction === 'asc' ? 'desc' : 'asc',
  nulls: term.nulls === 'first' ? 'last' : 'first',
})

function sameColumn(a: Expr, b: Expr): boolean {
  return a === b || (a.kind === 'column' && b.kind === 'column' && a.id === b.id)
}

function aggregated(plan: Extract<Plan, { kind: 'aggregate' }>, block: Select, wantsColumns: WantsColumns): Select {
  const ordered = plan.aggregates.some((column) => someExpr(column.expr, isOrdered))
  const ready = !ordered || !block.orderBy.some((term) => hasWindow(term.expr))
  let base: Select =
    ready && canInlineAggregate(block, plan.keys, plan.aggregates, plan.sets) ? block : nested(block, !ordered)
  let keys = plan.keys.map(({ attribute, expr }): ColumnStep => ({ attribute, expr: inBlock(base, expr) }))
  if (!keys.every((key) => isGroupable(key.expr, wantsColumns))) {
    // The keys are computed in a block below, where they get names that GROUP BY can use.
    const taken = new Set(base.columns.map((column) => column.attribute.name))
    const computed = keys.flatMap((key, index): readonly ColumnStep[] => {
      if (plan.keys[index]?.expr.kind === 'column') return []
      const { name } = key.attribute
      return [{ attribute: { ...key.attribute, name: taken.has(name) ? freeName(name, taken) : name }, expr: key.expr }]
    })
    base = nested({ ...base, columns: [...base.columns, ...computed] }, !ordered)
    const below = new Map(computed.map(({ attribute }) => [attribute.id, attribute]))
    keys = plan.keys.map(({ attribute, expr }) => {
      const inner = below.get(attribute.id)
      return { attribute, expr: inner ? columnExpr(inner) : inBlock(base, expr) }
    })
  }
  const { orderBy } = base
  const aggregates = plan.aggregates.map(({ attribute, expr }) => ({
    attribute,
    expr: ordered ? seeing(inBlock(base, expr), orderBy) : inBlock(base, expr),
  }))
  // A key that no grouping set has is NULL in every row; to the database it would be a column outside the groups.
  const shown = keys.map((key, place): ColumnStep => {
    if (!plan.sets || plan.sets.some((set) => set.includes(place))) return key
    return { ...key, expr: { kind: 'literal', value: null, type: key.attribute.type, nullable: true } }
  })
  return {
    ...base,
    grouping: { keys: keys.map((key) => key.expr), sets: plan.sets },
    columns: [...shown, ...aggregates],
    orderBy: [],
  }
}

const isOrdered = (expr: Expr): boolean => expr.kind === 'call' && expr.fn.kind === 'aggregate' && expr.fn.ordered

/** Aggregates that depend on an order see the rows in this one. */
function seeing(expr: Expr, orderBy: readonly SortTerm[]): Expr {
  return expr.kind === 'call' && isOrdered(expr)
    ? { ...expr, orderBy }
    : mapParts(expr, (part) => seeing(part, orderBy))
}

/** Elements are joined to the row that holds them; where rows have an order, elements have one within their row. */
function generated(plan: Extract<Plan, { kind: 'generate' }>, block: Select): Select {
  const { operand, position, value, outer } = plan
  const base = canInlineLeft(block, outer ? 'left' : 'inner', operand) ? block : nested(block)
  const source: Source = {
    kind: 'elements',
    operand: inBlock(base, operand),
    position: position.id,
    columns: [position, value],
  }
  const place: SortTerm = { expr: columnExpr(position), direction: 'asc', nulls: 'first' }
  return {
    ...base,
    joins: [...base.joins, { how: outer ? 'left' : 'inner', source, on: [] }],
    columns: [...base.columns, keep(position), keep(value)],
    orderBy: base.orderBy.length > 0 ? [...base.orderBy, place] : [],
  }
}

function joined(plan: Extract<Plan, { kind: 'join' }>, leftBlock: Select, rightBlock: Select): Select {
  const { how } = plan
  const left = canInlineLeft(leftBlock, how, plan.condition) ? { ...leftBlock, orderBy: [] } : nested(leftBlock, true)
  const inlined = canInlineRight(rightBlock, how, plan.condition) ? { ...rightBlock, orderBy: [] } : undefined
  const right = apart(inlined ?? nested(rightBlock, true), left)
  const emptied = new Map(plan.outputs.map((attribute) => [attribute.id, attribute]))
  // A column of a side that can be empty is nullable from here on: sorting it must place its NULLs.
  const outer = (columns: readonly ColumnStep[]) =>
    columns.map((column): ColumnStep => {
      const attribute = emptied.get(column.attribute.id) ?? column.attribute
      return { attribute, expr: { ...column.expr, nullable: column.expr.nullable || attribute.nullable } }
    })
  const both: Select = { ...left, columns: [...left.columns, ...right.columns] }
  const conditions = plan.condition ? conjuncts(plan.condition).map((condition) => inBlock(both, condition)) : []
  switch (how) {
    case 'semi':
    case 'anti': {
      const block = { ...right, where: [...right.where, ...conditions] }
      return { ...left, exists: [...left.exists, { negated: how === 'anti', block }] }
    }
    case 'inner':
    case 'cross': {
      // The first source of the right side is joined on what can be said of it there, the rest is said below.
      const later = new Set(right.joins.flatMap((join) => join.source.columns.map((column) => column.id)))
      const isLater = (condition: Expr) => someExpr(condition, (one) => one.kind === 'column' && later.has(one.id))
      const on = conditions.filter((condition) => !isLater(condition))
      // Nothing to say there: a cross join that nobody wrote.
      if (on.length === 0 && how === 'inner' && right.joins.length > 0)
        return joined(plan, leftBlock, nested(rightBlock))
      return {
        ...left,
        joins: [...left.joins, { how, source: right.source, on }, ...right.joins],
        where: [...left.where, ...conditions.filter(isLater), ...right.where],
        exists: [...left.exists, ...right.exists],
        columns: outer([...left.columns, ...right.columns]),
      }
    }
    case 'left':
    case 'right':
    case 'full':
      return {
        ...left,
        // Rows that the right side's filter leaves out match nothing.
        joins: [...left.joins, { how, source: right.source, on: [...conditions, ...right.where] }],
        columns: outer([...left.columns, ...right.columns]),
      }
    default:
      return how satisfies never
  }
}

/** The sources of a block, those inside its conditions too. */
function allSources(block: Select): readonly Source[] {
  return [...sourcesOf(block), ...block.exists.flatMap((exists) => allSources(exists.block))]
}

/** The block with sources that share no identity with those of `other`: a frame joined with itself reads its table twice. */
function apart(block: Select, other: Select): Select {
  const own = allSources(block).flatMap((source) => source.columns.map((column) => column.id))
  const taken = new Set(allSources(other).flatMap((source) => source.columns.map((column) => column.id)))
  if (!own.some((id) => taken.has(id))) return block
  let lowest = Math.min(0, ...taken, ...own)
  const ids = new Map<number, number>()
  for (const id of own) {
    lowest -= 1
    ids.set(id, lowest)
  }
  return withSources(block, ids)
}

/** The block with other identities for its sources' columns; its outputs keep theirs. */
function withSources(block: Select, ids: ReadonlyMap<number, number>): Select {
  const renewed = (attribute: Attribute): Attribute => ({ ...attribute, id: ids.get(attribute.id) ?? attribute.id })
  const expression = (expr: Expr): Expr =>
    expr.kind === 'column' ? { ...expr, id: ids.get(expr.id) ?? expr.id } : mapParts(expr, expression)
  const source = (one: Source): Source => {
    const columns = one.columns.map(renewed)
    return one.kind === 'query' ? { ...one, columns, query: withOutputs(one.query, renewed) } : { ...one, columns }
  }
  return {
    ...block,
    source: source(block.source),
    joins: block.joins.map((join) => ({ ...join, source: source(join.source), on: join.on.map(expression) })),
    where: block.where.map(expression),
    exists: block.exists.map((exists) => ({ ...exists, block: withSources(exists.block, ids) })),
    columns: block.columns.map(({ attribute, expr }) => ({ attribute, expr: expression(expr) })),
  }
}

function withOutputs(query: Query, renewed: (attribute: Attribute) => Attribute): Query {
  if (query.kind === 'set') return { ...query, outputs: query.outputs.map(renewed) }
  return { ...query, columns: query.columns.map(({ attribute, expr }) => ({ attribute: renewed(attribute), expr })) }
}
