/**
 * The entry: `node app.js --help` says what there is. `npm install` compiles this file and connections/ in place.
 *
 * Which connection is used: `--connection NAME`, else the variable MILLRACE_CONNECTION, else the one named here. Each is
 * imported only when it is chosen, and with it its one driver.
 */
import { app } from 'millrace'

await app({
  connections: {
    sqlite: () => import('./connections/sqlite.ts'),
    postgresql: () => import('./connections/postgresql.ts'),
    duckdb: () => import('./connections/duckdb.ts'),
    mssql: () => import('./connections/mssql.ts'),
  },
  connection: 'sqlite',
})
