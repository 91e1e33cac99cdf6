/** A case for each verb: a frame, the lineage of its columns and of its rows (see `told.ts`). */
import {
  and,
  array,
  coalesce,
  col,
  collectList,
  count,
  countIf,
  explode,
  first,
  grouping,
  lag,
  lit,
  max,
  maxBy,
  posexplode,
  rank,
  rowNumber,
  type Session,
  schema,
  stack,
  sum,
  upper,
  Window,
  when,
} from '../../src/index.ts'

export type Case = readonly [name: string, frame: unknown, columns: Record<string, string>, rows: string]

/** The tables that the cases read. */
export const TABLES = {
  t: schema({ k: 'long', g: 'string?', a: 'double?', b: 'double?' }),
  u: schema({ k: 'long', c: 'string?', d: 'long?' }),
  l: schema({ k: 'long', tags: 'array<string>?', rates: 'map<string,double>?' }),
}

const byGroup = Window.partitionBy(col('g')).orderBy(col('a'))
/** Columns as they are. */
const T = { k: 't.k', g: 't.g', a: 't.a', b: 't.b' }
const U = { k: 'u.k', c: 'u.c', d: 'u.d' }
const ALL_OF_T = (kind: string) => ['a', 'b', 'g', 'k'].map((name) => `t.${name} ${kind}`).join(', ')

export function casesOf(session: Session): readonly Case[] {
  const [t, u, l] = [session.table('t', TABLES.t), session.table('u', TABLES.u), session.table('l', TABLES.l)]
  /** Groups of `u`. */
  const D = u.groupBy('k').agg((c) => ({ s: sum(c.d) }))
  return [
    ['a table', t, T, ''],
    ['rows of the program', session.createDataFrame([{ x: 1 }]), { x: '' }, ''],
    ['a range', session.range(3), { id: '' }, ''],

    ['select', t.select((c) => [c.k, c.a.plus(c.b).as('s'), c.g.as('name')]), { k: 't.k', s: 'f t.a, f t.b', name: 't.g' }, ''],
    ['select, where a column is that of one before it', t.select((c) => [c.a.times(2).as('x'), col('x').plus(c.b).as('y')]), { x: 'f t.a', y: 'f t.a, f t.b' }, ''],
    ['withColumn in place of one', t.withColumn('a', (c) => c.b.plus(1)), { ...T, a: 'f t.b' }, ''],
    ['withColumns sees the old ones', t.withColumns((c) => ({ a: c.b, b: c.a })), { ...T, a: 't.b', b: 't.a' }, ''],
    ['a constant', t.withColumn('one', () => lit(1)).select('one'), { one: '' }, ''],
    ['cast', t.select((c) => [c.k.cast('string').as('k')]), { k: 'f t.k' }, ''],
    ['when', t.select((c) => [when(c.g.eq('x'), c.a).otherwise(c.b).as('v')]), { v: 'f t.a, f t.b | t.g conditional' }, ''],
    ['isin', t.select((c) => [c.k.isin([1, 2]).as('v')]), { v: 'f t.k' }, ''],
    ['rename', t.rename({ a: 'b', b: 'a' }), { k: 't.k', g: 't.g', b: 't.a', a: 't.b' }, ''],
    ['toDF', t.toDF('w', 'x', 'y', 'z'), { w: 't.k', x: 't.g', y: 't.a', z: 't.b' }, ''],
    ['drop', t.drop('a', 'b'), { k: 't.k', g: 't.g' }, ''],
    ['alias', t.alias('other'), T, ''],
    ['transform', t.transform((frame) => frame.select('k')), { k: 't.k' }, ''],

    ['filter', t.filter((c) => c.a.gt(1)).select('k'), { k: 't.k' }, 't.a filter'],
    ['filter by a computed column', t.withColumn('x', (c) => upper(c.g)).filter((c) => c.x.eq('A')).select('k'), { k: 't.k' }, 't.g filter'],
    ['filter by a choice', t.filter((c) => when(c.g.eq('x'), c.a).otherwise(c.b).gt(0)).select('k'), { k: 't.k' }, 't.a filter, t.b filter, t.g conditional'],
    ['filter by a window', t.filter(() => rowNumber().over(byGroup).eq(1)).select('k'), { k: 't.k' }, 't.a window, t.g window'],
    ['filter by an aggregate of all', t.filter((c) => c.a.eq(max(c.a).over(Window.partitionBy()))).select('k'), { k: 't.k' }, 't.a filter'],

    ['orderBy alone decides nothing', t.orderBy('a'), T, ''],
    ['limit', t.limit(3).select('k'), { k: 't.k' }, ''],
    ['orderBy and limit', t.orderBy((c) => c.a.plus(c.b)).select('k').limit(3), { k: 't.k' }, 't.a sort, t.b sort'],
    ['offset', t.orderBy('b').offset(3).select('k'), { k: 't.k' }, 't.b sort'],
    ['a later order replaces an earlier one', t.orderBy('a').orderBy('b').limit(1).select('k'), { k: 't.k' }, 't.b sort'],
    ['a join ends an order', t.orderBy('a').join(u, 'k').limit(1).select('c'), { c: 'u.c' }, 't.k join, u.k join'],
    ['distinct', t.select('k', 'g').distinct().select('g'), { g: 't.g' }, 't.g groupBy, t.k groupBy'],
    ['dropDuplicates', t.orderBy('a').dropDuplicates('g').select('k'), { k: 't.k' }, 't.a window, t.g window'],
    ['sample', t.sample(0.5, 1).select('k'), { k: 't.k' }, ALL_OF_T('filter+window')],

    ['an inner join by name', t.join(u, 'k'), { ...T, c: 'u.c', d: 'u.d' }, 't.k join, u.k join'],
    ['a right join takes the right key', t.join(u, 'k', 'right').select('k', 'a'), { k: 'u.k', a: 't.a' }, 't.k join, u.k join'],
    ['a full join coalesces keys', t.join(u, 'k', 'full').select('k', 'a', 'c'), { k: 'f t.k, f u.k', a: 't.a', c: 'u.c' }, 't.k join, u.k join'],
    ['a full join that is not by equality', t.join(u, (a, b) => a.k.lt(b.k), 'full').select('a', 'c', 'k_right'), { a: 't.a', c: 'u.c', k_right: 'u.k' }, 't.k join, u.k join'],
    ['a join by condition', t.join(u, (a, b) => and(a.k.eq(b.k), b.d.gt(3)), 'left'), { ...T, k_right: 'u.k', c: 'u.c', d: 'u.d' }, 't.k join, u.d join, u.k join'],
    ['a semi join', t.join(u.filter((c) => c.d.gt(1)), 'k', 'semi').select('a'), { a: 't.a' }, 't.k join, u.d filter, u.k join'],
    ['an anti join', t.join(u, 'k', 'anti').select('a'), { a: 't.a' }, 't.k join, u.k join'],
    ['a cross join', t.crossJoin(u.filter((c) => c.d.gt(1)).select('c')).select('a', 'c'), { a: 't.a', c: 'u.c' }, 'u.d filter'],
    ['a left join with groups finds one row at most', t.join(D, 'k', 'left'), { ...T, s: 'agg u.d | t.k join, u.k join+groupBy' }, ''],
    ['a right join with groups on the left', D.join(t, 'k', 'right').select('k', 'a', 's'), { k: 't.k', a: 't.a', s: 'agg u.d | t.k join, u.k join+groupBy' }, ''],
    ['an inner join with groups', t.join(D, 'k').select('a', 's'), { a: 't.a', s: 'agg u.d' }, 't.k join, u.k join+groupBy'],
    ['a left join with groups by only a part of their key', t.join(u.groupBy('k', 'c').agg({ n: count() }), 'k', 'left').select('a'), { a: 't.a' }, 't.k join, u.c groupBy, u.k join+groupBy'],
    ['a left join with groups by more than their key', t.join(D, (a, b) => and(a.k.eq(b.k), a.a.gt(b.s)), 'left').select('b'), { b: 't.b' }, ''],
    ['a left join with groups by less than equality', t.join(D, (a, b) => a.k.lt(b.k), 'left').select('b'), { b: 't.b' }, 't.k join, u.k join+groupBy'],
    ['a left join with groups that two values of another type may equal', t.join(D, (a, b) => a.a.eq(b.k), 'left').select('b'), { b: 't.b' }, 't.a join, u.k join+groupBy'],
    ['a left join with distinct rows', t.join(u.select('k').distinct().rename({ k: 'other' }), (a, b) => a.k.eq(b.other), 'left'), { ...T, other: 'u.k | t.k join, u.k join+groupBy' }, ''],
    ['a left join with the last row of each key', t.join(u.orderBy('d').dropDuplicates('k').select('k', 'c'), 'k', 'left'), { ...T, c: 'u.c | t.k join, u.d window, u.k join+window' }, ''],
  ['a left join with what was the last row of each key before it was joined to others', t.join(u.withColumn('n', (c) => rowNumber().over(Window.partitionBy(c.k).orderBy(c.d))).join(l, 'k').filter((c) => c.n.eq(1)).select('k', 'c'), 'k', 'left').select('b'), { b: 't.b' }, 'l.k join, t.k join, u.d window, u.k join+window'],
  ['a left join with the first row of each key, by its number', t.join(u.withColumn('n', (c) => rowNumber().over(Window.partitionBy(c.k).orderBy(c.d))).filter((c) => c.n.eq(1)).select('k', 'c'), 'k', 'left').select('b'), { b: 't.b' }, ''],
    ['left joins one after the other', t.join(D, 'k', 'left').join(u.groupBy('k').agg((c) => ({ m: max(c.d) })), 'k', 'left').filter((c) => c.m.gt(1)).select('s'), { s: 'agg u.d | t.k join, u.k join+groupBy' }, 't.k join, u.d filter, u.k join+groupBy'],
    ['a left join with groups that are joined to others', t.join(D.join(l.select('k'), 'k', 'left'), 'k', 'left').select('b'), { b: 't.b' }, 'l.k join, t.k join, u.k join+groupBy'],

    ['a self-join', t.join(t.select('k', 'b'), 'k').select('a', 'b_right'), { a: 't.a', b_right: 't.b' }, 't.k join'],

    ['groupBy', t.groupBy('g').agg((c) => ({ s: sum(c.a), n: count(), m: max(c.b).minus(sum(c.a)) })), { g: 't.g', s: 'agg t.a', n: '', m: 'agg t.a, agg t.b' }, 't.g groupBy'],
    ['groupBy of a computed key', t.groupBy((c) => [upper(c.g).as('G')]).agg({ n: count() }), { G: 'f t.g', n: '' }, 't.g groupBy'],
    ['an aggregate after an aggregate', t.groupBy('g').agg((c) => ({ s: sum(c.a) })).agg((c) => ({ m: max(c.s) })), { m: 'agg t.a | t.g groupBy' }, ''],
    ['an aggregate of all rows', t.filter((c) => c.b.gt(0)).agg((c) => ({ s: sum(c.a), n: count() })), { s: 'agg t.a | t.b filter', n: ' | t.b filter' }, ''],
    ['one row of aggregates beside others', u.crossJoin(t.agg((c) => ({ s: sum(c.a) }))), { ...U, s: 'agg t.a' }, ''],
    ['countIf', t.groupBy('g').agg((c) => ({ n: countIf(c.a.gt(1)) })), { g: 't.g', n: 'agg t.a' }, 't.g groupBy'],
    ['a sum of a choice', t.groupBy('g').agg((c) => ({ s: sum(when(c.b.gt(0), c.a)) })), { g: 't.g', s: 'agg t.a | t.b conditional' }, 't.g groupBy'],
    ['first sees the order', t.orderBy('b').groupBy('g').agg((c) => ({ f: first(c.a) })), { g: 't.g', f: 'agg t.a | t.b sort' }, 't.g groupBy'],
    ['a sum does not', t.orderBy('b').groupBy('g').agg((c) => ({ f: sum(c.a) })), { g: 't.g', f: 'agg t.a' }, 't.g groupBy'],
    ['collectList sees the order', t.orderBy('b').groupBy('g').agg((c) => ({ f: collectList(c.k) })), { g: 't.g', f: 'agg t.k | t.b sort' }, 't.g groupBy'],
    ['maxBy', t.groupBy('g').agg((c) => ({ f: maxBy(c.a, c.b) })), { g: 't.g', f: 'agg t.a | t.b sort' }, 't.g groupBy'],
    ['rollup', t.rollup('g', 'k').agg((c) => ({ s: sum(c.a), level: grouping(c.g) })), { g: 't.g', k: 't.k', s: 'agg t.a', level: '' }, 't.g groupBy, t.k groupBy'],
    ['pivot', t.groupBy('k').pivot('g', ['x', 'y']).agg((c) => ({ s: sum(c.a), n: count() })), { k: 't.k', x_s: 'agg t.a | t.g conditional', x_n: ' | t.g conditional', y_s: 'agg t.a | t.g conditional', y_n: ' | t.g conditional' }, 't.k groupBy'],
    ['pivot of what depends on the order', t.orderBy('b').groupBy('k').pivot('g', ['x']).agg((c) => ({ f: first(c.a) })), { k: 't.k', x_f: 'agg t.a | t.b sort, t.g conditional' }, 't.k groupBy'],
    ['unpivot', t.unpivot(['k'], ['a', 'b'], 'name', 'value'), { k: 't.k', name: '', value: 'f t.a, f t.b' }, ''],

    ['a window', t.select((c) => [c.k, sum(c.b).over(byGroup).as('w')]), { k: 't.k', w: 'win t.b | t.a window, t.g window' }, ''],
    ['a rank', t.select((c) => [rank().over(byGroup).as('r'), lag(c.b).over(byGroup).as('l')]), { r: ' | t.a window, t.g window', l: 'win t.b | t.a window, t.g window' }, ''],
    ['a window over groups', t.groupBy('g').agg((c) => ({ s: sum(c.a) })).withColumn('w', (c) => sum(c.s).over(Window.orderBy(col('g')))).drop('s'), { g: 't.g', w: 'agg t.a | t.g window' }, 't.g groupBy'],

    ['union', t.select('k').union(u.select('d')), { k: 't.k, u.d' }, ''],
    ['union of what is filtered', t.filter((c) => c.a.gt(0)).select('k').union(u.select('k')), { k: 't.k, u.k' }, 't.a filter'],
    ['unionByName', t.select('k', 'g').unionByName(u.select('k', 'c'), { allowMissing: true }), { k: 't.k, u.k', g: 't.g', c: 'u.c' }, ''],
    ['intersect', t.select('k', 'g').intersect(u.select('k', 'c')).select('g'), { g: 't.g' }, 't.g join, t.k join, u.c join, u.k join'],
    ['intersectAll', t.select('k').intersectAll(u.select('k')), { k: 't.k' }, 't.k join, u.k join'],
    ['subtract', t.select('k').subtract(u.select('k')), { k: 't.k' }, 't.k join, u.k join'],
    ['exceptAll', t.select('k').exceptAll(u.select('k')), { k: 't.k' }, 't.k join, u.k join'],

    ['fillna', t.fillna(0, ['a']).select('k', 'a'), { k: 't.k', a: 'f t.a' }, ''],
    ['coalesce', t.select((c) => [coalesce(c.a, c.b).as('x')]), { x: 'f t.a, f t.b' }, ''],
    ['dropna', t.dropna({ subset: ['a'] }).select('k'), { k: 't.k' }, 't.a filter'],
    ['replace', t.replace({ x: 'y' }, ['g']).select('g'), { g: 'f t.g | t.g conditional' }, ''],
    ['describe', t.describe('a').select('a'), { a: 'agg t.a' }, ''],

    ['explode', l.select((c) => [c.k, explode(c.tags).as('tag')]), { k: 'l.k', tag: 'f l.tags' }, 'l.tags join'],
    ['posexplode', l.select((c) => [c.k, ...posexplode(c.tags)]), { k: 'l.k', pos: 'f l.tags', col: 'f l.tags' }, 'l.tags join'],
    ['explode of a map', l.select((c) => [c.k, explode(c.rates)]), { k: 'l.k', key: 'f l.rates', value: 'f l.rates' }, 'l.rates join'],
    ['explode of constants', t.select((c) => [c.k, explode(array(lit(1), lit(2))).as('n')]), { k: 't.k', n: '' }, ''],
    ['stack', t.select((c) => [c.k, ...stack(2, lit('a'), c.a, lit('b'), c.b)]), { k: 't.k', col0: '', col1: 'f t.a, f t.b' }, ''],

    ['a frame that is kept', t.withColumn('x', (c) => c.a.plus(1)).filter((c) => c.b.gt(0)).cache().select('x'), { x: 'f t.a' }, 't.b filter'],

    ['SQL text', session.sql`select k from t`, { k: '?' }, '?'],
    ['selectExpr', t.filter((c) => c.a.gt(0)).selectExpr('k + 1 as x', schema({ x: 'long' })), { x: '?' }, 't.a filter, ?'],
    ['SQL text beside a table', t.join(session.sql<{ k: number }>`select k from u`, 'k').select('a'), { a: 't.a' }, 't.k join, ?'],
  ] // biome-ignore format: a case a line
}
