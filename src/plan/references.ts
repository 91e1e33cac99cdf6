import type { Expression } from './expression.ts'
import { type Relation, walkRelations } from './relation.ts'

/** Every frame that a plan knows of, inputs first: its tree, and the frames whose columns its expressions name. */
export function reachableRelations(root: Relation): readonly Relation[] {
  const found = new Set<Relation>()
  const roots = [root]
  for (let next = roots.pop(); next; next = roots.pop()) {
    for (const relation of walkRelations(next)) {
      if (found.has(relation)) continue
      found.add(relation)
      for (const expression of expressionsOf(relation)) collectFrames(expression, roots, found)
    }
  }
  return [...found]
}

function expressionsOf(relation: Relation): readonly Expression[] {
  switch (relation.kind) {
    case 'select':
    case 'drop':
      return relation.columns
    case 'withColumns':
      return relation.columns.map((column) => column.expression)
    case 'filter':
      return [relation.condition]
    case 'sort':
      return relation.keys
    case 'join':
      return relation.on.kind === 'condition' ? [relation.on.condition] : []
    case 'aggregate':
      return [...relation.keys, ...relation.aggregates.map((column) => column.expression)]
    case 'pivot':
      return [...relation.keys, relation.on, ...relation.aggregates.map((column) => column.expression)]
    case 'unpivot':
      return [...relation.ids, ...relation.values]
    default:
      return []
  }
}

function collectFrames(expression: Expression, roots: Relation[], found: ReadonlySet<Relation>): void {
  const visit = (one: Expression): void => collectFrames(one, roots, found)
  switch (expression.kind) {
    case 'attribute':
      if (!found.has(expression.frame)) roots.push(expression.frame)
      return
    case 'call':
      expression.args.forEach(visit)
      return
    case 'cast':
    case 'alias':
    case 'sort':
      visit(expression.operand)
      return
    case 'in':
      visit(expression.operand)
      expression.values.forEach(visit)
      return
    case 'case':
      for (const branch of expression.branches) {
        visit(branch.when)
        visit(branch.then)
      }
      if (expression.otherwise) visit(expression.otherwise)
      return
    case 'generated':
      if (expression.generator.kind === 'elements') visit(expression.generator.operand)
      else expression.generator.rows.flat().forEach(visit)
      return
    case 'over':
      visit(expression.call)
      expression.window.partitionBy.forEach(visit)
      expression.window.orderBy.forEach(visit)
      return
    default:
  }
}
