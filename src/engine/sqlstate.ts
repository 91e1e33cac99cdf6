import type { DatabaseErrorKind } from '../errors/index.ts'

/** SQLSTATEs as PostgreSQL gives them; DuckDB's errors, which have no codes, get those of their kind. */
const KINDS: Readonly<Record<string, DatabaseErrorKind>> = {
  '2BP01': 'dependentObjects',
  '23001': 'foreignKey',
  '23503': 'foreignKey',
  '23505': 'duplicate',
  '42703': 'unknownColumn',
  '42P10': 'noUniqueIndex',
  '42P16': 'viewColumns',
  '42P17': 'circularView',
}

/** What a SQLSTATE objects to. */
export const kindOfSqlState = (sqlState: string | undefined): DatabaseErrorKind | undefined =>
  sqlState === undefined ? undefined : KINDS[sqlState]
