import type { Dialect } from '../dialect.ts'
import { fill, fragment, RANK } from '../fragment.ts'
import { lastOf } from '../shared.ts'
import { booleans } from './booleans.ts'
import { mssqlCast } from './casts.ts'
import { decodeMssql, encodeMssql } from './codec.ts'
import { mssqlDdl } from './ddl.ts'
import { mssqlElements } from './elements.ts'
import { mssqlFunctions } from './functions/index.ts'
import { exactKey } from './keys.ts'
import { isIn, typedBinding, values } from './lists.ts'
import { byCodePoint } from './text.ts'

/** SQL Server 2022 and Azure SQL: what is older has no IS NOT DISTINCT FROM, GREATEST, DATETRUNC, GENERATE_SERIES. */
export const mssql: Dialect = {
  name: 'mssql',
  title: 'SQL Server',
  explain: 'set showplan_text on;',
  capabilities: {
    groupingSets: true,
    countingSetOperations: false,
    exactSetOperations: false,
    rangeDistances: false,
    orderOptional: false,
    mixedExists: true,
    openLimits: true,
    readsFiles: false,
    windowless: new Set(),
  },
  functions: mssqlFunctions,
  ddl: mssqlDdl,
  booleans,
  literal: (value, type, bare) => typedBinding(encodeMssql(value, type, 'literal'), type, bare),
  encode: encodeMssql,
  decode: decodeMssql,
  cast: mssqlCast,
  isIn,
  byCodePoint,
  exactKey,
  // SQL Server's NULLs are least, as Spark's: the other order has a key of its own.
  sortKey: (key, { nullable, direction, nulls }) => {
    const usual = direction === 'asc' ? 'first' : 'last'
    const placed =
      nullable && nulls !== usual
        ? `case when $1 is null then ${nulls === 'first' ? '0 else 1' : '1 else 0'} end, `
        : ''
    return fill(`${placed}$1${direction === 'desc' ? ' desc' : ''}`, [{ ...key, rank: RANK.atom }])
  },
  elements: mssqlElements,
  values,
  range: (numbers) => {
    const bounds = lastOf(numbers).map((bound) => fragment('cast(? as bigint)', [bound]))
    return fill('select value as id from generate_series($*)', bounds, RANK.query)
  },
}
