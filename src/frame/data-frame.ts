import { inspect } from 'node:util'
import { describeValue, type ExpressionColumn, expressionOf, toCondition } from '../column/expression-column.ts'
import { InvalidArgument } from '../errors/index.ts'
import type { Expression } from '../plan/expression.ts'
import { describeRelation, type JoinOn, type Relation } from '../plan/relation.ts'
import type { FrameActions, PlainRow } from './actions.ts'
import {
  columnRecord,
  columnValue,
  conditions,
  joinKind,
  namedColumn,
  namedColumns,
  nameList,
  rowCount,
  sortKeys,
  textList,
} from './arguments.ts'
import { ColumnAccess, columnOf, columnsOf } from './column-access.ts'
import type { DataFrame } from './frame.ts'
import { GroupedPlan } from './grouped-data.ts'
import { cubeSets, namedSets, rollupSets } from './grouping-sets.ts'
import { dropnaArgument, fillArgument, replaceArgument } from './missing-values.ts'
import type { ShowOptions, SqlOptions, WriteOptions } from './options.ts'
import { sampleArgument, splitArgument } from './samples.ts'
import { fieldsOf } from './schema.ts'
import { DESCRIBED, statisticNames } from './statistics.ts'

const DEFAULT_SHOWN = { rows: 20, truncate: 20 } as const
const RIGHT_SUFFIX = '_right'

/** The one implementation of DataFrame. Holds a plan and who can run it; never changes. */
class PlannedFrame extends ColumnAccess {
  readonly #relation: Relation
  readonly #actions: FrameActions

  constructor(relation: Relation, actions: FrameActions) {
    super()
    this.#relation = Object.freeze(relation)
    this.#actions = actions
    Object.freeze(this)
  }

  static relationOf(value: unknown): Relation | undefined {
    return typeof value === 'object' && value !== null && #relation in value ? value.#relation : undefined
  }

  #derive(relation: Relation): PlannedFrame {
    return new PlannedFrame(relation, this.#actions)
  }

  col(name: string) {
    if (typeof name !== 'string')
      throw new InvalidArgument(`col takes the name of a column, not ${describeValue(name)}`)
    return columnOf(this.#relation, name)
  }

  select(...columns: unknown[]) {
    const expressions = namedColumns(this.#relation, columns, 'select')
    if (expressions.length === 0) throw new InvalidArgument('select takes at least one column')
    return this.#derive({ kind: 'select', input: this.#relation, columns: expressions })
  }

  selectExpr(...given: unknown[]) {
    const fields = fieldsOf(given.at(-1))
    const texts = textList(fields ? given.slice(0, -1) : given)
    return this.#derive({ kind: 'selectExpr', input: this.#relation, texts, fields })
  }

  filter(...all: unknown[]) {
    return this.#derive({ kind: 'filter', input: this.#relation, condition: conditions(this.#relation, all, 'filter') })
  }
  where(...all: unknown[]) {
    return this.#derive({ kind: 'filter', input: this.#relation, condition: conditions(this.#relation, all, 'where') })
  }

  withColumn(name: unknown, value: unknown) {
    if (typeof name !== 'string') throw new InvalidArgument(`withColumn takes a name first, not ${describeValue(name)}`)
    const expression = columnValue(this.#relation, value, `withColumn(${JSON.stringify(name)})`)
    return this.#derive({ kind: 'withColumns', input: this.#relation, columns: [{ name, expression }] })
  }
  withColumns(columns: unknown) {
    return this.#derive({
      kind: 'withColumns',
      input: this.#relation,
      columns: columnRecord(this.#relation, columns, 'withColumns'),
    })
  }

  rename(names: Readonly<Record<string, string>>) {
    if (typeof names !== 'object' || names === null || Object.values(names).some((name) => typeof name !== 'string')) {
      throw new InvalidArgument("rename takes an object of names: rename({ id: 'order_id' })")
    }
    return this.#derive({ kind: 'rename', input: this.#relation, names: new Map(Object.entries(names)) })
  }
  withColumnRenamed(from: string, to: string) {
    return this.rename({ [from]: to })
  }

  drop(...columns: unknown[]) {
    const expressions = columns.map((column) => namedColumn(this.#relation, column, 'drop'))
    return this.#derive({ kind: 'drop', input: this.#relation, columns: expressions })
  }
  alias(name: unknown) {
    if (typeof name !== 'string') throw new InvalidArgument(`alias takes a name, not ${describeValue(name)}`)
    return this.#derive({ kind: 'alias', input: this.#relation, name })
  }
  toDF(...names: unknown[]) {
    return this.#derive({ kind: 'toDF', input: this.#relation, names: nameList(names, 'toDF') })
  }
  withColumnsRenamed(names: Readonly<Record<string, string>>) {
    return this.rename(names)
  }
  distinct() {
    return this.#derive({ kind: 'distinct', input: this.#relation })
  }
  dropDuplicates(...names: unknown[]) {
    const listed = nameList(names.flat(), 'dropDuplicates')
    return listed.length === 0
      ? this.distinct()
      : this.#derive({ kind: 'dropDuplicates', input: this.#relation, names: listed })
  }
  orderBy(...keys: unknown[]) {
    return this.#derive({ kind: 'sort', input: this.#relation, keys: sortKeys(this.#relation, keys) })
  }
  sort(...keys: unknown[]) {
    return this.orderBy(...keys)
  }
  limit(count: unknown) {
    return this.#derive({ kind: 'limit', input: this.#relation, count: rowCount(count, 'limit') })
  }
  offset(count: unknown) {
    return this.#derive({ kind: 'offset', input: this.#relation, count: rowCount(count, 'offset') })
  }

  join(other: unknown, on: unknown, how: unknown = 'inner') {
    const options = typeof how === 'object' && how !== null ? (how as { how?: unknown; suffix?: unknown }) : { how }
    const suffix = options.suffix ?? RIGHT_SUFFIX
    if (typeof suffix !== 'string' || suffix === '')
      throw new InvalidArgument(`join takes a text as suffix, not ${describeValue(suffix)}`)
    const right = frameArgument(other, 'join')
    const kind = joinKind(options.how ?? 'inner')
    return this.#derive({
      kind: 'join',
      left: this.#relation,
      right,
      how: kind,
      on: this.#joinOn(right, on, kind),
      suffix,
    })
  }
  crossJoin(other: unknown, options: { suffix?: unknown } = {}) {
    return this.join(other, undefined, { how: 'cross', suffix: options.suffix })
  }

  #joinOn(right: Relation, on: unknown, kind: string): JoinOn {
    if (on === undefined && kind === 'cross') return { kind: 'none' }
    const names = typeof on === 'string' ? [on] : on
    if (Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === 'string'))
      return { kind: 'names', names }
    const condition = typeof on === 'function' ? on(columnsOf(this.#relation, 'left'), columnsOf(right, 'right')) : on
    if (!expressionOf(condition)) {
      throw new InvalidArgument(`join needs to know what to join on, not ${describeValue(condition)}`, {
        hint: "give a name, names, or a condition: join(other, 'id'), join(other, (l, r) => l.id.eq(r.order_id)); for every pair of rows, crossJoin(other)",
      })
    }
    return { kind: 'condition', condition: toCondition(condition, 'join') }
  }

  groupBy(...columns: unknown[]) {
    return new GroupedPlan(this.#relation, namedColumns(this.#relation, columns, 'groupBy'), (relation) =>
      this.#derive(relation),
    )
  }
  rollup(...columns: unknown[]) {
    return this.#grouped(columns, 'rollup', rollupSets)
  }
  cube(...columns: unknown[]) {
    return this.#grouped(columns, 'cube', cubeSets)
  }
  groupingSets(sets: unknown, ...columns: unknown[]) {
    return this.#grouped(columns, 'groupingSets', (keys) => namedSets(sets, keys))
  }
  #grouped(
    columns: readonly unknown[],
    verb: string,
    setsOf: (keys: readonly Expression[]) => readonly (readonly number[])[],
  ) {
    const keys = namedColumns(this.#relation, columns, verb)
    return new GroupedPlan(this.#relation, keys, (relation) => this.#derive(relation), setsOf(keys))
  }
  agg(aggregates: unknown) {
    return new GroupedPlan(this.#relation, [], (relation) => this.#derive(relation)).agg(aggregates)
  }

  union(other: unknown) {
    return this.#union(other, 'position')
  }
  unionAll(other: unknown) {
    return this.union(other)
  }
  unionByName(other: unknown, options: { allowMissing?: boolean } = {}) {
    return this.#union(other, 'name', options.allowMissing === true)
  }
  #union(other: unknown, by: 'position' | 'name', allowMissing = false) {
    const right = frameArgument(other, by === 'name' ? 'unionByName' : 'union')
    return this.#derive({ kind: 'union', left: this.#relation, right, by, allowMissing })
  }
  intersect(other: unknown) {
    return this.#setOperation('intersect', false, other, 'intersect')
  }
  intersectAll(other: unknown) {
    return this.#setOperation('intersect', true, other, 'intersectAll')
  }
  subtract(other: unknown) {
    return this.#setOperation('except', false, other, 'subtract')
  }
  except(other: unknown) {
    return this.#setOperation('except', false, other, 'except')
  }
  exceptAll(other: unknown) {
    return this.#setOperation('except', true, other, 'exceptAll')
  }
  #setOperation(operation: 'intersect' | 'except', all: boolean, other: unknown, verb: string) {
    return this.#derive({
      kind: 'setOperation',
      left: this.#relation,
      right: frameArgument(other, verb),
      operation,
      all,
    })
  }

  unpivot(ids: unknown, values: unknown, variableName: unknown = 'variable', valueName: unknown = 'value') {
    const columns = (list: unknown) => namedColumns(this.#relation, Array.isArray(list) ? list : [list], 'unpivot')
    const [variable = '', value = ''] = nameList([variableName, valueName], 'unpivot')
    if (columns(values).length === 0) throw new InvalidArgument('unpivot takes at least one value column')
    return this.#derive({
      kind: 'unpivot',
      input: this.#relation,
      ids: columns(ids),
      values: columns(values),
      variableName: variable,
      valueName: value,
    })
  }
  melt(...args: unknown[]) {
    return this.unpivot(args[0], args[1], args[2], args[3])
  }

  fillna(value: unknown, names?: unknown) {
    return this.#derive({ kind: 'fillna', input: this.#relation, fill: fillArgument(value, names) })
  }
  dropna(options: unknown = {}) {
    return this.#derive({ kind: 'dropna', input: this.#relation, ...dropnaArgument(options) })
  }
  replace(values: unknown, names?: unknown) {
    return this.#derive({ kind: 'replace', input: this.#relation, ...replaceArgument(values, names) })
  }
  get na() {
    return {
      fill: (value: unknown, names?: unknown) => this.fillna(value, names),
      drop: (options?: unknown) => this.dropna(options),
      replace: (values: unknown, names?: unknown) => this.replace(values, names),
    }
  }

  describe(...names: unknown[]) {
    const listed = nameList(names.flat(), 'describe')
    return this.#summary(listed.length === 0 ? undefined : listed, DESCRIBED)
  }
  summary(...statistics: unknown[]) {
    return this.#summary(undefined, statisticNames(statistics))
  }
  #summary(names: readonly string[] | undefined, statistics: readonly string[]) {
    return this.#derive({ kind: 'summary', input: this.#relation, names, statistics })
  }

  sample(fraction: unknown, seed?: unknown) {
    return this.#derive({ kind: 'sample', input: this.#relation, ...sampleArgument(fraction, seed) })
  }
  randomSplit(weights: unknown, seed?: unknown) {
    return splitArgument(weights, seed).map((part) => this.#derive({ kind: 'sample', input: this.#relation, ...part }))
  }

  transform(change: unknown) {
    if (typeof change !== 'function')
      throw new InvalidArgument('transform takes a function of a frame that gives a frame')
    const result: unknown = change(this)
    if (PlannedFrame.relationOf(result)) return result
    throw new InvalidArgument(`transform: the function gave ${describeValue(result)}, not a frame`)
  }

  cache() {
    this.#actions.cache(this.#relation)
    return this
  }
  unpersist() {
    return this.#actions.unpersist(this.#relation)
  }

  collect() {
    return this.#actions.collect(this.#relation)
  }
  first() {
    return this.#actions.first(this.#relation)
  }
  take(count: unknown) {
    return this.#actions.take(this.#relation, rowCount(count, 'take'))
  }
  count() {
    return this.#actions.count(this.#relation)
  }
  tail(count: unknown) {
    return this.#actions.tail(this.#relation, rowCount(count, 'tail'))
  }
  head(count?: unknown) {
    return count === undefined ? this.first() : this.#actions.take(this.#relation, rowCount(count, 'head'))
  }
  isEmpty() {
    return this.#actions.isEmpty(this.#relation)
  }
  async distinctValues(name: unknown) {
    const [column = ''] = nameList([name], 'distinctValues')
    const values = this.select(column).filter(columnOf<ExpressionColumn>(this.#relation, column).isNotNull()).distinct()
    return (await values.orderBy(column).collect()).map((row) => row[column])
  }
  show(options: number | ShowOptions = {}) {
    const given = typeof options === 'number' ? { rows: options } : options
    const shown = { ...DEFAULT_SHOWN, ...given }
    return this.#actions.show(this.#relation, { ...shown, rows: rowCount(shown.rows, 'show') })
  }
  [Symbol.asyncIterator]() {
    return this.#actions.iterate(this.#relation)
  }
  columns() {
    return this.#actions.columns(this.#relation)
  }
  dtypes() {
    return this.#actions.dtypes(this.#relation)
  }
  printSchema() {
    return this.#actions.printSchema(this.#relation)
  }
  explain() {
    return this.#actions.explain(this.#relation)
  }
  resolve() {
    return this.#actions.resolve(this.#relation, this)
  }
  toSQL(options: SqlOptions = {}) {
    return this.#actions.toSQL(this.#relation, options)
  }
  toKnex() {
    return this.#actions.toKnex(this.#relation)
  }
  write(table: unknown, options: WriteOptions<PlainRow> = {}) {
    if (typeof table !== 'string')
      throw new InvalidArgument(`write takes the name of a table, not ${describeValue(table)}`)
    return this.#actions.write(this.#relation, table, options)
  }
  writeView(name: unknown) {
    if (typeof name !== 'string')
      throw new InvalidArgument(`writeView takes the name of a view, not ${describeValue(name)}`)
    return this.#actions.writeView(this.#relation, name)
  }

  override toString() {
    return `DataFrame(${describeRelation(this.#relation)})`
  }
  [inspect.custom]() {
    return this.toString()
  }
}

function frameArgument(value: unknown, verb: string): Relation {
  const relation = PlannedFrame.relationOf(value)
  if (relation) return relation
  throw new InvalidArgument(`${verb} takes another frame, not ${describeValue(value)}`)
}

/** Wraps a plan as the frame that users hold. The row type is the caller's promise. */
export function toDataFrame<R>(relation: Relation, actions: FrameActions): DataFrame<R> {
  return new PlannedFrame(relation, actions) as unknown as DataFrame<R>
}

/** The plan inside a frame, or undefined where `value` is none. */
export const relationOf = (value: unknown): Relation | undefined => PlannedFrame.relationOf(value)
