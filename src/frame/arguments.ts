/** Reads what users give to verbs: names, columns and functions of columns, into expressions. */
import { describeValue, expressionOf, toCondition } from '../column/expression-column.ts'
import { InvalidArgument } from '../errors/index.ts'
import { call, type Expression, type NamedExpression, outputName } from '../plan/expression.ts'
import type { JoinKind, Relation } from '../plan/relation.ts'
import { columnOf, columnsByName, columnsOf } from './column-access.ts'
import type { How } from './row-types.ts'

const JOIN_KINDS: Readonly<Record<How, JoinKind>> = {
  inner: 'inner',
  cross: 'cross',
  left: 'left',
  leftouter: 'left',
  left_outer: 'left',
  right: 'right',
  rightouter: 'right',
  right_outer: 'right',
  full: 'full',
  outer: 'full',
  fullouter: 'full',
  full_outer: 'full',
  semi: 'semi',
  leftsemi: 'semi',
  left_semi: 'semi',
  anti: 'anti',
  leftanti: 'anti',
  left_anti: 'anti',
}

export function joinKind(how: unknown): JoinKind {
  const kind = typeof how === 'string' && Object.hasOwn(JOIN_KINDS, how) ? JOIN_KINDS[how as How] : undefined
  if (kind) return kind
  throw new InvalidArgument(`join knows no kind ${describeValue(how)}`, {
    hint: `kinds are ${Object.keys(JOIN_KINDS).join(', ')}`,
  })
}

/** Calls a function of the frame's columns, or gives the value back. */
export function applied(frame: Relation, value: unknown): unknown {
  return typeof value === 'function' ? value(columnsOf(frame)) : value
}

/** A column or the name of one. */
export function namedColumn(frame: Relation, value: unknown, verb: string): Expression {
  if (typeof value === 'string') return expressionOf(columnOf(frame, value)) as Expression
  const expression = expressionOf(value)
  if (!expression || expression.kind === 'sort') {
    throw new InvalidArgument(`${verb} takes names and columns, not ${describeValue(value)}`)
  }
  if (outputName(expression) === undefined) {
    throw new InvalidArgument(`${verb}: a computed column needs a name`, { hint: "add .as('name') to it" })
  }
  return expression
}

/** The columns of `select` and `groupBy`: names and columns one by one, or one function that gives a list. */
export function namedColumns(frame: Relation, values: readonly unknown[], verb: string): readonly Expression[] {
  const given = values.flatMap((value) => {
    const result = applied(frame, value)
    return Array.isArray(result) ? result : [result]
  })
  return given.map((value) => namedColumn(frame, value, verb))
}

/** An object of columns by name, or a function that gives one. */
export function columnRecord(frame: Relation, value: unknown, verb: string): readonly NamedExpression[] {
  const record = applied(frame, value)
  if (typeof record !== 'object' || record === null || Array.isArray(record) || expressionOf(record)) {
    throw new InvalidArgument(
      `${verb} takes an object of columns, or a function that gives one, not ${describeValue(record)}`,
      {
        hint: `write ${verb}((o) => ({ total: sum(o.amount) }))`,
      },
    )
  }
  return Object.entries(record).map(([name, column]) => ({
    name,
    expression: columnValue(frame, column, `${verb}: ${name}`),
  }))
}

/** A computed column: a column, or a function of the frame's columns that gives one. */
export function columnValue(frame: Relation, value: unknown, where: string): Expression {
  const result = applied(frame, value)
  const expression = expressionOf(result)
  if (!expression || expression.kind === 'sort') {
    const hint =
      typeof result === 'string'
        ? `write col(${JSON.stringify(result)}) for the column, lit(${JSON.stringify(result)}) for the text`
        : 'for a constant write lit(…)'
    throw new InvalidArgument(`${where} needs a column, not ${describeValue(result)}`, { hint })
  }
  return expression.kind === 'alias' ? expression.operand : expression
}

/** The conditions of `filter`, all of which must hold. */
export function conditions(frame: Relation, values: readonly unknown[], verb: string): Expression {
  if (values.length === 0) throw new InvalidArgument(`${verb} takes at least one condition`)
  const all = values.map((value) => toCondition(applied(frame, value), verb))
  return all.length === 1 ? (all[0] as Expression) : call('and', all)
}

/** A condition on columns by name, from a function of them. */
export function namedCondition(value: unknown, where: string): Expression {
  return toCondition(typeof value === 'function' ? value(columnsByName()) : value, where)
}

/** The keys of `orderBy`: names, columns, sort orders, or functions that give one or several. */
export function sortKeys(frame: Relation, values: readonly unknown[]): readonly Expression[] {
  const given = values.flatMap((value) => {
    const result = applied(frame, value)
    return Array.isArray(result) ? result : [result]
  })
  if (given.length === 0) throw new InvalidArgument('orderBy takes at least one key')
  return given.map((key): Expression => {
    const expression = typeof key === 'string' ? expressionOf(columnOf(frame, key)) : expressionOf(key)
    if (!expression)
      throw new InvalidArgument(`orderBy takes names, columns and sort orders, not ${describeValue(key)}`)
    if (expression.kind === 'sort') return expression
    return { kind: 'sort', operand: expression, direction: 'asc', nulls: undefined }
  })
}

/** Names of columns, given as strings. */
export function nameList(values: readonly unknown[], verb: string): readonly string[] {
  return values.map((value) => {
    if (typeof value === 'string') return value
    throw new InvalidArgument(`${verb} takes names, not ${describeValue(value)}`)
  })
}

/** The texts of `selectExpr`. */
export function textList(values: readonly unknown[]): readonly string[] {
  if (values.length === 0) throw new InvalidArgument("selectExpr takes at least one text: selectExpr('a + 1 as b')")
  return values.map((value) => {
    if (typeof value === 'string' && value.trim() !== '') return value
    const hint = expressionOf(value) ? 'columns go to select(…)' : undefined
    throw new InvalidArgument(`selectExpr takes SQL texts, not ${describeValue(value)}`, { hint })
  })
}

export function rowCount(value: unknown, verb: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new InvalidArgument(`${verb} takes a whole number of rows from 0, not ${describeValue(value)}`)
}
