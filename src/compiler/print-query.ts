/** Prints Select blocks as Knex builders: our fragments, Knex's frame around them. */
import type { Knex } from 'knex'
import { type ColumnStep, columnExpr, type Expr, someExpr } from '../analyse/resolved.ts'
import { checkColumnNames } from '../dialect/ddl.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { type Fragment, fragment, joinFragments, RANK, within } from '../dialect/fragment.ts'
import { quoted } from '../dialect/shared.ts'
import { chained } from '../dialect/spelling.ts'
import { InternalError } from '../errors/index.ts'
import { type ColumnPrinter, NO_ORDER, printCondition, printExpression, printSortTerm } from './print-expression.ts'
import {
  draws,
  type ExistsCondition,
  isLimited,
  type JoinedSource,
  type Query,
  type Select,
  type SetQuery,
  type Source,
  selectFrom,
  sourcesOf,
} from './select.ts'
import { printTexts } from './texts.ts'

interface Printer {
  readonly knex: Knex
  readonly dialect: Dialect
  /** Whether limited queries are computed by themselves. */
  readonly closesLimits: boolean
  /** Counts the subqueries of a statement: q1, q2 … */
  subqueries: number
}

/** One name in FROM and what its columns are called. */
interface NamedSource {
  readonly source: Source
  readonly alias: string
}

function printerFor(query: Query, dialect: Dialect, knex: Knex): Printer {
  const closesLimits = !dialect.capabilities.openLimits && meetsRows(query)
  return { knex, dialect, closesLimits, subqueries: 0 }
}

/** A query's statement, to be run as it is. */
export function printStatement(query: Query, dialect: Dialect, knex: Knex): Knex.QueryBuilder | Knex.Raw {
  if (query.kind === 'select' || query.operator === 'union all') return printQuery(query, dialect, knex)
  const printer = printerFor(query, dialect, knex)
  return raw(printer, printSubquery(query, printer))
}

/** A query as a builder that others can go on with. */
export function printQuery(query: Query, dialect: Dialect, knex: Knex): Knex.QueryBuilder {
  const printer = printerFor(query, dialect, knex)
  if (query.kind === 'select') return printSelect(query, printer, [])
  // Knex knows UNION ALL; of the other operators it knows some, on some engines.
  if (query.operator === 'union all') return printUnion(query, printer)
  const source: Source = { kind: 'query', query, columns: query.outputs }
  return printSelect(
    selectFrom(
      source,
      query.outputs.map((attribute) => ({ attribute, expr: columnExpr(attribute) })),
    ),
    printer,
    [],
  )
}

function printUnion(query: SetQuery, printer: Printer): Knex.QueryBuilder {
  const inputs = query.inputs.map((input) =>
    input.kind === 'select' ? printSelect(input, printer, []) : printUnion(input, printer),
  )
  // On a builder with a query of its own Knex would print the union before that query's GROUP BY.
  return printer.knex.queryBuilder().unionAll(inputs)
}

function printSubquery(query: Query, printer: Printer): Fragment {
  if (query.kind === 'select') return embedded(printSelect(query, printer, []))
  return joinFragments(
    query.inputs.map((input) => printSubquery(input, printer)),
    ` ${query.operator} `,
  )
}

/** The builder's SQL with `?` for bindings, to be part of another builder's. */
function embedded(builder: Knex.QueryBuilder): Fragment {
  const { sql, bindings } = builder.toSQL()
  return fragment(sql, bindings)
}

const raw = (printer: Printer, { sql, bindings }: Fragment): Knex.Raw =>
  printer.knex.raw(sql, bindings as Knex.RawBinding[])

function printSelect(block: Select, printer: Printer, outer: readonly NamedSource[]): Knex.QueryBuilder {
  const { dialect } = printer
  // Of inner blocks too: a name that is cut or folded there would silently be another column's.
  checkColumnNames(
    dialect.ddl,
    block.columns.map((step) => step.attribute.name),
  )
  const taken = new Set(outer.map((one) => dialect.ddl.foldName(one.alias)))
  const name = (source: Source): NamedSource => ({ source, alias: aliasOf(source, taken, printer) })
  const first = name(block.source)
  const joins = block.joins.map((join) => ({ join, named: name(join.source) }))
  const own = [first, ...joins.map(({ named }) => named)]
  const scope = [...outer, ...own]
  const crowded = scope.length > 1 || block.exists.length > 0
  const column = columnPrinter(scope, printer, () => crowded)
  // Where an output of that name is something else, a bare name would mean the output.
  const captured = columnPrinter(scope, printer, (columnName, id) => crowded || isCaptured(block, columnName, id))
  const expression = (expr: Expr): Fragment => printExpression(expr, dialect, column)
  const condition = (expr: Expr): Fragment => printCondition(expr, dialect, column)

  const builder = printer.knex.queryBuilder()
  const columns = block.columns.map((step) => raw(printer, printOutput(step, expression(step.expr), own, dialect)))
  if (block.distinct) builder.distinct(columns)
  else if (columns.length > 0) builder.select(columns)
  else builder.select(raw(printer, fragment('1')))
  builder.from(raw(printer, printSource(first, printer)))
  for (const { join, named } of joins) {
    const { sql, bindings } =
      join.source.kind === 'elements'
        ? printElements(join, join.source, named, expression, printer)
        : printJoin(join, named, condition, printer)
    builder.joinRaw(sql, bindings as Knex.Value[])
  }
  const conditions = [...block.where.map(condition), ...block.exists.map((one) => printExists(one, scope, printer))]
  if (conditions.length > 0) builder.whereRaw(raw(printer, chained(conditions, 'and', RANK.and)))
  if (block.grouping && block.grouping.keys.length > 0) {
    const keys = block.grouping.keys.map((key) => printGroupKey(key, dialect, captured))
    builder.groupByRaw(raw(printer, printGrouping(keys, block.grouping.sets)) as unknown as string)
  }
  if (block.having.length > 0) {
    const having = block.having.map((one) => printCondition(one, dialect, captured))
    const { sql, bindings } = chained(having, 'and', RANK.and)
    builder.havingRaw(sql, bindings as Knex.RawBinding[])
  }
  for (const term of block.orderBy) {
    const { sql, bindings } = printSortTerm(term, dialect, captured, outputAlias(block, term.expr, dialect))
    builder.orderByRaw(sql, bindings as Knex.RawBinding[])
  }
  if (block.limit !== undefined) builder.limit(block.limit)
  // Of no rows none are skipped: some engines refuse it.
  if (block.offset !== undefined && block.limit !== 0) {
    // A DISTINCT query is sorted by what is in its list alone.
    if (block.orderBy.length === 0 && !dialect.capabilities.orderOptional)
      builder.orderByRaw(block.distinct ? '1' : NO_ORDER)
    builder.offset(block.offset)
  }
  return builder
}

/** A key, and beside it what tells its values apart where the key itself does not. */
function printGroupKey(key: Expr, dialect: Dialect, column: ColumnPrinter): Fragment {
  const printed = printExpression(key, dialect, column)
  const exact = dialect.exactKey(printed, key.type)
  return exact === printed ? printed : joinFragments([printed, exact], ', ')
}

/** The keys, or the grouping sets in the shortest words that say them. */
function printGrouping(keys: readonly Fragment[], sets: readonly (readonly number[])[] | undefined): Fragment {
  const list = (places: readonly number[]): Fragment =>
    joinFragments(
      places.map((place) => keys[place] as Fragment),
      ', ',
    )
  const all = list(keys.map((_, place) => place))
  if (!sets) return all
  const listed = joinFragments(
    sets.map((set) => ({ ...list(set), sql: `(${list(set).sql})` })),
    ', ',
  )
  return { ...listed, sql: `grouping sets (${listed.sql})` }
}

/** A computed output is sorted by its name, once computed; can-inline.ts lets only whole outputs of other types than text come here. */
function outputAlias(block: Select, expr: Expr, dialect: Dialect): Fragment | undefined {
  if (expr.kind === 'column' || expr.kind === 'literal') return undefined
  const output = block.columns.find((column) => column.expr === expr)
  return output && output.attribute.type.kind !== 'string'
    ? fragment(quoted(dialect.ddl, output.attribute.name))
    : undefined
}

function columnPrinter(
  scope: readonly NamedSource[],
  { dialect }: Printer,
  qualify: (name: string, id: number) => boolean,
): ColumnPrinter {
  const places = new Map(
    scope.flatMap(({ source, alias }) =>
      source.columns.map((column) => [column.id, { source, alias, column }] as const),
    ),
  )
  return (id) => {
    const place = places.get(id)
    if (!place) throw new InternalError(`column ${id} is not in scope`)
    const { source, column } = place
    const alias = quoted(dialect.ddl, place.alias)
    if (source.kind === 'elements')
      return source.position === id
        ? dialect.elements.position(alias)
        : dialect.elements.value(alias, column.type, source.operand.type)
    const name = quoted(dialect.ddl, column.name)
    return fragment(qualify(column.name, id) ? `${alias}.${name}` : name)
  }
}

function isCaptured(block: Select, name: string, id: number): boolean {
  return block.columns.some(
    ({ attribute, expr }) => attribute.name === name && !(expr.kind === 'column' && expr.id === id),
  )
}

function printOutput(
  { attribute, expr }: ColumnStep,
  printed: Fragment,
  sources: readonly NamedSource[],
  dialect: Dialect,
): Fragment {
  const name = quoted(dialect.ddl, attribute.name)
  const plain =
    expr.kind === 'column' &&
    sources.some(
      ({ source }) =>
        source.kind !== 'elements' &&
        source.columns.some((column) => column.id === expr.id && column.name === attribute.name),
    )
  return plain || printed.sql === name ? printed : fragment(`${printed.sql} as ${name}`, printed.bindings)
}

/** A table is called by its own name, a subquery q1, q2 …; a second one of a name gets a number. */
function aliasOf(source: Source, taken: Set<string>, printer: Printer): string {
  if (source.kind !== 'table') printer.subqueries += 1
  const wanted = source.kind === 'table' ? source.table.name : `q${printer.subqueries}`
  const { foldName: fold, maxNameBytes } = printer.dialect.ddl
  // An alias that the engine would cut is another's.
  const stem = Buffer.byteLength(wanted) + '_999'.length > maxNameBytes ? 't' : wanted
  let alias = wanted
  for (let number = 2; taken.has(fold(alias)); number += 1) alias = `${stem}_${number}`
  taken.add(fold(alias))
  return alias
}

function printSource({ source, alias }: NamedSource, printer: Printer): Fragment {
  const { ddl } = printer.dialect
  if (source.kind === 'table') {
    const table =
      (source.table.schema === undefined ? '' : `${quoted(ddl, source.table.schema)}.`) + quoted(ddl, source.table.name)
    return fragment(alias === source.table.name ? table : `${table} as ${quoted(ddl, alias)}`)
  }
  if (source.kind === 'elements') throw new InternalError('elements are joined to what holds them')
  const inner = within(printInner(source, printer), RANK.atom)
  return fragment(`${inner.sql} as ${quoted(ddl, alias)}`, inner.bindings)
}

/** A query, or a function that gives rows, which needs no parentheses. */
function printInner(source: Exclude<Source, { kind: 'table' | 'elements' }>, printer: Printer): Fragment {
  switch (source.kind) {
    case 'query': {
      return { ...printClosed(source.query, printer), rank: RANK.query }
    }
    case 'texts':
      return printTexts(source.texts, printClosed(source.query, printer), printer.dialect)
    case 'values':
      return printer.dialect.values(source.fields, source.rows)
    case 'range':
      return printer.dialect.range(source)
    case 'statement':
      return fragment(source.sql, source.bindings, RANK.query)
    default:
      return source satisfies never
  }
}

/** Whether rows meet other rows anywhere in the query: what an engine learns of some it may tell the others. */
function meetsRows(query: Query): boolean {
  if (query.kind === 'set') return query.inputs.some(meetsRows)
  const asked = [...query.where, ...query.having, ...query.columns.map((column) => column.expr)]
  return (
    query.joins.length > 0 ||
    query.exists.length > 0 ||
    asked.some((expr) => someExpr(expr, (one) => one.kind === 'in')) ||
    sourcesOf(query).some((source) => source.kind === 'query' && meetsRows(source.query))
  )
}

/**
 * A query that others read. What is drawn is drawn once: read twice, or by rows that meet, an engine might compute it again.
 */
function printClosed(query: Query, printer: Printer): Fragment {
  const inner = printSubquery(query, printer)
  if (draws(query)) return closed(inner, 'drawn', printer.dialect)
  const limited = printer.closesLimits && query.kind === 'select' && isLimited(query)
  return limited ? closed(inner, 'limited', printer.dialect) : inner
}

/** The query computed by itself, before anything is asked of its rows. */
function closed({ sql, bindings }: Fragment, word: string, { ddl }: Dialect): Fragment {
  const name = quoted(ddl, word)
  return fragment(`with ${name} as materialized (${sql}) select * from ${name}`, bindings)
}

function printJoin(
  join: JoinedSource,
  named: NamedSource,
  condition: (expr: Expr) => Fragment,
  printer: Printer,
): Fragment {
  const source = printSource(named, printer)
  if (join.on.length === 0) return fragment(`cross join ${source.sql}`, source.bindings)
  const on = chained(join.on.map(condition), 'and', RANK.and)
  return fragment(`${join.how} join ${source.sql} on ${on.sql}`, [...source.bindings, ...on.bindings])
}

function printElements(
  { how }: JoinedSource,
  { operand, position, columns }: Extract<Source, { kind: 'elements' }>,
  { alias }: NamedSource,
  expression: (expr: Expr) => Fragment,
  { dialect }: Printer,
): Fragment {
  return dialect.elements.join(expression(operand), operand.type, {
    alias: quoted(dialect.ddl, alias),
    outer: how === 'left',
    position: columns.some((column) => column.id === position),
  })
}

function printExists({ negated, block }: ExistsCondition, scope: readonly NamedSource[], printer: Printer): Fragment {
  const { sql, bindings } = embedded(printSelect({ ...block, columns: [] }, printer, scope))
  return fragment(`${negated ? 'not ' : ''}exists (${sql})`, bindings, negated ? RANK.not : RANK.atom)
}

/** How many SELECTs a query has: what readers and tests of the compiler count. */
export function countSelects(query: Query): number {
  if (query.kind === 'set') return query.inputs.reduce((sum, input) => sum + countSelects(input), 0)
  const inFrom = sourcesOf(query).map((source) => (source.kind === 'query' ? countSelects(source.query) : 0))
  // EXISTS has a SELECT by its grammar alone.
  const inExists = query.exists.map((exists) => countSelects(exists.block) - 1)
  return [...inFrom, ...inExists].reduce((sum, count) => sum + count, 1)
}
