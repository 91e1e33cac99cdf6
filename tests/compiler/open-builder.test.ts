import { expect, test } from 'vitest'
import { schema } from '../../src/frame/schema.ts'
import { count, sum } from '../../src/functions/index.ts'
import { Session } from '../../src/session/session.ts'
import { onEveryEngine } from '../support/databases.ts'

const Boats = schema({ name: 'string', tons: 'long' })
const rows = [
  { name: 'a', tons: 1 },
  { name: 'b', tons: 2 },
  { name: 'b', tons: 3 },
  { name: 'c', tons: 9 },
]

onEveryEngine((database) => {
  test('a frame’s builder goes on with the rows of the frame, whatever made them', async () => {
    const session = new Session(database.engine)
    await session.createDataFrame(rows, Boats).write('boats', { mode: 'overwrite' })
    const boats = session.table('boats', Boats)
    const names = async (builder: PromiseLike<unknown>) =>
      ((await builder) as { name: string }[]).map((row) => row.name)

    const bare = boats.filter((b) => b.tons.gt(1)).toKnex()
    expect(bare.clone().where('tons', '<', 5).toSQL().sql).not.toContain('from (')
    expect(await names(bare.clone().where('tons', '<', 3))).toEqual(['b'])

    const perName = boats.groupBy('name').agg((b) => ({ total: sum(b.tons), boats: count() }))
    expect(await names(perName.toKnex().where('total', 5))).toEqual(['b'])
    const first = boats.orderBy('tons').limit(2).toKnex()
    expect(await names(first.clone().where('tons', '>', 1).limit(5))).toEqual(['b'])
    expect(await names(boats.rename({ tons: 'name', name: 'tons' }).toKnex().where('tons', 'c'))).toHaveLength(1)
    expect(await names(boats.select('name').distinct().toKnex().orderBy('name', 'desc'))).toEqual(['c', 'b', 'a'])
  })
})
