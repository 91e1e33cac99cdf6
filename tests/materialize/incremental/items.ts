import { beforeEach } from 'vitest'
import { relationOf } from '../../../src/frame/data-frame.ts'
import { Session, schema } from '../../../src/index.ts'
import { type IncrementalBuild, materializeIncremental } from '../../../src/materialize/incremental.ts'
import type { Relation } from '../../../src/plan/relation.ts'
import { makeScope } from '../../../src/session/scope.ts'
import type { TestDatabase } from '../../support/databases.ts'
import { dropIfThere, rows } from '../../write/writing.ts'

export const Item = schema({ id: 'long?', qty: 'long?', at: 'timestamp?' })
export type Item = [id: number | null, qty: number | null, at?: string | null]

/** The table `m` of a suite, which each test finds gone, and what builds it. */
export function itemsOn(database: TestDatabase) {
  beforeEach(() => dropIfThere(database, 'm'))

  const target = { schema: undefined, name: 'm' }
  const scope = (now = '2024-05-12T15:00:00Z') => makeScope(database.engine, { now: new Date(now) })
  return {
    target,
    scope,
    items: (...all: Item[]): Relation => {
      const given = all.map(([id, qty, at = '2024-05-10T00:00:00Z']) => ({ id, qty, at }))
      return relationOf(new Session(database.engine).createDataFrame(given, Item)) as Relation
    },
    found: (sql = 'SELECT id, qty FROM m ORDER BY id, qty') => rows(database, sql),
    build: (given: Partial<IncrementalBuild> & { build: IncrementalBuild['build'] }) =>
      materializeIncremental(scope(), { target, strategy: 'merge', key: ['id'], ...given } as IncrementalBuild),
  }
}
