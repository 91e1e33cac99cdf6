import { once } from 'node:events'
import { createServer } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Engine } from '../../../src/engine/engine.ts'
import { type PostgresOptions, postgres } from '../../../src/engine/postgres/index.ts'
import { formatType } from '../../../src/plan/type.ts'
import { freshDatabase } from '../../support/databases.ts'

const statement = (sql: string, ...bindings: unknown[]) => ({ sql, bindings })
const database = freshDatabase('postgres')

const engines: Engine[] = []
const open = (options: PostgresOptions): Engine => {
  const engine = postgres(options)
  engines.push(engine)
  return engine
}
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close()
})

const execute = (sql: string) => database.engine.execute(statement(sql))
/** The suite's own database, as another user or with other settings. */
const parts = () => {
  const { host, port } = inject('postgres')
  return { host, port, database: new URL('url' in database.options ? database.options.url : '').pathname.slice(1) }
}

describe('connecting', () => {
  const PASSWORD = 'tops3cret'

  async function expectFailure(options: PostgresOptions, ...told: (string | RegExp)[]): Promise<void> {
    const error = await open(options)
      .describe()
      .then(
        () => undefined,
        (caught: unknown) => caught,
      )
    expect(error).toMatchObject({ code: 'ConnectionFailed' })
    for (const words of told) expect(String(error)).toMatch(words)
    // Nowhere: not in the message, the hint, a field or a cause.
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(PASSWORD)
  }

  test('nothing listens', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    server.close()
    await once(server, 'close')
    await expectFailure(
      { url: `postgres://anna:${PASSWORD}@127.0.0.1:${port}/shop` },
      `127.0.0.1:${port}`,
      '"shop"',
      '"anna"',
      'nothing listens',
    )
  })

  test('a server that never answers', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    await expectFailure({ host: '127.0.0.1', port, user: 'anna', password: PASSWORD, connectTimeoutMs: 200 }, 'in time')
    server.close()
  })

  test('no such database, no such user, no such host', async () => {
    const { host, port, user } = inject('postgres')
    await expectFailure(
      { host, port, user, password: PASSWORD, database: 'nowhere' },
      'database "nowhere" does not exist',
    )
    await expectFailure(
      { host, port, user: 'nobody', password: PASSWORD, database: 'postgres' },
      /login was refused.*nobody/,
    )
    await expectFailure({ url: `postgres://anna:${PASSWORD}@no-such-host.invalid/shop` }, /no-such-host\.invalid/)
  })

  test('a URL that is none is refused without repeating it', () => {
    for (const url of [`anna:${PASSWORD}@host`, `mysql://anna:${PASSWORD}@host/db`, '']) {
      expect(() => postgres({ url })).toThrow(
        expect.objectContaining({ code: 'InvalidArgument', message: expect.not.stringContaining(PASSWORD) }),
      )
    }
  })

  test('the server’s own settings do not change answers', async () => {
    const name = parts().database
    await execute(`ALTER DATABASE ${name} SET timezone TO 'America/St_Johns'`)
    await execute(`ALTER DATABASE ${name} SET datestyle TO 'German'`)
    await execute(`ALTER DATABASE ${name} SET bytea_output TO 'escape'`)
    const engine = open({ ...parts(), user: 'postgres' })
    const { rows } = await engine.query(
      statement(`SELECT '2024-02-29'::date, '2024-02-29 13:00+02'::timestamptz, '\\xff00'::bytea`),
    )
    expect(rows).toEqual([['2024-02-29', '2024-02-29 11:00:00+00', Buffer.from([255, 0])]])
  })
})

test('what each type arrives as', async () => {
  const { rows } = await database.engine.query(
    statement(`SELECT true, 1::int2, 2::int4, 9007199254740993, 0.1::float4, 'NaN'::float8, '-Infinity'::float8, 1.50::numeric(5,2),
      'Infinity'::numeric, '2024-02-29'::date, '2024-02-29 13:00:00.123456'::timestamp, '{"a": 1}'::json, '{1,NULL}'::int[], 'x'::text, NULL::int`),
  )
  expect(rows).toEqual([[
    true, 1, 2, '9007199254740993', 0.1, Number.NaN, -Infinity, '1.50', 'Infinity', '2024-02-29', '2024-02-29 13:00:00.123456', '{"a": 1}', '{1,NULL}', 'x', null,
  ]]) // biome-ignore format: one glance
})

test('the catalogue reads every type', async () => {
  await execute(`CREATE TYPE mood AS ENUM ('sad', 'ok')`)
  await execute('CREATE DOMAIN price AS numeric(9,2) NOT NULL')
  const columns = {
    bool: 'boolean', int2: 'short', int4: 'int', int8: 'long', float4: 'float', float8: 'double', 'numeric(12,4)': 'decimal(12,4)',
    numeric: 'decimal(38,18)', 'numeric(3,-2)': 'unknown (numeric(3,-2))', text: 'string', 'varchar(9)': 'string', 'char(3)': 'string', uuid: 'string', mood: 'string', price: 'decimal(9,2)',
    date: 'date', timestamp: 'timestamp', timestamptz: 'timestamp', json: 'json', jsonb: 'json', bytea: 'binary',
    'text[]': 'array<string>', 'numeric(5,1)[]': 'array<decimal(5,1)>', 'mood[]': 'array<string>',
    time: 'unknown (time without time zone)', 'int4range[]': 'unknown (int4range[])', interval: 'unknown (interval)', money: 'unknown (money)',
  } // biome-ignore format: one glance
  await execute(
    `CREATE TABLE every_type (${Object.keys(columns)
      .map((type, index) => `c${index} ${type}`)
      .join(', ')})`,
  )
  const info = await database.engine.tableInfo({ schema: undefined, name: 'every_type' })
  expect(info?.fields.map((field) => formatType(field.type))).toEqual(Object.values(columns))
  const described = await database.engine.describeQuery(statement('SELECT * FROM every_type'))
  expect(described.map((field) => formatType(field.type))).toEqual(Object.values(columns))
})

describe('cancelling', () => {
  test('a signal stops the statement in the server', async () => {
    const controller = new AbortController()
    const running = database.engine.query(statement('SELECT pg_sleep(60), $1::text', 'bound'), {
      signal: controller.signal,
    })
    await waitFor(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep(60)%' AND state = 'active' AND wait_event = 'PgSleep'`,
    )
    controller.abort()
    await expect(running).rejects.toMatchObject({ code: 'StatementCancelled' })
    const left = await database.engine.query(
      statement(
        `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep(60)%' AND state = 'active'`,
      ),
    )
    expect(left.rows).toEqual([['0']])
  })

  test('a signal stops a stream, and the connection is fit for the next statement', async () => {
    const engine = open({ ...parts(), user: 'postgres', pool: 1 })
    const controller = new AbortController()
    const read = async () => {
      for await (const batch of engine.stream(
        statement('SELECT n, pg_sleep(n / 500) FROM generate_series(1, 100000) AS n'),
        { signal: controller.signal },
      )) {
        expect(batch.length).toBeGreaterThan(0)
        controller.abort()
      }
    }
    await expect(read()).rejects.toMatchObject({ code: 'StatementCancelled' })
    expect((await engine.query(statement('SELECT 1'))).rows).toEqual([[1]])
  })

  test('a signal stops a stream while its reader is busy and the server waits', async () => {
    const engine = open({ ...parts(), user: 'postgres', pool: 1 })
    const controller = new AbortController()
    let batches = 0
    const read = async () => {
      const rows = engine.stream(statement('SELECT n FROM generate_series(1, 100000) AS n'), {
        signal: controller.signal,
      })
      for await (const _ of rows) {
        batches += 1
        await waitFor(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT n FROM%' AND wait_event = 'ClientRead'`,
        )
        controller.abort()
      }
    }
    await expect(read()).rejects.toMatchObject({ code: 'StatementCancelled' })
    expect(batches).toBe(1)
    expect((await engine.query(statement('SELECT 1'))).rows).toEqual([[1]])
  })

  /** Asks until the answer has a row; the test's time limit ends the asking. */
  async function waitFor(sql: string): Promise<void> {
    while ((await database.engine.query(statement(sql))).rows.length === 0);
  }
})

describe('errors', () => {
  beforeAll(async () => {
    await execute('CREATE TABLE accounts (id int PRIMARY KEY, amount int NOT NULL)')
    await execute('INSERT INTO accounts VALUES (1, 10), (2, 20)')
  })

  test.each([
    ['an overflow', 'SELECT 2147483647 + 1'],
    ['a bad cast', `SELECT 'twelve'::int`],
    ['a bad date', `SELECT '2023-02-30'::date`],
  ])('%s is ValueOutOfRange', async (_, sql) => {
    await expect(database.engine.query(statement(sql))).rejects.toMatchObject({ code: 'ValueOutOfRange' })
  })

  test('a deadlock is transient', async () => {
    const engine = open({ ...parts(), user: 'postgres', pool: 2 })
    const update = (id: number) => statement(`UPDATE accounts SET amount = amount + 1 WHERE id = ${id}`)
    const locked: (() => void)[] = []
    const both = new Promise<void>((resolve) => {
      let count = 0
      locked.push(() => {
        count += 1
        if (count === 2) resolve()
      })
    })
    const crossing = (first: number, second: number) =>
      engine.transaction(async (transaction) => {
        await transaction.execute(update(first))
        locked[0]?.()
        await both
        await transaction.execute(update(second))
      })
    const outcomes = await Promise.allSettled([crossing(1, 2), crossing(2, 1)])
    const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(failed).toEqual([expect.objectContaining({ code: 'DatabaseError', sqlState: '40P01', transient: true })])
  })

  test('a lost connection is transient, and the next statement gets a new one', async () => {
    const engine = open({ ...parts(), user: 'postgres', pool: 1 })
    const { rows } = await engine.query(statement('SELECT pg_backend_pid()'))
    const lost = engine.query(statement('SELECT pg_sleep(60)'))
    const settled = expect(lost).rejects.toMatchObject({ code: 'DatabaseError', transient: true })
    await database.engine.query(statement(`SELECT pg_terminate_backend(${rows[0]?.[0]})`))
    await settled
    expect((await engine.query(statement('SELECT 1'))).rows).toEqual([[1]])
  })

  test.each([
    ['while it sends', 'SELECT n, pg_sleep(n / 500) FROM generate_series(1, 100000) AS n'],
    ['while it waits', 'SELECT n FROM generate_series(1, 100000) AS n'],
  ])('a stream whose connection is lost %s fails, and the next statement gets a new one', async (_, sql) => {
    const engine = open({ ...parts(), user: 'postgres', pool: 1 })
    const { rows } = await engine.query(statement('SELECT pg_backend_pid()'))
    const read = async () => {
      for await (const batch of engine.stream(statement(sql))) {
        expect(batch.length).toBeGreaterThan(0)
        await database.engine.query(statement(`SELECT pg_terminate_backend(${rows[0]?.[0]}, 10000)`))
      }
    }
    await expect(read()).rejects.toMatchObject({ code: 'DatabaseError', transient: true })
    expect((await engine.query(statement('SELECT 1'))).rows).toEqual([[1]])
  })

  test('a caught failure in a transaction is not swallowed by the commit', async () => {
    const swallowing = database.engine.transaction(async (transaction) => {
      await transaction.execute(statement('UPDATE accounts SET amount = 0'))
      await transaction.execute(statement('INSERT INTO accounts VALUES (1, 1)')).catch(() => undefined)
    })
    await expect(swallowing).rejects.toThrow(/nothing of it was written/)
  })

  test('a missing right says what to grant', async () => {
    await execute('CREATE ROLE guest LOGIN')
    const guest = open({ ...parts(), user: 'guest' })
    await expect(guest.query(statement('SELECT * FROM accounts'))).rejects.toMatchObject({
      sqlState: '42501',
      message: expect.stringContaining('accounts'),
      hint: expect.stringContaining('GRANT'),
    })
    await guest.close()
    await execute('DROP ROLE guest')
  })

  test('a pool with nothing free says so', async () => {
    const engine = open({ ...parts(), user: 'postgres', pool: 1 })
    // Connects, which takes as long as it takes: the limit below is for waiting until a connection comes free.
    await engine.query(statement('SELECT 1'))
    engine.knex.client.pool.acquireTimeoutMillis = 50
    await engine.transaction(async () => {
      await expect(engine.query(statement('SELECT 1'))).rejects.toMatchObject({
        code: 'ConnectionFailed',
        message: expect.stringContaining('came free'),
      })
    })
  })
})

test('the dependents of a table', async () => {
  for (const sql of [
    'CREATE TABLE parent (id int PRIMARY KEY, note text DEFAULT 1, CHECK (id > 0))',
    'CREATE INDEX "by ""note" ON parent (note) WHERE id > 5',
    'CREATE VIEW reads AS SELECT id FROM parent',
    'CREATE MATERIALIZED VIEW keeps AS SELECT id FROM parent',
    'CREATE TABLE child (parent_id int REFERENCES parent (id) ON DELETE CASCADE)',
    `CREATE FUNCTION noop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'`,
    'CREATE TRIGGER watches BEFORE INSERT ON parent FOR EACH ROW EXECUTE FUNCTION noop()',
    'GRANT SELECT ON parent TO PUBLIC',
  ])
    await execute(sql)
  const found = await database.engine.transaction((transaction) =>
    database.engine.dependents({ schema: undefined, name: 'parent' }, transaction),
  )
  expect(found.indexes.map(({ make }) => make)).toEqual([
    'ALTER TABLE public.parent ADD CONSTRAINT parent_pkey PRIMARY KEY (id)',
    'CREATE INDEX "by ""note" ON public.parent USING btree (note) WHERE (id > 5)',
  ])
  expect([...found.blockers].sort((a, b) => a.localeCompare(b))).toEqual([
    'check constraint parent_id_check',
    'default value of column note',
    'foreign key of child',
    'grants to PUBLIC',
    'materialized view keeps',
    'trigger watches',
    'view reads',
  ])
  expect(found.refusals).toEqual(['the foreign key of child says ON DELETE CASCADE'])
})
