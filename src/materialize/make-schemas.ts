import { dialectOf } from '../dialect/index.ts'
import type { Engine } from '../engine/engine.ts'

/**
 * Creates the schemas that are missing, as a developer's own is before the first run. Those that are there are not
 * touched: that takes no right to create any.
 *
 * @returns the names of those that were made
 * @throws DatabaseError where the user may not create schemas; UnsupportedOnDialect where no statement makes any
 */
export async function makeSchemas(engine: Engine, names: Iterable<string>): Promise<readonly string[]> {
  const made: string[] = []
  const { ddl } = dialectOf(engine.dialect)
  for (const name of new Set(names)) {
    ddl.checkName(name, 'schema')
    if (await engine.schemaExists(name, engine)) continue
    const sql = ddl.createSchema(name)
    try {
      await engine.execute({ sql, bindings: [] })
      made.push(name)
    } catch (error) {
      // Another run may have made it between the two statements.
      if (!(await engine.schemaExists(name, engine))) throw error
    }
  }
  return made
}
