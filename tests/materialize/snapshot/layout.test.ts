/** The columns of a snapshot's table, which need no database to be known. */
import { expect, test } from 'vitest'
import { fieldsOf } from '../../../src/frame/schema.ts'
import { schema, UnknownColumn } from '../../../src/index.ts'
import { layoutOf, type SnapshotRules } from '../../../src/materialize/snapshot/layout.ts'
import { formatType } from '../../../src/plan/type.ts'

const columns = (types: Parameters<typeof schema>[0], rules: SnapshotRules): string[] =>
  layoutOf(rules, fieldsOf(schema(types)) ?? [], 'history').table.map(
    ({ name, type, nullable }) => `${name}: ${formatType(type)}${nullable ? '?' : ''}`,
  )

test('what a source may lose can be NULL; key and time cannot', () => {
  const rules: SnapshotRules = { key: ['id'], strategy: { kind: 'timestamp', updatedAt: 'seen' } }
  expect(columns({ id: 'long', name: 'string', seen: 'timestamp?' }, rules)).toEqual([
    'id: long',
    'name: string?',
    'seen: timestamp',
    'scd_id: string',
    'updated_at: timestamp',
    'valid_from: timestamp',
    'valid_to: timestamp?',
  ])
})

test('times are dates where rows are told apart by dates', () => {
  const rules: SnapshotRules = { key: ['id'], strategy: { kind: 'check', columns: 'all', updatedAt: 'day' } }
  expect(columns({ id: 'long', day: 'date' }, rules).slice(2)).toEqual([
    'scd_id: string',
    'updated_at: date',
    'valid_from: date',
    'valid_to: date?',
  ])
})

test("a source's own updated_at stands where it stood", () => {
  const rules: SnapshotRules = {
    key: ['id'],
    strategy: { kind: 'timestamp', updatedAt: 'updated_at' },
    hardDeletes: 'newRecord',
  }
  expect(columns({ updated_at: 'timestamp', id: 'long' }, rules)).toEqual([
    'updated_at: timestamp',
    'id: long',
    'scd_id: string',
    'valid_from: timestamp',
    'valid_to: timestamp?',
    'is_deleted: boolean',
  ])
})

test('a mistake names the snapshot and what there is', () => {
  const rules: SnapshotRules = { key: ['idd'], strategy: { kind: 'check', columns: 'all' } }
  const error = (() => {
    try {
      return columns({ id: 'long' }, rules)
    } catch (thrown) {
      return thrown
    }
  })()
  expect(error).toBeInstanceOf(UnknownColumn)
  expect((error as UnknownColumn).message).toBe('key of the snapshot history: the source has no column "idd"')
  expect((error as UnknownColumn).hint).toBe('Did you mean "id"? columns: id')
})
