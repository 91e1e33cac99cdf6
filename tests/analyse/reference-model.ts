/**
 * What a reference `frame.column` means in another frame, said without identities: by following each column down to
 * where it was born, join by join.
 */

/** A frame of a program: what stands below it, and where each of its columns comes from. */
export interface Node {
  readonly inputs: readonly Node[]
  /** The join nearest below, this one included, with nothing between that makes all columns new. */
  readonly join: Node | undefined
  readonly columns: readonly Origin[]
  /** Of a join by names, the operands' keys that are not among its columns. */
  readonly hidden: readonly Origin[]
}

/** A column: passed on from a column of an input, or (`from` undefined) born here. */
export interface Origin {
  readonly name: string
  readonly from: { readonly input: number; readonly name: string } | undefined
}

export type Meaning = { readonly column: string } | { readonly hidden: number } | 'ambiguous' | 'foreign'

/** What the column `name` of `frame` is where it is used on `current`. */
export function meaningIn(current: Node, frame: Node, name: string): Meaning {
  if (current === frame) return { column: name }
  const found = standing(current, frame, name)
  if (found.length > 1) return 'ambiguous'
  if (found[0]) return { column: found[0] }
  const hidden = current.hidden.flatMap(({ from }, place) =>
    from && operandHas(current, from, frame, name) ? [place] : [],
  )
  if (hidden.length > 1) return 'ambiguous'
  return hidden[0] === undefined ? 'foreign' : { hidden: hidden[0] }
}

export type Side = 'left' | 'right'
/** What it is in the condition of a join. */
export function meaningInJoin(
  [left, right]: readonly [Node, Node],
  frame: Node,
  name: string,
): { readonly side: Side; readonly column: string } | 'ambiguous' | 'foreign' {
  if ((left === frame) !== (right === frame)) return { side: left === frame ? 'left' : 'right', column: name }
  if (left === frame) return 'ambiguous'
  const [l, r] = [standing(left, frame, name), standing(right, frame, name)]
  if (l.length > 1 || r.length > 1) return 'ambiguous'
  const side = l[0] && r[0] ? sideOf([left, right], frame) : l[0] ? 'left' : 'right'
  if (side === undefined) return 'ambiguous'
  const column = side === 'left' ? l[0] : r[0]
  return column === undefined ? 'foreign' : { side, column }
}

/** The columns of `current` that a reference can mean. */
function standing(current: Node, frame: Node, name: string): readonly string[] {
  const { join } = current
  const names = current.columns.map((column) => column.name)
  // Of frames made of this join, a column is the one that came through it.
  const wanted = root(frame, name, join)
  if (!join || wanted.node === join) return names.filter((one) => same(root(current, one, join), wanted))
  return names.filter((one) => {
    const { node, column } = root(current, one, join)
    const from = node === join ? column.from : undefined
    return from ? operandHas(join, from, frame, name) : same({ node, column }, wanted)
  })
}

/** Whether a reference may mean this column of a join's operand: not where the other operand has it with more right. */
function operandHas(join: Node, from: NonNullable<Origin['from']>, frame: Node, name: string): boolean {
  const [left, right] = join.inputs as readonly [Node, Node]
  const [own, other] = from.input === 0 ? [left, right] : [right, left]
  if (!standing(own, frame, name).includes(from.name)) return false
  if (standing(other, frame, name).length === 0) return true
  const side = sideOf([left, right], frame)
  return side === undefined || side === (from.input === 0 ? 'left' : 'right')
}

function sideOf([left, right]: readonly [Node, Node], frame: Node): Side | undefined {
  if ((left === frame) !== (right === frame)) return left === frame ? 'left' : 'right'
  const [inLeft, inRight] = [holds(left, frame), holds(right, frame)]
  return inLeft === inRight ? undefined : inLeft ? 'left' : 'right'
}

/** Whether a frame is another, or made of it. */
export const holds = (tree: Node, frame: Node): boolean =>
  tree === frame || tree.inputs.some((input) => holds(input, frame))

interface Root {
  readonly node: Node
  readonly column: Origin
}

/** Where a column comes from: the frame where it was born, or the join `until`, or one that told it from its own twin. */
function root(node: Node, name: string, until: Node | undefined): Root {
  const column = node.columns.find((one) => one.name === name)
  if (!column) throw new TypeError(`the model has no column ${name}`)
  if (node === until || !column.from) return { node, column }
  const [first, second] = node.inputs
  const input = column.from.input === 0 ? first : second
  if (!input) throw new TypeError('the model has no such input')
  const twin = first && column.from.input === 1 && has(first, root(second as Node, column.from.name, undefined))
  return twin ? { node, column } : root(input, column.from.name, until)
}

const has = (node: Node, wanted: Root): boolean =>
  node.columns.some(({ name }) => same(root(node, name, undefined), wanted))
const same = (a: Root, b: Root): boolean => a.node === b.node && a.column.name === b.column.name
