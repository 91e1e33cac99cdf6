import type { ColumnTests, ModelTest } from '../../../src/check/declare.ts'
import { declaredTests } from '../../../src/check/declared-tests.ts'
import { failingRows } from '../../../src/check/failing-rows.ts'
import { MODEL, type ModelRef } from '../../../src/check/model-ref.ts'
import type { FrameActions } from '../../../src/frame/actions.ts'
import { relationOf, toDataFrame } from '../../../src/frame/data-frame.ts'
import { fieldsOf } from '../../../src/frame/schema.ts'
import type { Row, Session } from '../../../src/index.ts'
import type { Relation } from '../../../src/plan/relation.ts'
import { frameActions } from '../../../src/session/frame-actions.ts'
import { makeScope } from '../../../src/session/scope.ts'
import { Orders } from '../../compiler/support.ts'
import type { Features, Printed, Tables } from '../tables.ts'

type Order = Row<typeof Orders>
const customers = { [MODEL]: 'model' } as unknown as ModelRef<unknown>

/** The query of the failing rows of the only test that is declared. */
function failing(
  { session, orders, customers: referenced }: Tables,
  tests: ColumnTests<Order> | undefined,
  modelTests?: readonly ModelTest<Order>[],
): Printed {
  const tested = relationOf(orders) as Relation
  const spec = declaredTests('orders', tests, modelTests)[0]?.spec({
    tested,
    relationOf: () => relationOf(referenced) as Relation,
    frameOf: (relation) => toDataFrame(relation, {} as FrameActions),
    tableOf: (name) => ({ schema: undefined, name }),
  })
  if (spec === undefined) throw new Error('no test is declared')
  return toDataFrame(
    failingRows(spec, () => fieldsOf(Orders) ?? []),
    actionsOf(session),
  )
}

const actionsOf = (session: Session): FrameActions => frameActions(makeScope(session.engine, {}))

/** The failing rows of each kind of test. */
export const checks: Features = {
  'check unique': (t) => failing(t, { id: ['unique'] }),
  'check unique where with a limit': (t) =>
    failing(t, { id: [{ unique: true, where: (o) => o.status.eq('paid'), limit: 100 }] }),
  'check not null': (t) => failing(t, { customer_id: ['notNull'] }),
  'check accepted values': (t) => failing(t, { status: [{ acceptedValues: ['paid', 'sent'] }] }),
  'check accepted days': (t) => failing(t, { placed: [{ acceptedValues: ['2024-02-29'] }] }),
  'check references': (t) => failing(t, { customer_id: [{ references: [customers, 'id'] }] }),
  'check references where': (t) =>
    failing(t, { customer_id: [{ references: [customers, 'id'], where: (o) => o.total.gt(0) }] }),
  'check expression': (t) => failing(t, undefined, [{ expression: (o) => o.total.gte(0) }]),
  'check row count': (t) => failing(t, undefined, [{ rowCount: { min: 1, max: 1000 } }]),
  'check equals': (t) =>
    failing(t, undefined, [{ equals: [{ id: 1, status: 'paid', total: 2.5, placed: '2024-02-29' }] }]),
  'check rows': (t) =>
    failing(t, undefined, [{ name: 'negative', rows: (orders) => orders.filter((o) => o.total.lt(0)).limit(10) }]),
}
