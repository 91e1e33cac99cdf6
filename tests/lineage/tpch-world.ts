/** Small random tables of TPC-H, of values that its queries look for, so that each of them has an answer. */
import { fieldsOf } from '../../src/frame/schema.ts'
import type { Choices } from '../property/generate/choices.ts'
import { SCHEMAS } from '../tpch/tables.ts'

export type TpchTable = keyof typeof SCHEMAS
export const TABLES = Object.keys(SCHEMAS) as TpchTable[]

/** How many rows each table has. */
const SIZES: Readonly<Record<TpchTable, number>> = {
  region: 3,
  nation: 6,
  supplier: 12,
  customer: 30,
  part: 12,
  partsupp: 60,
  orders: 60,
  lineitem: 300,
}
/** Keys that stand for rows of another table; some customers have no orders. */
const KEYS: Readonly<Record<string, number>> = {
  regionkey: 3,
  nationkey: 6,
  suppkey: 12,
  custkey: 20,
  partkey: 12,
  orderkey: 60,
}

const VALUES: Readonly<Record<string, readonly (string | number)[]>> = {
  r_name: ['EUROPE', 'ASIA', 'AMERICA'],
  n_name: ['FRANCE', 'INDIA', 'BRAZIL', 'GERMANY', 'SAUDI ARABIA', 'CANADA'],
  s_comment: ['quiet', 'Customer says Complaints', 'loud'],
  c_phone: ['13-1', '31-2', '44-3'],
  c_mktsegment: ['BUILDING', 'MACHINERY'],
  c_acctbal: ['10.00', '500.50', '-3.00', '900.00'],
  p_name: ['forest green', 'forest red', 'tiny green'],
  p_brand: ['Brand#12', 'Brand#23', 'Brand#34'],
  p_container: ['MED BOX', 'SM BOX', 'LG BOX'],
  p_type: ['SMALL BRASS', 'ECONOMY ANODIZED STEEL', 'PROMO TIN'],
  p_size: [15, 5, 3],
  ps_availqty: [1, 100, 5000],
  ps_supplycost: ['1.00', '20.50', '300.00'],
  o_orderstatus: ['F', 'O'],
  o_orderdate: ['1993-07-15', '1993-10-15', '1994-05-05', '1994-06-05', '1995-03-01', '1996-05-01'],
  o_orderpriority: ['1-URGENT', '2-HIGH', '5-LOW'],
  o_comment: ['special requests', 'plain'],
  l_quantity: ['5.00', '15.00', '25.00', '120.00'],
  l_extendedprice: ['100.00', '250.50', '999.99', '12.00'],
  l_discount: ['0.06', '0.02', '0.10'],
  l_tax: ['0.00', '0.05'],
  l_returnflag: ['R', 'N', 'A'],
  l_linestatus: ['F', 'O'],
  l_shipdate: ['1994-03-01', '1995-09-10', '1996-02-01', '1995-06-01'],
  l_commitdate: ['1994-04-01', '1996-06-01', '1996-07-01', '1995-12-01'],
  l_receiptdate: ['1994-06-01', '1996-01-01', '1993-12-01'],
  l_shipinstruct: ['DELIVER IN PERSON', 'NONE'],
  l_shipmode: ['AIR', 'MAIL', 'SHIP'],
}

export type Row = Readonly<Record<string, string | number>>
export type TpchWorld = Readonly<Record<TpchTable, readonly Row[]>>

export const columnsOf = (table: TpchTable): readonly string[] =>
  (fieldsOf(SCHEMAS[table]) ?? []).map((field) => field.name)

/** `regionkey` of `n_regionkey`. */
const kindOf = (column: string): string => column.slice(column.indexOf('_') + 1)
const keyCount = (column: string): number => (/^[no]_|^s_n/.test(column) ? (KEYS[kindOf(column)] ?? 1) : Infinity)

/** Any value that a column may have. */
function anyValue(table: TpchTable, column: string, choices: Choices): string | number {
  const kind = kindOf(column)
  const limit = KEYS[kind]
  if (limit !== undefined) return choices.below(limit)
  const pool = VALUES[column]
  if (pool) return choices.pick(pool)
  const type = fieldsOf(SCHEMAS[table])?.find(({ name }) => name === column)?.type.kind
  if (type === 'decimal') return choices.pick(['1.00', '2.50', '7.25'])
  return type === 'string' ? `${kind} ${choices.below(9)}` : choices.below(9)
}

/** A table's own key counts its rows; each nation has a region, two of them one, and each supplier a nation. */
export function tpchWorld(choices: Choices): TpchWorld {
  const own: Readonly<Partial<Record<TpchTable, readonly string[]>>> = {
    region: ['r_regionkey', 'r_name'],
    nation: ['n_nationkey', 'n_name', 'n_regionkey'],
    supplier: ['s_suppkey', 's_nationkey'],
    customer: ['c_custkey'],
    part: ['p_partkey'],
    orders: ['o_orderkey'],
  }
  const row = (table: TpchTable, at: number): Row =>
    Object.fromEntries(
      columnsOf(table).map((column) => {
        if (!own[table]?.includes(column)) return [column, anyValue(table, column, choices)]
        return [column, VALUES[column]?.[at] ?? at % keyCount(column)]
      }),
    )
  return Object.fromEntries(
    TABLES.map((table) => [table, Array.from({ length: SIZES[table] }, (_, at) => row(table, at))]),
  ) as unknown as TpchWorld
}

/** The rows of a table with other values in one column. */
export const otherValues = (world: TpchWorld, table: TpchTable, column: string, choices: Choices): readonly Row[] =>
  world[table].map((row) => ({ ...row, [column]: anyValue(table, column, choices) }))
