/** Which column names each step of a program has in Spark, for rules that ask about names. */
import type { ExpressionNode } from '../nodes.ts'
import type { Program, Step, Table } from './program.ts'

export type FrameNames = ReadonlyMap<string, readonly string[]>

/** The names of every step's columns. Duplicates stay where Spark keeps them. */
export function frameNames(program: Program, tables: Readonly<Record<string, Table>>): FrameNames {
  const frames = new Map<string, readonly string[]>()
  const of = (step: string | undefined) => (step === undefined ? [] : (frames.get(step) ?? []))
  for (const step of program.steps) frames.set(step.as, namesOf(step, of, tables))
  return frames
}

const outputOf = (node: ExpressionNode): string => ('alias' in node ? node.as : 'col' in node ? node.col : '')
const firstOf = (named: readonly (readonly [string, ExpressionNode])[]) => named.map(([name]) => name)

function namesOf(
  step: Step,
  of: (name: string | undefined) => readonly string[],
  tables: Readonly<Record<string, Table>>,
): readonly string[] {
  const input = of(step.in)
  switch (step.op) {
    case 'table':
      return (tables[step.name]?.columns ?? []).map(([name]) => name)
    case 'select':
      return (step.cols as readonly ExpressionNode[]).map(outputOf)
    case 'withColumn':
    case 'withColumns':
      return [...new Set([...input, ...firstOf(step.cols as Step['aggs'])])]
    case 'rename':
      return step.map.reduce<readonly string[]>(
        (names, [from, to]) => names.map((name) => (name === from ? String(to) : name)),
        input,
      )
    case 'drop':
      return input.filter((name) => !step.names?.includes(name))
    case 'toDF':
      return step.names ?? []
    case 'join': {
      const right = of(step.right)
      if (step.how === 'semi' || step.how === 'anti') return input
      if (!Array.isArray(step.on)) return [...input, ...right]
      const keys: readonly string[] = step.on
      return [...keys, ...[...input, ...right].filter((name) => !keys.includes(name))]
    }
    case 'crossJoin':
      return [...input, ...of(step.right)]
    case 'groupBy':
    case 'rollup':
    case 'cube':
    case 'groupingSets':
      return [...step.keys.map(outputOf), ...firstOf(step.aggs)]
    case 'pivot': {
      const values = (step.values as readonly unknown[]).map(String)
      const only = step.aggs.length === 1
      const made = values.flatMap((value) => firstOf(step.aggs).map((name) => (only ? value : `${value}_${name}`)))
      return [...step.keys.map(outputOf), ...made]
    }
    case 'unpivot':
      return [...step.ids, step.variable, String(step.value)]
    case 'unionByName':
      return [...new Set([...input, ...of(step.right)])]
    default:
      return input
  }
}

/** Steps that lie below the step called `name`, itself included. */
export function ancestorsOf(program: Program, name: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (one: string | undefined): void => {
    if (one === undefined || found.has(one)) return
    found.add(one)
    const step = program.steps.find(({ as }) => as === one)
    visit(step?.in)
    visit(step?.right)
  }
  visit(name)
  return found
}
