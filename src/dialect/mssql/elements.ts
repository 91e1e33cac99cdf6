import { UnsupportedOnDialect } from '../../errors/index.ts'
import type { Elements } from '../dialect.ts'

const refused = (): never => {
  throw new UnsupportedOnDialect('explode is not supported on SQL Server', {
    hint: 'read the elements with session.sql and CROSS APPLY OPENJSON',
  })
}

/** SQL Server has no arrays: there are no elements to join. */
export const mssqlElements: Elements = { join: refused, position: refused, value: refused }
