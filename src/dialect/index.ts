import { didYouMean, InvalidArgument, listNames, shorten } from '../errors/index.ts'
import type { DialectName } from '../plan/dialect-name.ts'
import type { Dialect } from './dialect.ts'
import { duckdb } from './duckdb/index.ts'
import { mssql } from './mssql/index.ts'
import { postgres } from './postgres/index.ts'
import { sqlite } from './sqlite/index.ts'

const DIALECTS: Readonly<Record<DialectName, Dialect>> = { sqlite, postgres, duckdb, mssql }

/** All of them, those with engines first. */
export const dialectNames = Object.keys(DIALECTS) as readonly DialectName[]

const isName = (name: string): name is DialectName => Object.hasOwn(DIALECTS, name)

/** The dialect of a name, which engines have too. @throws InvalidArgument with the nearest names. */
export function dialectOf(name: string): Dialect {
  if (isName(name)) return DIALECTS[name]
  throw new InvalidArgument(`there is no dialect ${JSON.stringify(shorten(String(name)))}`, {
    hint: [didYouMean(String(name), dialectNames), `There are ${listNames(dialectNames)}.`].filter(Boolean).join(' '),
  })
}
