import { beforeAll, expect, test } from 'vitest'
import { onEveryEngine } from '../support/databases.ts'

const statement = (sql: string, ...bindings: unknown[]) => ({ sql, bindings })

const TITLES = { sqlite: 'SQLite', postgres: 'PostgreSQL', duckdb: 'DuckDB' }

/** `?` as the driver of the dialect wants it. */
const bound = (dialect: string, type: string) => (dialect === 'sqlite' ? '?' : `$1::${type}`)

onEveryEngine((database) => {
  const { dialect } = database
  // DuckDB works in vectors of 2,048 rows and hands them on as they are.
  const batches = dialect === 'duckdb' ? [2048, 2048, 904] : [500, 500, 200]
  const total = batches.reduce((sum, size) => sum + size, 0)
  beforeAll(async () => {
    await database.engine.execute(statement('CREATE TABLE numbers (n bigint NOT NULL)'))
    const series = `WITH RECURSIVE s AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM s WHERE n < ${total}) SELECT n FROM s`
    const { rowsAffected } = await database.engine.execute(statement(`INSERT INTO numbers ${series}`))
    expect(rowsAffected).toBe(total)
  })

  test('says what answered', async () => {
    const description = await database.engine.describe()
    expect(description.engine).toBe(TITLES[dialect])
    expect(description.version).toMatch(/^\d+\.\d+/)
    expect(description.database).toContain('test')
  })

  test('rows are arrays: columns of one name do not swallow each other', async () => {
    const { columns, rows } = await database.engine.query(
      statement('SELECT 1.5e0 AS a, NULL AS b, CAST(2.5 AS double precision) AS a'),
    )
    expect(columns).toEqual(['a', 'b', 'a'])
    expect(rows.map((row) => row.map((value) => (value === null ? null : Number(value))))).toEqual([[1.5, null, 2.5]])
  })

  test('64-bit integers are exact, in and out', async () => {
    for (const value of [9007199254740993n, -(2n ** 63n), 2n ** 63n - 1n]) {
      const { rows } = await database.engine.query(statement(`SELECT ${bound(dialect, 'bigint')} AS n`, value))
      expect(String(rows[0]?.[0])).toBe(String(value))
    }
  })

  test('bytes go in and come out', async () => {
    const bytes = new Uint8Array([0, 1, 255])
    const { rows } = await database.engine.query(statement(`SELECT ${bound(dialect, 'bytea')} AS b`, bytes))
    expect(Buffer.from(rows[0]?.[0] as Uint8Array)).toEqual(Buffer.from(bytes))
  })

  test('streams in batches, and stops when the reader does', async () => {
    const sizes: number[] = []
    for await (const batch of database.engine.stream(statement('SELECT n FROM numbers ORDER BY n')))
      sizes.push(batch.length)
    expect(sizes).toEqual(batches)
    // More streams broken off than the pool has connections: each gives its own back.
    for (let round = 0; round < 6; round += 1) {
      for await (const batch of database.engine.stream(statement('SELECT n FROM numbers'))) {
        expect(batch).toHaveLength(batches[0] as number)
        break
      }
    }
    expect(
      (await database.engine.query(statement('SELECT count(*) FROM numbers'))).rows.map((row) => Number(row[0])),
    ).toEqual([total])
  })

  test('a stream inside a transaction leaves room for other statements of it', async () => {
    await database.engine.transaction(async (transaction) => {
      let seen = 0
      for await (const batch of transaction.stream(statement('SELECT n FROM numbers'))) {
        seen += batch.length > 0 ? 1 : 0
      }
      expect(seen).toBe(3)
      expect((await transaction.query(statement('SELECT count(*) FROM numbers'))).rows).toHaveLength(1)
    })
  })

  test('a transaction commits, or rolls back with the body’s own error', async () => {
    const count = async () =>
      Number((await database.engine.query(statement('SELECT count(*) FROM numbers'))).rows[0]?.[0])
    const insert = statement('INSERT INTO numbers VALUES (-1)')
    const mine = new Error('mine')
    await expect(
      database.engine.transaction(async (transaction) => {
        await transaction.execute(insert)
        throw mine
      }),
    ).rejects.toBe(mine)
    expect(await count()).toBe(total)
    const result = await database.engine.transaction(async (transaction) => {
      await transaction.execute(insert)
      await transaction.knex('numbers').insert({ n: -2 })
      return 'done'
    })
    expect(result).toBe('done')
    expect(await count()).toBe(total + 2)
    await database.engine.execute(statement('DELETE FROM numbers WHERE n < 0'))
  })

  test('plain Knex works on the same pool, transactions too', async () => {
    await database.engine.knex.transaction((trx) => trx('numbers').insert({ n: -5 }))
    expect(await database.engine.knex('numbers').where('n', '<', 0).select('n').first()).toEqual({
      n: { sqlite: -5, postgres: '-5', duckdb: -5n }[dialect],
    })
    expect(await database.engine.knex('numbers').where('n', '<', 0).delete()).toBe(1)
  })

  test('a transaction of plain Knex may be held by hand', async () => {
    const trx = await database.engine.knex.transaction()
    await trx('numbers').insert({ n: -7 })
    await trx.rollback()
    const other = await database.engine.knex.transaction()
    await other('numbers').insert({ n: -8 })
    await other.commit()
    const { rows } = await database.engine.query(statement('SELECT n FROM numbers WHERE n < 0'))
    expect(rows.map((row) => Number(row[0]))).toEqual([-8])
    await database.engine.execute(statement('DELETE FROM numbers WHERE n < 0'))
  })

  test('writers of one thread wait for each other, transactions and single statements alike', async () => {
    await database.engine.execute(statement('CREATE TABLE counter (n bigint)'))
    await database.engine.execute(statement('INSERT INTO counter VALUES (0)'))
    const add = statement('UPDATE counter SET n = n + 1')
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        index % 3 === 0
          ? database.engine.execute(add)
          : index % 3 === 1
            ? database.engine.transaction((transaction) => transaction.execute(add))
            : database.engine.knex.raw(add.sql),
      ),
    )
    expect((await database.engine.query(statement('SELECT n FROM counter'))).rows.map((row) => Number(row[0]))).toEqual(
      [30],
    )
  })

  test('the catalogue: tables, columns, what is not there', async () => {
    await database.engine.execute(statement('CREATE VIEW few AS SELECT n, n + 1 AS next FROM numbers WHERE n < 5'))
    const named = (name: string, schema?: string) => ({ schema, name })
    const schema = dialect === 'postgres' ? 'public' : 'main'
    expect(await database.engine.tableInfo(named('numbers'))).toEqual({
      kind: 'table',
      schema,
      fields: [{ name: 'n', type: { kind: 'long' }, nullable: false }],
    })
    expect(await database.engine.tableInfo(named('few', schema))).toMatchObject({
      kind: 'view',
      fields: [
        { name: 'n', type: { kind: 'long' } },
        { name: 'next', type: { kind: 'long' } },
      ],
    })
    for (const missing of [
      named('number'),
      named('Numbers'),
      named(''),
      named('a\0b'),
      named('numbers', 'nowhere'),
      named('x'.repeat(200)),
    ]) {
      expect(await database.engine.tableInfo(missing)).toBeUndefined()
    }
    const names = (await database.engine.listTables(undefined)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['few', 'numbers']))
    expect(await database.engine.listTables('nowhere')).toEqual([])
  })

  test('the columns of any query, with bindings', async () => {
    const fields = await database.engine.describeQuery(
      statement(
        `SELECT n, ${bound(dialect, 'text')} AS t, CAST(n * 1.5e0 AS double precision) AS x FROM numbers -- all`,
        'x',
      ),
    )
    expect(fields.map((field) => [field.name, field.type.kind])).toEqual([
      ['n', 'long'],
      ['t', 'string'],
      ['x', 'double'],
    ])
    await expect(database.engine.describeQuery(statement('SELECT nothing FROM numbers'))).rejects.toMatchObject({
      code: 'DatabaseError',
    })
  })

  test('a failed statement tells its SQL beside the message, not in it', async () => {
    const failing = statement(`SELECT ${bound(dialect, 'text')} FROM nowhere`, 'secret')
    const error = await database.engine.query(failing).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'DatabaseError', sql: failing.sql, bindings: ['secret'], transient: false })
    expect(String(error)).toContain('nowhere')
    expect(String(error)).not.toContain('secret')
  })

  test('overflow is ValueOutOfRange', async () => {
    const overflow = 'SELECT sum(n) FROM (SELECT 9223372036854775807 AS n UNION ALL SELECT 1) AS two'
    const sql = dialect === 'sqlite' ? overflow : `SELECT (${overflow})::bigint`
    await expect(database.engine.query(statement(sql))).rejects.toMatchObject({ code: 'ValueOutOfRange' })
  })

  test('an aborted signal refuses the next statement', async () => {
    await expect(database.engine.query(statement('SELECT 1'), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'StatementCancelled',
    })
  })
})
