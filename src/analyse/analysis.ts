/** What the parts of the analysis share: identities, and the making of frames and columns. */
import { DuplicateColumn, shorten } from '../errors/index.ts'
import { describeRelation, type Relation } from '../plan/relation.ts'
import type { Catalogue } from './catalogue.ts'
import type { ExpressionContext } from './expressions.ts'
import type { AnalysedFrame, Joined } from './frame-scope.ts'
import { type Attribute, type ColumnStep, columnExpr, type Plan } from './resolved.ts'

/** What the parts of the analysis share. */
export interface Analysis extends ExpressionContext {
  readonly catalogue: Catalogue
  newId(): number
}

/** A frame made of a plan. Refuses two outputs of one name. `joined` is its input's, where its columns keep their identities. */
export function makeFrame(relation: Relation, plan: Plan, joined: Joined | undefined, hint?: string): AnalysedFrame {
  const byName = new Map<string, Attribute>()
  const byId = new Map<number, Attribute>()
  for (const attribute of plan.outputs) {
    if (byName.has(attribute.name)) {
      throw new DuplicateColumn(
        `two columns of ${describeRelation(relation)} would be called ${JSON.stringify(shorten(attribute.name))}`,
        {
          hint: hint ?? "rename one: .as('other_name'), rename({ old: 'new' })",
        },
      )
    }
    byName.set(attribute.name, attribute)
    if (!byId.has(attribute.id)) byId.set(attribute.id, attribute)
  }
  return { relation, plan, outputs: plan.outputs, byName, byId, joined }
}

/** A projection, or its input where it would change nothing. */
export function project(input: Plan, columns: readonly ColumnStep[]): Plan {
  return { kind: 'project', input, columns, outputs: columns.map((column) => column.attribute) }
}

export const keep = (attribute: Attribute): ColumnStep => ({ attribute, expr: columnExpr(attribute) })

/** A computed column: it has an identity of its own. */
export function computed(name: string, expr: ColumnStep['expr'], analysis: Analysis): ColumnStep {
  return { attribute: { id: analysis.newId(), name, type: expr.type, nullable: expr.nullable }, expr }
}

/** One identity for one output: where a column is given twice, the one under its own name keeps it. */
export function onceEach(columns: readonly ColumnStep[], analysis: Analysis): readonly ColumnStep[] {
  const owners = new Map<number, ColumnStep>()
  for (const column of columns) {
    const owner = owners.get(column.attribute.id)
    const own = column.expr.kind === 'column' && column.expr.name === column.attribute.name
    if (!owner || own) owners.set(column.attribute.id, column)
  }
  return columns.map((column) =>
    owners.get(column.attribute.id) === column
      ? column
      : { ...column, attribute: { ...column.attribute, id: analysis.newId() } },
  )
}
