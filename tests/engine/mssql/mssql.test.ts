import { inspect } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import type { Engine } from '../../../src/engine/engine.ts'
import { mssql } from '../../../src/engine/mssql/index.ts'
import { startTdsServer, TdsError, type TdsServer } from '../../support/tds-server.ts'

const PASSWORD = 'tops3cret'
const statement = (sql: string, ...bindings: unknown[]) => ({ sql, bindings })

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function connect(
  handler: Parameters<typeof startTdsServer>[0],
  options = {},
): Promise<{ engine: Engine; server: TdsServer }> {
  const server = await startTdsServer(handler, options)
  const engine = mssql({ url: `mssql://anna:${PASSWORD}@127.0.0.1:${server.port}/shop?encrypt=false` })
  closing.push(
    () => server.close(),
    () => engine.close(),
  )
  return { engine, server }
}

test('says what answered', async () => {
  const { engine } = await connect(() => ({ columns: ['', '', ''], rows: [['16.0.1000.6', 'shop', 'anna']] }))
  expect(await engine.describe()).toEqual({
    engine: 'SQL Server',
    version: '16.0.1000.6',
    database: 'shop',
    user: 'anna',
  })
})

test('rows are arrays, bindings are parameters, bigint is exact', async () => {
  const { engine, server } = await connect(() => ({
    columns: ['a', 'a'],
    rows: [
      [9007199254740993n, 'x'],
      [null, null],
    ],
  }))
  const answer = await engine.query(statement('SELECT @p0, @p1, @p2, @p3', 2n ** 60n, 'text', 1.5, true))
  expect(answer).toEqual({
    columns: ['a', 'a'],
    rows: [
      ['9007199254740993', 'x'],
      [null, null],
    ],
  })
  expect(server.log.at(-1)).toMatchObject({
    sql: 'SELECT @p0, @p1, @p2, @p3',
    parameters: [2n ** 60n, 'text', 1.5, true],
  })
  expect(await (await connect(() => ({ rowsAffected: 7 }))).engine.execute(statement('DELETE FROM t'))).toEqual({
    rowsAffected: 7,
  })
})

test('streams in batches', async () => {
  const rows = Array.from({ length: 1200 }, (_, index) => [BigInt(index)])
  const { engine } = await connect(() => ({ columns: ['n'], rows }))
  const seen: unknown[] = []
  for await (const batch of engine.stream(statement('SELECT n'))) {
    expect(batch.length).toBeLessThanOrEqual(500)
    seen.push(...batch.map((row) => row[0]))
  }
  expect(seen).toEqual(rows.map(([n]) => String(n)))
})

test('the statements of a transaction run on its connection, also at once; others on another', async () => {
  const { engine, server } = await connect(() => ({ columns: ['x'], rows: [['1']] }))
  await engine.transaction(async (transaction) => {
    const inside = ['a', 'b', 'c'].map((sql) => transaction.query(statement(sql)))
    await Promise.all([...inside, engine.query(statement('outside'))])
  })
  const connectionOf = (sql: string) => server.log.find((entry) => entry.sql === sql)?.connection
  const own = connectionOf('BEGIN')
  expect(['a', 'b', 'c', 'COMMIT'].map(connectionOf)).toEqual([own, own, own, own])
  expect(connectionOf('outside')).not.toBe(own)
  expect(server.log.filter((entry) => 'abc'.includes(entry.sql)).map((entry) => entry.sql)).toEqual(['a', 'b', 'c'])
})

test('a failed transaction rolls back with the body’s own error', async () => {
  const { engine, server } = await connect(() => ({}))
  const mine = new Error('mine')
  await expect(engine.transaction(() => Promise.reject(mine))).rejects.toBe(mine)
  expect(server.log.map((entry) => entry.sql)).toContain('ROLLBACK')
})

test.each([
  [1205, 'deadlock victim', { code: 'DatabaseError', transient: true, sqlState: '1205' }],
  [208, "Invalid object name 'nowhere'.", { code: 'DatabaseError', transient: false, sqlState: '208' }],
  [8115, 'Arithmetic overflow error', { code: 'ValueOutOfRange' }],
])('error %i: %s', async (number, message, expected) => {
  const { engine } = await connect(() => Promise.reject(new TdsError(number, message)))
  await expect(engine.query(statement('SELECT 1'))).rejects.toMatchObject({ ...expected, message })
})

test('a signal cancels the statement, and the connection goes on', async () => {
  const controller = new AbortController()
  const { engine } = await connect(async (sql, _, cancelled) => {
    if (sql !== 'slow') return { columns: ['x'], rows: [['fine']] }
    controller.abort()
    await cancelled
    return {}
  })
  await expect(engine.query(statement('slow'), { signal: controller.signal })).rejects.toMatchObject({
    code: 'StatementCancelled',
  })
  expect((await engine.query(statement('quick'))).rows).toEqual([['fine']])
})

test('a refused login and a server that is not there, without the password', async () => {
  const { engine } = await connect(() => ({}), { login: false })
  const gone = await connect(() => ({}))
  await gone.server.close()
  closing.splice(-2, 1)
  for (const [failing, words] of [
    [engine, 'login was refused'],
    [gone.engine, 'is not there|refused|connect'],
  ] as const) {
    const error = await failing.describe().then(
      () => undefined,
      (caught: unknown) => caught,
    )
    expect(error).toMatchObject({ code: 'ConnectionFailed', message: expect.stringMatching(/"shop", user "anna"/) })
    expect(String(error)).toMatch(new RegExp(words, 'i'))
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(PASSWORD)
  }
})

test('frames are refused by name, and a bad URL without repeating it', async () => {
  const engine = mssql({ host: 'db.invalid' })
  await expect(engine.tableInfo({ schema: undefined, name: 't' })).rejects.toMatchObject({
    code: 'UnsupportedOnDialect',
  })
  expect(() => mssql({ url: `anna:${PASSWORD}` })).toThrow(
    expect.objectContaining({ code: 'InvalidArgument', message: expect.not.stringContaining(PASSWORD) }),
  )
})
