/** Rows that tests give and expect, which the models do not have. One mistake a line. */
import { Model, ref, schema, seed, Task } from '../../../src/index.ts'
import { expectFrame, expectRows, runModel, runTask } from '../../../src/testing/index.ts'
import { orders } from '../tables.ts'

const raw = seed('seeds/raw.csv', schema({ id: 'long', day: 'date', note: 'string?' }))
const model = Model(() => ref(raw).select('id', 'day'))
const task = Task(async () => 1)
const merged = Model({ materialized: 'incremental', strategy: 'merge', key: 'id' }, ({ isIncremental, target }) =>
  isIncremental ? ref(raw).join(target, 'id', 'anti') : ref(raw),
)

export const fine = [
  runModel(model, { given: [[raw, [{ id: 1, day: '2026-01-01' }]]] }),
  runModel(model, { given: { raw: [{ id: 1 }] } }),
  runModel(merged, { given: [[raw, []]], isIncremental: true, target: [{ id: 1, day: '2026-01-01' }] }),
  runTask(task, { given: [['raw', [{ id: 1 }], schema({ id: 'long' })]] }),
  expectFrame(orders.select('id')).toEqualRows([{ id: 1 }], { ordered: true, tolerance: 0.1 }),
]
export const rows = await runModel(model, { given: { raw: [] } })
export const count: number = await runTask(task)

export const mistakes = [
  runModel(model, { given: [[raw, [{ id: 1, dya: '2026-01-01' }]]] }), // ✗ 'dya' does not exist
  runModel(model, { given: [[raw, [{ id: 'one', day: '2026-01-01' }]]] }), // ✗ Type 'string' is not assignable to type 'number | bigint'
  runModel(model, { given: [[raw, [{ day: '2026-01-01' }]]] }), // ✗ Property 'id' is missing
  runModel(model, { given: { raw: { id: 1 } } }), // ✗ No overload matches
  runModel(model, { given: [], target: [{ idd: 1 }] }), // ✗ 'idd' does not exist
  runModel(model, {}), // ✗ Property 'given' is missing
  runModel(task, { given: {} }), // ✗ Type 'TaskDefinition<number, NoParams>' is missing
  runTask(model, {}), // ✗ is not assignable to parameter of type 'TaskDefinition
  runTask(task, { params: { a: 1 } }), // ✗ Type 'number' is not assignable to type 'never'
  runTask(task, { given: [['raw', [{ idd: 1 }], schema({ id: 'long' })]] }), // ✗ 'idd' does not exist
  rows[0]?.note, // ✗ Property 'note' does not exist
  expectRows(rows).toEqualRows([{ id: 1 }]), // ✗ Property 'day' is missing
  expectRows(rows).toEqualRows([{ id: 1, day: 5 }]), // ✗ Type 'number' is not assignable to type 'string'
  expectFrame(orders.select('id')).toEqualRows([{ idd: 1 }]), // ✗ 'idd' does not exist
  expectFrame(rows), // ✗ is not assignable to parameter of type
  Model({ materialized: 'incremental', strategy: 'merge', key: 'idd' }, ({ target }) => ref(raw).join(target, 'id', 'anti')), // ✗ '"idd"' is not assignable
  Model(({ target }) => ref(raw).join(target, 'idd', 'anti')), // ✗ '"idd"' is not assignable
]
