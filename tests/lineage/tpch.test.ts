/** The lineage of TPC-H's queries: read off each by hand, and held against what SQLite answers when a column changes. */
import { describe, expect, test } from 'vitest'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { type DataFrame, type Schema, Session } from '../../src/index.ts'
import { offline } from '../compiler/support.ts'
import { choices } from '../property/generate/choices.ts'
import { QUERIES } from '../tpch/queries/index.ts'
import { SCHEMAS, type Tables, tablesOf } from '../tpch/tables.ts'
import { numbers } from './numbers.ts'
import { dependsOn, key, rowsDependOn } from './perturbation.ts'
import { columnTexts, lineageOfFrame, rowsText } from './told.ts'
import { columnsOf, otherValues, type Row, TABLES, type TpchTable, type TpchWorld, tpchWorld } from './tpch-world.ts'

type QueryName = keyof typeof QUERIES
const queries: Readonly<Record<QueryName, (tables: Tables) => Pick<DataFrame, 'collect'>>> = QUERIES
const names = Object.keys(QUERIES) as QueryName[]

const REVENUE = 'agg lineitem.l_discount, agg lineitem.l_extendedprice'

/** The columns of each query, and what decides about its rows. */
const EXPECTED: Readonly<Record<QueryName, readonly [columns: Record<string, string>, rows: string]>> = {
  q01: [
    {
      l_returnflag: 'lineitem.l_returnflag',
      l_linestatus: 'lineitem.l_linestatus',
      sum_qty: 'agg lineitem.l_quantity',
      sum_base_price: 'agg lineitem.l_extendedprice',
      sum_disc_price: REVENUE,
      sum_charge: 'agg lineitem.l_discount, agg lineitem.l_extendedprice, agg lineitem.l_tax',
      avg_qty: 'agg lineitem.l_quantity',
      avg_price: 'agg lineitem.l_extendedprice',
      avg_disc: 'agg lineitem.l_discount',
      count_order: '',
    },
    'lineitem.l_linestatus groupBy, lineitem.l_returnflag groupBy, lineitem.l_shipdate filter',
  ],
  q02: [
    {
      s_acctbal: 'supplier.s_acctbal',
      s_name: 'supplier.s_name',
      n_name: 'nation.n_name',
      p_partkey: 'part.p_partkey',
      p_mfgr: 'part.p_mfgr',
      s_address: 'supplier.s_address',
      s_phone: 'supplier.s_phone',
      s_comment: 'supplier.s_comment',
    },
    'nation.n_name sort, nation.n_nationkey join, nation.n_regionkey join, part.p_partkey join+sort+window, part.p_size filter, part.p_type filter, partsupp.ps_partkey join, partsupp.ps_suppkey join, partsupp.ps_supplycost filter, region.r_name filter, region.r_regionkey join, supplier.s_acctbal sort, supplier.s_name sort, supplier.s_nationkey join, supplier.s_suppkey join',
  ],
  q03: [
    {
      l_orderkey: 'lineitem.l_orderkey',
      revenue: REVENUE,
      o_orderdate: 'orders.o_orderdate',
      o_shippriority: 'orders.o_shippriority',
    },
    'customer.c_custkey join, customer.c_mktsegment filter, lineitem.l_discount sort, lineitem.l_extendedprice sort, lineitem.l_orderkey join+groupBy, lineitem.l_shipdate filter, orders.o_custkey join, orders.o_orderdate filter+groupBy+sort, orders.o_orderkey join, orders.o_shippriority groupBy',
  ],
  q04: [
    { o_orderpriority: 'orders.o_orderpriority', order_count: '' },
    'lineitem.l_commitdate filter, lineitem.l_orderkey join, lineitem.l_receiptdate filter, orders.o_orderdate filter, orders.o_orderkey join, orders.o_orderpriority groupBy',
  ],
  q05: [
    { n_name: 'nation.n_name', revenue: REVENUE },
    'customer.c_custkey join, customer.c_nationkey join, lineitem.l_orderkey join, lineitem.l_suppkey join, nation.n_name groupBy, nation.n_nationkey join, nation.n_regionkey join, orders.o_custkey join, orders.o_orderdate filter, orders.o_orderkey join, region.r_name filter, region.r_regionkey join, supplier.s_nationkey join, supplier.s_suppkey join',
  ],
  q06: [
    {
      revenue:
        'agg lineitem.l_discount, agg lineitem.l_extendedprice | lineitem.l_discount filter, lineitem.l_quantity filter, lineitem.l_shipdate filter',
    },
    '',
  ],
  q07: [
    { supp_nation: 'nation.n_name', cust_nation: 'nation.n_name', l_year: 'f lineitem.l_shipdate', revenue: REVENUE },
    'customer.c_custkey join, customer.c_nationkey join, lineitem.l_orderkey join, lineitem.l_shipdate filter+groupBy, lineitem.l_suppkey join, nation.n_name filter+groupBy, nation.n_nationkey join, orders.o_custkey join, orders.o_orderkey join, supplier.s_nationkey join, supplier.s_suppkey join',
  ],
  q08: [
    {
      o_year: 'f orders.o_orderdate',
      mkt_share: 'agg lineitem.l_discount, agg lineitem.l_extendedprice | nation.n_name conditional',
    },
    'customer.c_custkey join, customer.c_nationkey join, lineitem.l_orderkey join, lineitem.l_partkey join, lineitem.l_suppkey join, nation.n_nationkey join, nation.n_regionkey join, orders.o_custkey join, orders.o_orderdate filter+groupBy, orders.o_orderkey join, part.p_partkey join, part.p_type filter, region.r_name filter, region.r_regionkey join, supplier.s_nationkey join, supplier.s_suppkey join',
  ],
  q09: [
    {
      nation: 'nation.n_name',
      o_year: 'f orders.o_orderdate',
      sum_profit:
        'agg lineitem.l_discount, agg lineitem.l_extendedprice, agg lineitem.l_quantity, agg partsupp.ps_supplycost',
    },
    'lineitem.l_orderkey join, lineitem.l_partkey join, lineitem.l_suppkey join, nation.n_name groupBy, nation.n_nationkey join, orders.o_orderdate groupBy, orders.o_orderkey join, part.p_name filter, part.p_partkey join, partsupp.ps_partkey join, partsupp.ps_suppkey join, supplier.s_nationkey join, supplier.s_suppkey join',
  ],
  q10: [
    {
      c_custkey: 'customer.c_custkey',
      c_name: 'customer.c_name',
      revenue: REVENUE,
      c_acctbal: 'customer.c_acctbal',
      n_name: 'nation.n_name',
      c_address: 'customer.c_address',
      c_phone: 'customer.c_phone',
      c_comment: 'customer.c_comment',
    },
    'customer.c_acctbal groupBy, customer.c_address groupBy, customer.c_comment groupBy, customer.c_custkey join+groupBy, customer.c_name groupBy, customer.c_nationkey join, customer.c_phone groupBy, lineitem.l_discount sort, lineitem.l_extendedprice sort, lineitem.l_orderkey join, lineitem.l_returnflag filter, nation.n_name groupBy, nation.n_nationkey join, orders.o_custkey join, orders.o_orderdate filter, orders.o_orderkey join',
  ],
  q11: [
    { ps_partkey: 'partsupp.ps_partkey', value: 'agg partsupp.ps_availqty, agg partsupp.ps_supplycost' },
    'nation.n_name filter, nation.n_nationkey join, partsupp.ps_availqty filter, partsupp.ps_partkey groupBy, partsupp.ps_suppkey join, partsupp.ps_supplycost filter, supplier.s_nationkey join, supplier.s_suppkey join',
  ],
  q12: [
    {
      l_shipmode: 'lineitem.l_shipmode',
      high_line_count: 'agg orders.o_orderpriority',
      low_line_count: 'agg orders.o_orderpriority',
    },
    'lineitem.l_commitdate filter, lineitem.l_orderkey join, lineitem.l_receiptdate filter, lineitem.l_shipdate filter, lineitem.l_shipmode filter+groupBy, orders.o_orderkey join',
  ],
  q13: [
    { c_count: 'agg orders.o_orderkey', custdist: '' },
    'customer.c_custkey join+groupBy, orders.o_comment filter, orders.o_custkey join, orders.o_orderkey groupBy',
  ],
  q14: [
    {
      promo_revenue:
        'agg lineitem.l_discount, agg lineitem.l_extendedprice | lineitem.l_partkey join, lineitem.l_shipdate filter, part.p_partkey join, part.p_type conditional',
    },
    '',
  ],
  q15: [
    {
      s_suppkey: 'supplier.s_suppkey',
      s_name: 'supplier.s_name',
      s_address: 'supplier.s_address',
      s_phone: 'supplier.s_phone',
      total_revenue: REVENUE,
    },
    'lineitem.l_discount filter, lineitem.l_extendedprice filter, lineitem.l_shipdate filter, lineitem.l_suppkey join+groupBy, supplier.s_suppkey join',
  ],
  q16: [
    { p_brand: 'part.p_brand', p_type: 'part.p_type', p_size: 'part.p_size', supplier_cnt: 'agg partsupp.ps_suppkey' },
    'part.p_brand filter+groupBy, part.p_partkey join, part.p_size filter+groupBy, part.p_type filter+groupBy, partsupp.ps_partkey join, partsupp.ps_suppkey join, supplier.s_comment filter, supplier.s_suppkey join',
  ],
  q17: [
    {
      avg_yearly:
        'agg lineitem.l_extendedprice | lineitem.l_partkey join, lineitem.l_quantity filter, part.p_brand filter, part.p_container filter, part.p_partkey join+window',
    },
    '',
  ],
  q18: [
    {
      c_name: 'customer.c_name',
      c_custkey: 'customer.c_custkey',
      o_orderkey: 'orders.o_orderkey',
      o_orderdate: 'orders.o_orderdate',
      o_totalprice: 'orders.o_totalprice',
      quantity: 'agg lineitem.l_quantity',
    },
    'customer.c_custkey join, lineitem.l_orderkey join+groupBy, lineitem.l_quantity filter, orders.o_custkey join, orders.o_orderdate sort, orders.o_orderkey join, orders.o_totalprice sort',
  ],
  q19: [
    {
      revenue:
        'agg lineitem.l_discount, agg lineitem.l_extendedprice | lineitem.l_partkey join, lineitem.l_quantity filter, lineitem.l_shipinstruct filter, lineitem.l_shipmode filter, part.p_brand filter, part.p_container filter, part.p_partkey join, part.p_size filter',
    },
    '',
  ],
  q20: [
    { s_name: 'supplier.s_name', s_address: 'supplier.s_address' },
    'lineitem.l_partkey join, lineitem.l_quantity filter, lineitem.l_shipdate filter, lineitem.l_suppkey join, nation.n_name filter, nation.n_nationkey join, part.p_name filter, part.p_partkey join, partsupp.ps_availqty filter+groupBy, partsupp.ps_partkey join+groupBy, partsupp.ps_suppkey join+groupBy, supplier.s_nationkey join, supplier.s_suppkey join',
  ],
  q21: [
    { s_name: 'supplier.s_name', numwait: '' },
    'lineitem.l_commitdate filter, lineitem.l_orderkey join, lineitem.l_receiptdate filter, lineitem.l_suppkey join, nation.n_name filter, nation.n_nationkey join, orders.o_orderkey join, orders.o_orderstatus filter, supplier.s_name groupBy+sort, supplier.s_nationkey join, supplier.s_suppkey join',
  ],
  q22: [
    { cntrycode: 'f customer.c_phone', numcust: '', totacctbal: 'agg customer.c_acctbal' },
    'customer.c_acctbal filter, customer.c_custkey join, customer.c_phone filter+groupBy, orders.o_custkey join',
  ],
}

describe('the queries of TPC-H', () => {
  test.each(names)('%s', (name) => {
    const lineage = lineageOfFrame(queries[name](tablesOf(offline.sqlite)))
    expect([columnTexts(lineage), rowsText(lineage)]).toEqual(EXPECTED[name])
  })

  test('a column that is no origin changes nothing', async () => {
    const engine = sqlite({ file: ':memory:' })
    const session = new Session(engine)
    const random = choices(numbers(1, 500_000))
    let world = tpchWorld(random)
    const fill = (table: TpchTable, rows: readonly Row[]) =>
      session.createDataFrame(rows, SCHEMAS[table] as Schema<Row>).write(table, { mode: 'overwrite' })
    const answer = (name: QueryName) => queries[name](tablesOf(session)).collect() as Promise<Row[]>
    const answers = async (rows: TpchWorld): Promise<ReadonlyMap<QueryName, readonly Row[]>> => {
      for (const table of TABLES) await fill(table, rows[table])
      const found = new Map<QueryName, readonly Row[]>()
      for (const name of names) found.set(name, await answer(name))
      return found
    }
    const counts = { perturbations: 0, independent: 0, claimed: 0, seen: 0 }
    try {
      // Random rows may leave a query without an answer, of which nothing could be seen.
      let before = await answers(world)
      for (let tries = 1; tries < 20 && names.some((name) => before.get(name)?.length === 0); tries += 1) {
        world = tpchWorld(random)
        before = await answers(world)
      }
      expect(names.filter((name) => before.get(name)?.length === 0)).toEqual([])
      const lineages = new Map(names.map((name) => [name, lineageOfFrame(queries[name](tablesOf(offline.sqlite)))]))
      for (const table of TABLES) {
        for (const column of columnsOf(table)) {
          const origin = key(table, column)
          await fill(table, otherValues(world, table, column, random))
          for (const [name, lineage] of lineages) {
            if (!reads(queries[name], table)) continue
            const [old, now] = [before.get(name) as readonly Row[], await answer(name)]
            const depends = lineage.columns.map((output, place) => [output.name, dependsOn(lineage, place)] as const)
            const independent = depends.flatMap(([output, set]) => (set?.has(origin) ? [] : [output]))
            counts.perturbations += 1
            counts.independent += independent.length
            if (rowsDependOn(lineage).has(origin)) expect(independent).toEqual([])
            else expect(cells(now, independent), `${origin} in ${name}`).toEqual(cells(old, independent))
            for (const [output, set] of depends) {
              if (!set?.has(origin)) continue
              counts.claimed += 1
              if (JSON.stringify(cells(old, [output])) !== JSON.stringify(cells(now, [output]))) counts.seen += 1
            }
          }
          await fill(table, world[table])
        }
      }
    } finally {
      await engine.close()
    }
    console.log(`lineage of TPC-H: ${JSON.stringify(counts)}`)
    expect(counts.seen).toBeGreaterThan(counts.claimed / 2)
  }, 600_000)
})

/** Rows of some columns, in whatever order. */
const cells = (rows: readonly Row[], outputs: readonly string[]): readonly string[] =>
  rows.map((row) => JSON.stringify(outputs.map((output) => row[output]))).sort()

/** Whether a query is a function of a table: its parameters are named after those that it reads. */
function reads(query: (tables: Tables) => unknown, table: TpchTable): boolean {
  let read = false
  const tables = tablesOf(offline.sqlite)
  query({
    ...tables,
    get [table]() {
      read = true
      return tables[table]
    },
  } as Tables)
  return read
}
