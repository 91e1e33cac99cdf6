/** What a schema says of a table is what the table has: before any SQL where the catalogue tells, else where a row comes. */
import { describe, expect, test } from 'vitest'
import { Session, schema, TypeMismatch, UnexpectedNull, UnknownColumn } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'

onEveryEngine((database) => {
  const ran: string[] = []
  const session = () => {
    const { engine } = database
    const query: typeof engine.query = (statement, options) => {
      ran.push(statement.sql)
      return engine.query(statement, options)
    }
    return new Session(new Proxy(engine, { get: (of, name) => (name === 'query' ? query : Reflect.get(of, name)) }))
  }
  const fill = async () => {
    await session().createDataFrame(
      [{ id: 1, small: 2, note: 'a', day: '2024-02-29', total: '1.50', ratio: 0.5, at: new Date(0), ok: true, tags: ['x'] }, { id: 2 }],
      schema({ id: 'long', small: 'int?', note: 'string?', day: 'date?', total: 'decimal(9,2)?', ratio: 'double?', at: 'timestamp?', ok: 'boolean?', tags: 'array<string>?' }),
    ).write('declared', { mode: 'overwrite' }) // biome-ignore format: one glance
    ran.length = 0
  }

  test('the same types, and those that read as them, are believed', async () => {
    await fill()
    const same = schema({ id: 'long', total: 'decimal(9,2)?', tags: 'array<string>?', at: 'timestamp?' })
    expect(await session().table('declared', same).orderBy('id').first()).toStrictEqual({
      id: 1,
      total: '1.50',
      tags: ['x'],
      at: new Date(0),
    })
    const alike = schema({ id: 'int', small: 'long?', total: 'decimal(20,4)?', ratio: 'float?' })
    expect(await session().table('declared', alike).orderBy('id').first()).toStrictEqual({
      id: 1,
      small: 2,
      total: '1.5000',
      ratio: 0.5,
    })
  })

  describe('what the table does not have is refused before any SQL of the query', () => {
    test('a column', async () => {
      await fill()
      const wrong = session().table('declared', schema({ id: 'long', totl: 'decimal(9,2)?' }))
      const failure = await wrong.collect().catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(UnknownColumn)
      expect(failure).toMatchObject({
        message: 'the schema given for declared has a column "totl" that the table has not',
        hint: expect.stringContaining('Did you mean "total"?'),
      })
      expect(ran.filter((sql) => /from "declared"/.test(sql))).toEqual([])
    })

    test.each([
      ['a text as a number', { note: 'long?' }, '"note" is long, and in the table it is string'],
      ['a number as a text', { id: 'string' }, '"id" is string, and in the table it is long'],
      ['bytes', { note: 'binary?' }, '"note" is binary, and in the table it is string'],
    ] as const)('%s', async (_, wrong, message) => {
      await fill()
      const failure = await session()
        .table('declared', schema(wrong))
        .collect()
        .catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(TypeMismatch)
      expect((failure as Error).message).toBe(`the schema given for declared says that ${message}`)
      expect(ran.filter((sql) => /from "declared"/.test(sql))).toEqual([])
    })

    // SQLite's columns hold what they are given: a date is a text there, a boolean a number.
    test.skipIf(database.dialect === 'sqlite').each([
      ['a date as a moment', { day: 'timestamp?' }],
      ['a text as a date', { note: 'date?' }],
      ['a boolean as a number', { ok: 'int?' }],
      ['a whole number as a fraction', { id: 'double' }],
      ['a decimal with fewer digits', { total: 'decimal(9,1)?' }],
      ['the elements of an array', { tags: 'array<long>?' }],
    ] as const)('%s', async (_, wrong) => {
      await fill()
      await expect(session().table('declared', schema(wrong)).collect()).rejects.toThrow(TypeMismatch)
    })
  })

  test('a NULL where the schema allows none is an error that names the column', async () => {
    await fill()
    const frame = session().table('declared', schema({ id: 'long', note: 'string' }))
    await expect(frame.collect()).rejects.toThrow(UnexpectedNull)
    await expect(frame.collect()).rejects.toThrow('column "note": there is a NULL, where none can be')
    await expect(frame.select((c) => [c.id.plus(1).as('next'), c.note]).collect()).rejects.toThrow(UnexpectedNull)
    expect(await frame.filter((c) => c.id.eq(1)).collect()).toStrictEqual([{ id: 1, note: 'a' }])
  })

  test('a table that has changed since is looked at again', async () => {
    await session()
      .createDataFrame([{ x: 1 }])
      .write('changing', { mode: 'overwrite' })
    const reader = session()
    expect(await reader.table('changing', schema({ x: 'long' })).count()).toBe(1)
    await session()
      .createDataFrame([{ x: 'text' }])
      .write('changing', { mode: 'overwrite' })
    expect(await reader.table('changing', schema({ x: 'string' })).collect()).toStrictEqual([{ x: 'text' }])
  })
})
