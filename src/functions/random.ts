/** Functions that give another value each time they are asked: once for each row, wherever they are written. */
import type { Column } from '../column/column.ts'
import { types } from '../plan/type.ts'
import { scalar } from './define.ts'

/**
 * A number from 0 to below 1, another one for each row. What is drawn once, `withColumn` gives a name, by which it can be
 * read as often as one likes; every `rand()` that is written draws anew, and so does every action (`cache()` keeps what one
 * has drawn). It takes no seed: rows that are chosen again are `df.sample(0.1, 42)`.
 *
 * @throws UnsupportedOnDialect on SQL Server, which draws as often as its plan likes
 * @example orders.withColumn('lot', rand()).orderBy('lot')
 */
export const rand: () => Column<number> = scalar('rand', { gives: types.double, nulls: 'never', volatile: true })

/**
 * A random identifier (UUID of version 4), another one for each row, as text in lower case. It is drawn as `rand` draws.
 *
 * @throws UnsupportedOnDialect on SQL Server, which draws as often as its plan likes
 * @example orders.withColumn('key', uuid()) // 'f81d4fae-7dec-41d0-8765-00a0c91e6bf6'
 */
export const uuid: () => Column<string> = scalar('uuid', { gives: types.string, nulls: 'never', volatile: true })
