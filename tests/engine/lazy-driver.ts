/** Makes an engine of each kind and tells which drivers are loaded; then uses one, and tells again. */
import { createRequire } from 'node:module'
import { duckdb } from '../../src/engine/duckdb/index.ts'
import { mssql } from '../../src/engine/mssql/index.ts'
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'

const { cache } = createRequire(import.meta.url)
const loaded = () =>
  ['better-sqlite3', 'pg', 'tedious', 'mssql', '@duckdb'].filter((name) =>
    Object.keys(cache).some((file) => file.includes(`/node_modules/${name}/`)),
  )

postgres({ url: 'postgres://localhost/none' })
mssql({ host: 'localhost' })
duckdb({ file: ':memory:' })
const engine = sqlite({ file: ':memory:' })
process.send?.(loaded())
await engine.describe()
await engine.close()
process.send?.(loaded())
process.disconnect()
