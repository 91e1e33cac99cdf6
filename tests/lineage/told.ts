/** Lineage as short texts, for tables of cases. */

import { analyse } from '../../src/analyse/analyse.ts'
import { EMPTY_CATALOGUE } from '../../src/analyse/catalogue.ts'
import { relationOf } from '../../src/frame/data-frame.ts'
import type { Conditions, Lineage } from '../../src/lineage/lineage.ts'
import { lineageOf } from '../../src/lineage/lineage-of.ts'
import type { Relation } from '../../src/plan/relation.ts'
import { types } from '../../src/plan/type.ts'

const SHORT = { identity: '', transformation: 'f ', window: 'win ', aggregation: 'agg ' } as const

/** `t.a filter+join, u.b sort`; `?` is text that nobody can read. */
function conditionsText({ origins, unknown }: Conditions): string {
  const texts = origins.map(({ table, column, kinds }) => `${table.name}.${column} ${kinds.join('+')}`)
  return [...texts.sort(), ...(unknown ? ['?'] : [])].join(', ')
}

/** By column `t.a` (passed on), `f t.a` (computed), `win t.a`, `agg t.a`, and behind a bar what else decides. */
export function columnTexts({ columns }: Lineage): Record<string, string> {
  return Object.fromEntries(
    columns.map(({ name, direct, unknown, conditions }) => {
      const texts = direct.map(({ table, column, kind }) => `${SHORT[kind]}${table.name}.${column}`)
      const decides = conditionsText(conditions)
      return [name, [...texts.sort(), ...(unknown ? ['?'] : [])].join(', ') + (decides ? ` | ${decides}` : '')]
    }),
  )
}

export const rowsText = ({ rows }: Lineage): string => conditionsText(rows)

/** SQL text gives a column `k`. */
const catalogue = { ...EMPTY_CATALOGUE, statement: () => [{ name: 'k', type: types.long, nullable: false }] }

export const lineageOfFrame = (frame: unknown): Lineage =>
  lineageOf(analyse(relationOf(frame) as Relation, { catalogue, now: new Date(0) }))
