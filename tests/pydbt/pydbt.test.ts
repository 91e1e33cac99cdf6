import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { SqlDate } from '../../src/column/values.ts'
import { schema } from '../../src/frame/schema.ts'
import { Session } from '../../src/session/session.ts'
import { contentsOf, printedTables, projectOf, type Target, targetFor } from '../example/project.ts'

const KeyedDays = schema({ key: 'long', date: 'date' })
const Predictions = schema({ matchDate: 'date', preds: 'string' })

/** The tables that the ancestor's examples read. */
async function fill({ engine }: Target): Promise<void> {
  const session = new Session(engine)
  const keyed = (rows: readonly (readonly [number, string])[]) =>
    session.createDataFrame(
      rows.map(([key, date]) => ({ key, date: date as SqlDate })),
      KeyedDays,
    )
  await keyed([
    [1, '2022-12-30'],
    [2, '2022-12-31'],
    [3, '2023-01-01'],
  ]).write('tableA')
  await keyed([
    [1, '2022-12-30'],
    [2, '2022-12-30'],
    [3, '2023-01-01'],
    [4, '2023-01-01'],
  ]).write('tableB')
  const predictions = (
    [
      ['2022-12-30', 'hw'],
      ['2022-12-30', 'hw'],
      ['2022-12-30', 'aw'],
      ['2022-12-31', 'hw'],
      ['2022-12-31', 'd'],
    ] as const
  ).map(([matchDate, preds]) => ({ matchDate: matchDate as string as SqlDate, preds }))
  await session.createDataFrame(predictions, Predictions).write('predictions')
}

test.each(['sqlite', 'postgresql'] as const)(
  'every example of the ancestor’s README runs on %s and prints what it must',
  async (connection) => {
    const project = projectOf(fileURLToPath(new URL('models', import.meta.url)))
    const target = await targetFor(connection, project)
    await fill(target)
    const { code, stdout, stderr } = await project.run(['run', '--now', '2026-11-21T09:00:00Z'], target.environment)
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/^run state=success tasks=7 success=7 /m)

    const joined = [
      ['key', 'date_right'],
      ['1', '2022-12-30'],
      ['3', '2023-01-01'],
    ]
    expect(printedTables(stdout)).toEqual({
      processing: [joined],
      childTask: [joined],
      taskOne: [
        [
          ['matchDate', 'preds'],
          ['2022-12-30', 'aw'],
          ['2022-12-30', 'hw'],
          ['2022-12-30', 'hw'],
          ['2022-12-31', 'd'],
          ['2022-12-31', 'hw'],
        ],
      ],
      taskTwo: [
        [
          ['matchDate', 'preds', 'count_preds'],
          ['2022-12-30', 'aw', '1'],
          ['2022-12-30', 'hw', '2'],
        ],
      ],
      taskThree: [
        [
          ['matchDate', 'preds', 'count_preds'],
          ['2022-12-31', 'd', '1'],
          ['2022-12-31', 'hw', '1'],
        ],
      ],
      taskFour: [
        [
          ['matchDate', 'preds'],
          ['2022-12-31', 'd'],
          ['2022-12-31', 'hw'],
        ],
      ],
      'Reports.winners': [
        [
          ['matchDate', 'preds'],
          ['2022-12-30', 'hw'],
          ['2022-12-30', 'hw'],
          ['2022-12-31', 'hw'],
        ],
      ],
    })
    expect((await contentsOf(target)).new_table).toEqual([
      '{"key":1,"date_right":"2022-12-30"}',
      '{"key":3,"date_right":"2023-01-01"}',
    ])

    const again = await project.run(['run', '--now', '2026-11-21T09:30:00Z'], target.environment)
    expect(again.code, again.stderr).toBe(0)
    expect(again.stderr).toMatch(/taskOne +kept +ttl 60 min, 3[01] min left/)
    expect(again.stderr).toMatch(/taskFour +skipped +monthly: done on 2026-11-21, due 2026-12-07/)
  },
  60_000,
)
