import { expect, test } from 'vitest'
import { InvalidArgument, Session, UnknownTable } from '../../src/index.ts'
import { inEveryShop } from './shop.ts'

const OWN_SCHEMA = { sqlite: 'main', postgres: 'public', duckdb: 'main' } as const

inEveryShop((shop) => {
  test('listTables: tables and views, by name', async () => {
    const { session, orders, database } = shop
    await orders.select('id').writeView('ids')
    const schema = OWN_SCHEMA[database.dialect]
    expect(await session.catalog.listTables()).toEqual([
      { schema, name: 'customers', kind: 'table' },
      { schema, name: 'ids', kind: 'view' },
      { schema, name: 'orders', kind: 'table' },
    ])
    expect(await session.catalog.listTables(schema)).toHaveLength(3)
    expect(await session.catalog.listTables('nowhere')).toEqual([])
    expect(await new Session(database.engine, { schema: 'nowhere' }).catalog.listTables()).toEqual([])
  })

  test('listColumns: names, types as schemas write them, nullability', async () => {
    const { session, orders } = shop
    expect(await session.catalog.listColumns('orders')).toEqual([
      { name: 'id', type: 'long', nullable: false },
      { name: 'customer_id', type: 'long', nullable: true },
      { name: 'status', type: 'string', nullable: true },
      { name: 'total', type: 'double', nullable: true },
      { name: 'placed', type: 'date', nullable: true },
    ])
    await orders.select((o) => [o.id, o.id.cast('decimal(12,2)').as('a.b')]).write('a "table" with.dots')
    expect(await session.catalog.listColumns('"a ""table"" with.dots"')).toEqual([
      { name: 'id', type: 'long', nullable: false },
      { name: 'a.b', type: 'decimal(12,2)', nullable: false },
    ])
    const failure = session.catalog.listColumns('order')
    await expect(failure).rejects.toThrow(UnknownTable)
    await expect(failure).rejects.toMatchObject({ hint: expect.stringContaining('Did you mean "orders"?') })
  })

  test('an engine describes all tables with one query', async () => {
    const { engine } = shop.database
    let queries = 0
    const counting = new Proxy(engine, {
      get(target, key) {
        if (key === 'query') queries += 1
        return Reflect.get(target, key)
      },
    })
    const described = await engine.describeTables(counting)
    expect(queries).toBe(1)
    const orders = described.find(({ name }) => name === 'orders')
    const info = await engine.tableInfo({ schema: undefined, name: 'orders' })
    expect(orders).toMatchObject({ ...info, isDefault: true })
  })

  test('tableExists', async () => {
    const { catalog } = shop.session
    const schema = OWN_SCHEMA[shop.database.dialect]
    const asked = ['orders', `${schema}.orders`, 'Orders', 'nothing', 'nowhere.orders', '']
    expect(await Promise.all(asked.map((name) => catalog.tableExists(name)))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(() => catalog.tableExists(3 as never)).toThrow(InvalidArgument)
  })

  test('inside a transaction it sees what the transaction made', async () => {
    await shop.session.transaction(async (tx) => {
      await tx.range(2).write('two')
      expect(await tx.catalog.tableExists('two')).toBe(true)
    })
    expect(await shop.session.catalog.tableExists('two')).toBe(true)
  })
})
