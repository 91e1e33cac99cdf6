/** One of several values, chosen by what a column of constants says: how `stack` and `unpivot` make one column of several. */
import { type FunctionEntry, functionEntry } from '../functions/entry.ts'
import type { LiteralValue } from '../plan/expression.ts'
import { type SqlType, types } from '../plan/type.ts'
import { commonType } from '../plan/type-rules.ts'
import { mismatch } from './literals.ts'
import { asType } from './meeting.ts'
import { type Attribute, columnExpr, type Expr } from './resolved.ts'

interface Option {
  /** Said by the column where this one is chosen. */
  readonly when: LiteralValue
  readonly expr: Expr
  /** What an error calls it. */
  readonly where: string
}

/** @throws TypeMismatch where the options do not meet in one type. */
export function chosenBy(column: Attribute, options: readonly Option[]): Expr {
  let type: SqlType = types.void
  for (const { expr, where } of options) {
    const met = commonType(type, expr.type)
    if (!met) throw mismatch(where, type, expr.type)
    type = met
  }
  const branches = options.map(({ when, expr, where }) => ({
    when: {
      kind: 'call' as const,
      fn: functionEntry('eq') as FunctionEntry,
      args: [columnExpr(column), { kind: 'literal' as const, value: when, type: column.type, nullable: false }],
      type: types.boolean,
      nullable: false,
    },
    then: asType(expr, type, where),
  }))
  return { kind: 'case', branches, otherwise: undefined, type, nullable: options.some(({ expr }) => expr.nullable) }
}
