import { countColumns, hasAggregate } from '../analyse/resolved.ts'
import { exprsOf, type Query, type Select, type Source } from './select.ts'

/** Leaves out of inner blocks what no block around them reads. Never below DISTINCT and UNION, where a column decides which rows there are. */
export function prune(query: Query): Query {
  return query.kind === 'set' ? { ...query, inputs: query.inputs.map(prune) } : pruneSources(query)
}

function pruneSources(block: Select): Select {
  const used = new Map<number, number>()
  for (const expr of exprsOf(block)) countColumns(expr, used)
  const source = (one: Source): Source => {
    if (one.kind === 'elements') return { ...one, columns: one.columns.filter((column) => used.has(column.id)) }
    // What a text reads, only the database knows.
    if (one.kind === 'texts') return { ...one, query: prune(one.query) }
    return one.kind === 'query' ? { ...one, query: pruneTo(one.query, used) } : one
  }
  return {
    ...block,
    source: source(block.source),
    joins: block.joins.map((join) => ({ ...join, source: source(join.source) })),
    exists: block.exists.map((exists) => ({ ...exists, block: pruneSources(exists.block) })),
  }
}

function pruneTo(query: Query, used: ReadonlyMap<number, number>): Query {
  if (query.kind === 'set' || query.distinct) return prune(query)
  const kept = query.columns.filter((column) => used.has(column.attribute.id))
  // Without its last aggregate, an aggregation of all rows would be a plain query of all rows.
  const grouped = query.grouping?.keys.length !== 0 || kept.some((column) => hasAggregate(column.expr))
  const needed = grouped ? undefined : query.columns.find((column) => hasAggregate(column.expr))
  const columns = needed ? [...kept, needed] : kept
  // A query gives at least one column, also where only its rows are counted.
  return pruneSources({ ...query, columns: columns.length > 0 ? columns : query.columns.slice(0, 1) })
}
