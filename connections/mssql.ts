/** SQL Server, where MSSQL_URL says: mssql://user:password@host:1433/database. */
import { mssql } from 'millrace/mssql'

export const engine = mssql({ url: process.env.MSSQL_URL ?? 'mssql://localhost:1433/master' })
