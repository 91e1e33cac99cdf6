import { expect, test } from 'vitest'
import type { TypeName, TypeOf } from '../../src/column/values.ts'
import { fieldsOf, schemaOf } from '../../src/frame/schema.ts'
import { type Cols, type Column, type DataFrame, Session, schema } from '../../src/index.ts'
import type { TestDatabase } from '../support/databases.ts'

export type Types = Readonly<Record<string, TypeName | `${TypeName}?`>>
export type RowOf<S extends Types> = { -readonly [K in keyof S]: TypeOf<S[K]> }
type Values = readonly (readonly unknown[])[]
type Build<S extends Types> = (columns: Cols<RowOf<S>>) => Readonly<Record<string, Column<unknown>>>

/** A class of errors. */
// biome-ignore lint/suspicious/noExplicitAny: whatever its constructor takes
export type ErrorClass = new (...args: any[]) => Error

/** Hidden column that keeps the order of the rows. */
const PLACE = 'place of the row'

/** A frame of rows given as arrays. */
export function frameOf<const S extends Types>(session: Session, types: S, rows: Values): DataFrame<RowOf<S>> {
  const names = Object.keys(types)
  const objects = rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])))
  return session.createDataFrame(objects, schema(types) as never) as never
}

/** What expressions give over rows, in the order of the rows. */
export async function evaluate<const S extends Types>(
  session: Session,
  types: S,
  rows: Values,
  build: Build<S>,
): Promise<Record<string, unknown[]>> {
  const names = Object.keys(types)
  const fields = [...(fieldsOf(schema(types)) ?? []), { name: PLACE, type: { kind: 'int' }, nullable: false } as const]
  const objects = rows.map((row, place) => ({
    ...Object.fromEntries(names.map((name, index) => [name, row[index]])),
    [PLACE]: place,
  }))
  const frame = session.createDataFrame(objects, schemaOf(fields) as never) as unknown as DataFrame
  const columns = Object.fromEntries(names.map((name) => [name, frame.col(name)]))
  const built = build(columns as never)
  const found = await frame
    .select(frame.col(PLACE), ...Object.entries(built).map(([name, column]) => column.as(name)))
    .orderBy(PLACE)
    .collect()
  return Object.fromEntries(Object.keys(built).map((name) => [name, found.map((row) => row[name])]))
}

/** The tests that suites of cases are made of, on one database. */
export function casesOn(database: TestDatabase) {
  const session = () => new Session(database.engine)
  return {
    session,
    /** The expressions give exactly these values, by column and in the order of the rows. */
    gives<const S extends Types>(
      name: string,
      types: S,
      rows: Values,
      build: Build<S>,
      expected: Readonly<Record<string, readonly unknown[]>>,
    ): void {
      test(name, async () => {
        expect(await evaluate(session(), types, rows, build)).toStrictEqual(expected)
      })
    },
    /** Each expression alone fails with this error. */
    fails<const S extends Types>(
      name: string,
      types: S,
      rows: Values,
      build: Build<S>,
      error: ErrorClass,
      message: RegExp = /./,
    ): void {
      test(name, async () => {
        const all: string[] = []
        await evaluate(session(), types, [], (columns) => {
          const built = build(columns)
          all.push(...Object.keys(built))
          return {}
        })
        expect(all.length).toBeGreaterThan(0)
        for (const one of all) {
          const failure = await evaluate(session(), types, rows, (columns) => ({
            [one]: build(columns)[one] as Column<unknown>,
          })).then(
            (found) => ({ gave: found }),
            (thrown: unknown) => thrown,
          )
          expect(failure, one).toBeInstanceOf(error)
          expect((failure as Error).message, one).toMatch(message)
        }
      })
    },
  }
}
