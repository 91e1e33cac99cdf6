import { expect, test } from 'vitest'
import { makeSchemas } from '../../src/materialize/make-schemas.ts'
import { onEveryEngine } from '../support/databases.ts'

onEveryEngine((database) => {
  const isWithout = database.dialect === 'sqlite'
  const quoted = 'dev "of" Zoë'

  test.runIf(isWithout)('an engine without schemas makes none, and says so', async () => {
    const { engine } = database
    expect(await makeSchemas(engine, ['main', 'MAIN'])).toEqual([])
    await expect(makeSchemas(engine, ['dev'])).rejects.toThrow(
      'SQLite has no schemas, and no attached database is named "dev"',
    )
  })

  test.skipIf(isWithout)('schemas that are missing are made, once', async () => {
    const { engine } = database
    expect(await makeSchemas(engine, ['dev', quoted, 'dev'])).toEqual(['dev', quoted])
    expect(await makeSchemas(engine, [quoted, 'dev'])).toEqual([])
    await engine.execute({ sql: 'CREATE TABLE "dev ""of"" Zoë"."t" (a integer)', bindings: [] })
    expect(await engine.listTables(quoted)).toHaveLength(1)
  })

  test.skipIf(isWithout)('two runs at once both have what they need', async () => {
    const { engine, dialect } = database
    const names = Array.from({ length: 8 }, (_, index) => `schema_${index}`)
    await Promise.all([makeSchemas(engine, names), makeSchemas(engine, names), makeSchemas(engine, names)])
    expect(await makeSchemas(engine, names)).toEqual([])
    if (dialect === 'postgres') {
      const { rows } = await engine.query({
        sql: "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'schema\\_%'",
        bindings: [],
      })
      expect(Number(rows[0]?.[0])).toBe(8)
    }
  })

  test.runIf(database.dialect === 'postgres')('a schema that is there needs no right to create one', async () => {
    const { engine } = database
    await engine.execute({ sql: 'CREATE ROLE reader_of_schemas', bindings: [] })
    await engine
      .transaction(async (transaction) => {
        await transaction.execute({ sql: 'SET LOCAL ROLE reader_of_schemas', bindings: [] })
        expect(await makeSchemas({ ...engine, ...transaction }, ['public'])).toEqual([])
        await expect(makeSchemas({ ...engine, ...transaction }, ['of_mine'])).rejects.toThrow(/permission denied/)
      })
      .catch((error: unknown) => {
        // A failed statement ends a transaction of PostgreSQL.
        expect(String(error)).toMatch(/aborted|permission denied/)
      })
    await engine.execute({ sql: 'DROP ROLE reader_of_schemas', bindings: [] })
  })
})
