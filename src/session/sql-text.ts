import { compile, toStatement } from '../compiler/compile.ts'
import { formatSql } from '../compiler/format-sql.ts'
import { dialectOf } from '../dialect/index.ts'
import { printingKnex } from '../engine/printing.ts'
import { UnsupportedOnDialect } from '../errors/index.ts'
import type { SqlOptions, SqlText } from '../frame/options.ts'
import { type Relation, walkRelations } from '../plan/relation.ts'
import type { SessionScope } from './scope.ts'

/** A frame's SQL in a dialect's words, the session's own or another's. */
export function sqlText(
  scope: SessionScope,
  relation: Relation,
  { dialect: name, pretty = false }: SqlOptions,
): SqlText {
  const own = scope.engine.dialect
  const { sql, bindings } =
    name === undefined || name === own ? scope.statement(relation) : inDialect(scope, relation, name)
  return { sql: pretty ? formatSql(sql) : sql, bindings }
}

function inDialect(scope: SessionScope, relation: Relation, name: string): SqlText {
  const dialect = dialectOf(name)
  if ([...walkRelations(relation)].some(({ kind }) => kind === 'statement' || kind === 'selectExpr')) {
    throw new UnsupportedOnDialect(`the frame holds SQL text of its own, which is not written for ${dialect.title}`, {
      hint: 'frames of session.sql, fromKnex and selectExpr speak the language of the session’s database alone',
    })
  }
  return toStatement(compile(scope.plan(relation), dialect, printingKnex(dialect.name)))
}
