import type { Expression, LiteralValue, NamedExpression } from './expression.ts'
import type { FileSource } from './file-source.ts'
import type { Fields } from './schema.ts'

/** A table's or view's name, taken apart. */
export interface TableName {
  readonly schema: string | undefined
  readonly name: string
}

export type JoinKind = 'inner' | 'left' | 'right' | 'full' | 'semi' | 'anti' | 'cross'

/** What a join matches by: columns of one name on both sides, a condition, or nothing (cross). */
export type JoinOn =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'condition'; readonly condition: Expression }
  | { readonly kind: 'none' }

/** One value of a pivot's column, and what its output columns begin with. */
export interface PivotValue {
  readonly value: LiteralValue
  readonly label: string
}

/** What `fillna` puts in place of NULL: one value for the columns of its kind, or a value for each named column. */
export type Fill =
  | { readonly kind: 'value'; readonly value: LiteralValue; readonly names: readonly string[] | undefined }
  | { readonly kind: 'columns'; readonly values: ReadonlyMap<string, LiteralValue> }

/** Which fractions a sample keeps. */
export type SampleKeep =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'copies'; readonly thresholds: readonly number[] }

/**
 * A frame as the user built it: one node a verb, frozen, each knowing only its inputs. Its own object identity is the
 * frame's identity (see `attribute` in expression.ts).
 */
export type Relation =
  | { readonly kind: 'table'; readonly table: TableName; readonly fields: Fields | undefined }
  | { readonly kind: 'values'; readonly fields: Fields; readonly rows: readonly (readonly unknown[])[] }
  | { readonly kind: 'file'; readonly file: FileSource }
  /** Whole numbers `start`, `start + step` …, `count` of them, as the long column `id`. */
  | { readonly kind: 'range'; readonly start: bigint; readonly step: bigint; readonly count: bigint }
  /** SQL text of the user's own; `?` stands for a binding, `\?` for itself. */
  | {
      readonly kind: 'statement'
      readonly sql: string
      readonly bindings: readonly unknown[]
      readonly fields: Fields | undefined
    }
  | { readonly kind: 'select'; readonly input: Relation; readonly columns: readonly Expression[] }
  /** Columns as SQL text of the user's own; what they are only the database knows, unless `fields` says so. */
  | {
      readonly kind: 'selectExpr'
      readonly input: Relation
      readonly texts: readonly string[]
      readonly fields: Fields | undefined
    }
  | { readonly kind: 'withColumns'; readonly input: Relation; readonly columns: readonly NamedExpression[] }
  | { readonly kind: 'rename'; readonly input: Relation; readonly names: ReadonlyMap<string, string> }
  | { readonly kind: 'drop'; readonly input: Relation; readonly columns: readonly Expression[] }
  | { readonly kind: 'alias'; readonly input: Relation; readonly name: string }
  | { readonly kind: 'filter'; readonly input: Relation; readonly condition: Expression }
  | {
      readonly kind: 'join'
      readonly left: Relation
      readonly right: Relation
      readonly how: JoinKind
      readonly on: JoinOn
      readonly suffix: string
    }
  | {
      readonly kind: 'aggregate'
      readonly input: Relation
      readonly keys: readonly Expression[]
      /** Which keys each grouping set has, by their place in `keys`; undefined is one set of all. */
      readonly sets: readonly (readonly number[])[] | undefined
      readonly aggregates: readonly NamedExpression[]
    }
  | {
      readonly kind: 'pivot'
      readonly input: Relation
      readonly keys: readonly Expression[]
      readonly on: Expression
      readonly values: readonly PivotValue[]
      readonly aggregates: readonly NamedExpression[]
    }
  | {
      readonly kind: 'unpivot'
      readonly input: Relation
      readonly ids: readonly Expression[]
      readonly values: readonly Expression[]
      readonly variableName: string
      readonly valueName: string
    }
  | { readonly kind: 'distinct'; readonly input: Relation }
  /** One row for each combination of `names`: the first under a preceding sort. */
  | { readonly kind: 'dropDuplicates'; readonly input: Relation; readonly names: readonly string[] }
  | { readonly kind: 'toDF'; readonly input: Relation; readonly names: readonly string[] }
  | { readonly kind: 'fillna'; readonly input: Relation; readonly fill: Fill }
  | {
      readonly kind: 'dropna'
      readonly input: Relation
      readonly names: readonly string[] | undefined
      readonly threshold: number | 'any' | 'all'
    }
  | {
      readonly kind: 'replace'
      readonly input: Relation
      readonly pairs: readonly (readonly [LiteralValue, LiteralValue])[]
      readonly names: readonly string[] | undefined
    }
  /** One row a statistic about the columns of numbers and texts, all or the named ones, as text. */
  | {
      readonly kind: 'summary'
      readonly input: Relation
      readonly names: readonly string[] | undefined
      readonly statistics: readonly string[]
    }
  /**
   * Rows chosen by a fraction in [0, 1) that follows from what is in them and the seed: those from `from` up to but
   * without `to`; or each as often as the fraction reaches one of the `copies`, ascending.
   */
  | {
      readonly kind: 'sample'
      readonly input: Relation
      readonly seed: string
      readonly keep: SampleKeep
    }
  | { readonly kind: 'sort'; readonly input: Relation; readonly keys: readonly Expression[] }
  | { readonly kind: 'limit'; readonly input: Relation; readonly count: number }
  /** The last rows by the order that the frame has, in that order. */
  | { readonly kind: 'tail'; readonly input: Relation; readonly count: number }
  | { readonly kind: 'offset'; readonly input: Relation; readonly count: number }
  | {
      readonly kind: 'union'
      readonly left: Relation
      readonly right: Relation
      readonly by: 'position' | 'name'
      /** By name: a column that one side lacks is NULL there. */
      readonly allowMissing: boolean
    }
  | {
      readonly kind: 'setOperation'
      readonly left: Relation
      readonly right: Relation
      readonly operation: 'intersect' | 'except'
      /** Keeps counts of equal rows. */
      readonly all: boolean
    }

/** The frames that a node is made of, left before right. */
export function inputsOf(relation: Relation): readonly Relation[] {
  switch (relation.kind) {
    case 'table':
    case 'values':
    case 'file':
    case 'range':
    case 'statement':
      return []
    case 'join':
    case 'union':
    case 'setOperation':
      return [relation.left, relation.right]
    default:
      return [relation.input]
  }
}

/**
 * Every node of the tree below (and with) `root`, each once, inputs first. Iterative: chains may be thousands long.
 *
 * @param isLeaf nodes below which nobody wants to look
 */
export function walkRelations(
  root: Relation,
  isLeaf: (relation: Relation) => boolean = () => false,
): readonly Relation[] {
  const order: Relation[] = []
  const seen = new Set<Relation>()
  const stack: { node: Relation; expanded: boolean }[] = [{ node: root, expanded: false }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.expanded) {
      order.push(top.node)
      continue
    }
    if (seen.has(top.node)) continue
    seen.add(top.node)
    stack.push({ node: top.node, expanded: true })
    if (isLeaf(top.node)) continue
    for (const input of [...inputsOf(top.node)].reverse()) stack.push({ node: input, expanded: false })
  }
  return order
}

/** `sales.orders`, as messages name a table. */
export function formatTableName(table: TableName): string {
  return table.schema === undefined ? table.name : `${table.schema}.${table.name}`
}

/** How many joins and unions deep a name goes: a frame joined with itself again and again would double it each time. */
const DEEPEST_NAME = 3

/** What a frame is called in messages: by its table where it is one, else by its last verb. */
export function describeRelation(relation: Relation, depth = DEEPEST_NAME): string {
  switch (relation.kind) {
    case 'table':
      return formatTableName(relation.table)
    case 'alias':
      return relation.name
    case 'values':
      return 'createDataFrame(…)'
    case 'file':
      return `read.${relation.file.format}(${relation.file.paths.join(', ')})`
    case 'range':
      return 'range(…)'
    case 'statement':
      return 'sql`…`'
    case 'join':
    case 'union':
    case 'setOperation': {
      if (depth === 0) return '(…)'
      const [left, right] = [relation.left, relation.right].map((side) => describeRelation(side, depth - 1))
      return `${left}.${relation.kind === 'setOperation' ? relation.operation : relation.kind}(${right})`
    }
    default: {
      // A chain is named by where it starts: `orders.…filter()`.
      let node: Relation = relation
      let verbs = 0
      while (inputsOf(node).length === 1) {
        node = inputsOf(node)[0] as Relation
        verbs += 1
      }
      return `${describeRelation(node, depth)}${verbs > 1 ? '.…' : '.'}${relation.kind}()`
    }
  }
}
