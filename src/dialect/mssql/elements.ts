import { UnsupportedOnDialect } from '../../errors/index.ts'
import type { Elements } from '../dialect.ts'

const refused = (): never => {
  throw new UnsupportedOnDialect('explode and stack are not supported on SQL Server', {
    hint: 'unpivot(…) stacks columns; for the elements of a document use session.sql and CROSS APPLY OPENJSON',
  })
}

/** SQL Server has no arrays: there are no elements to join. */
export const mssqlElements: Elements = { join: refused, position: refused, value: refused }
