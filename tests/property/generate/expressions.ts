/** Random expressions of a wanted type over a frame's columns. */
import type { ExpressionNode, Json, LiteralNode } from '../../oracle/nodes.ts'
import type { ModelColumn } from '../model/frames.ts'
import { isDecimal, isNumber } from '../model/types.ts'
import type { Choices } from './choices.ts'
import { POOLS } from './worlds.ts'

export interface Source {
  readonly choices: Choices
  /** Columns whose values are certain. */
  readonly columns: readonly ModelColumn[]
  /** How a column is asked for: by its name, or by a frame that has it. */
  readonly refer: (column: ModelColumn) => ExpressionNode
}

export const KINDS = ['int', 'string', 'long', 'double', 'decimal', 'boolean', 'date', 'timestamp'] as const
export type Kind = (typeof KINDS)[number]
export const kindOf = (type: string): Kind => (isDecimal(type) ? 'decimal' : (type as Kind))

const literalTypes: Readonly<Partial<Record<Kind, string>>> = { decimal: 'decimal(8,2)' }
export const lit = (value: Json, type: string): LiteralNode => ({ lit: value, type })
const int = (value: number): ExpressionNode => lit(value, 'int')
const text = (value: string): ExpressionNode => lit(value, 'string')
export const fn = (name: string, ...args: ExpressionNode[]): ExpressionNode => ({ fn: name, args })
const op = (name: string, ...args: ExpressionNode[]): ExpressionNode => ({ op: name, args })
const cast = (of: ExpressionNode, to: string): ExpressionNode => ({ cast: of, to })
const tryCast = (of: ExpressionNode, to: string): ExpressionNode => ({ cast: of, to, try: true })

export function constant({ choices }: Source, kind: Kind): LiteralNode {
  const type = literalTypes[kind] ?? kind
  return lit(choices.pick(POOLS[type] as readonly Json[]), type)
}

function leaf(source: Source, kind: Kind): ExpressionNode {
  if (source.choices.once(30)) return lit(null, literalTypes[kind] ?? kind)
  const fitting = source.columns.filter((column) => kindOf(column.type) === kind)
  return fitting.length === 0 || source.choices.once(6)
    ? constant(source, kind)
    : source.refer(source.choices.pick(fitting))
}

/** A random expression of a kind, at most `depth` levels deep. */
export function expression(source: Source, kind: Kind, depth: number): ExpressionNode {
  const { choices } = source
  if (depth === 0 || choices.below(3) === 0) return leaf(source, kind)
  const some = (of: Kind): ExpressionNode => expression(source, of, depth - 1)
  const number = (): ExpressionNode => some(choices.pick(['int', 'long', 'double', 'decimal']))
  const same = [
    () => fn('coalesce', some(kind), some(kind)),
    () => ({ case: [[some('boolean'), some(kind)]], else: some(kind) }) as ExpressionNode,
    () =>
      ({
        case: [
          [some('boolean'), some(kind)],
          [some('boolean'), some(kind)],
        ],
      }) as ExpressionNode,
    () => fn('nullif', some(kind), some(kind)),
    () => fn(choices.pick(['greatest', 'least']), some(kind), some(kind)),
  ]
  const own: Readonly<Record<Kind, readonly (() => ExpressionNode)[]>> = {
    int: [
      () => op(choices.pick(['+', '-', '%', '*']), some('int'), some('int')),
      () => fn('length', some('string')),
      () =>
        fn(choices.pick(['year', 'month', 'dayofmonth', 'dayofweek', 'weekday', 'dayofyear', 'quarter']), some('date')),
      () => fn(choices.pick(['hour', 'minute', 'second']), some('timestamp')),
      () => fn('datediff', some('date'), some(choices.pick(['date', 'timestamp']))),
      () => fn('instr', some('string'), text(choices.pick(['a', '', 'b', '😀']))),
      () => cast(some('boolean'), 'int'),
      () => tryCast(some('string'), 'int'),
      () => fn('abs', op('neg', some('int'))),
    ],
    long: [
      () => op(choices.pick(['+', '-', '%']), some('long'), some('int')),
      () => cast(some('int'), 'long'),
      () => fn(choices.pick(['ceil', 'floor']), some(choices.pick(['double', 'int']))),
      () => cast(some(choices.pick(['double', 'decimal'])), 'long'),
      () => fn('intDiv', some('long'), some('int')),
      () => tryCast(some('string'), 'long'),
    ],
    double: [
      () =>
        op(
          choices.pick(['+', '-', '*', '/', '%']),
          some('double'),
          some(choices.pick(['double', 'int', 'long', 'decimal'])),
        ),
      () => op('/', some('int'), some(choices.pick(['int', 'long']))),
      () => cast(some(choices.pick(['int', 'long', 'decimal'])), 'double'),
      () => fn('round', some('double'), int(choices.below(3))),
      () => tryCast(some('string'), 'double'),
      () => fn('abs', op('neg', some('double'))),
    ],
    decimal: [
      () => op(choices.pick(['+', '-']), some('decimal'), some('decimal')),
      () => op('*', leaf(source, 'decimal'), leaf(source, 'decimal')),
      () => cast(cast(some('int'), 'long'), 'decimal(22,2)'),
      () => fn('round', some('decimal'), int(choices.below(3))),
      () => op('neg', some('decimal')),
      () => fn('abs', some('decimal')),
    ],
    string: [
      () => fn(choices.pick(['upper', 'lower', 'trim', 'ltrim', 'rtrim', 'reverse']), some('string')),
      () => fn('concat', some('string'), some('string')),
      () => fn('concat_ws', text(choices.pick(['-', '', '|'])), some('string'), some('string')),
      () => fn('substring', some('string'), int(choices.below(6) - 2), int(choices.below(4))),
      () => fn('replace', some('string'), text(choices.pick(['a', ' ', '', 'ab'])), text(choices.pick(['', 'x', 'a']))),
      () => fn(choices.pick(['lpad', 'rpad']), some('string'), int(choices.below(5)), text(choices.pick(['*', 'xy']))),
      () => fn(choices.pick(['left', 'right', 'repeat']), some('string'), int(choices.below(4) - 1)),
      () => cast(some(choices.pick(['int', 'long', 'boolean', 'date', 'timestamp', 'decimal'])), 'string'),
      // A negative zero prints its sign, but which of two equal zeros a group keeps is nobody's promise.
      () => cast(op('+', some('double'), lit(0, 'double')), 'string'),
    ],
    boolean: [
      () => compared(source, depth),
      () => compared(source, depth),
      () => op(choices.pick(['and', 'or']), some('boolean'), some('boolean')),
      () => op('not', some('boolean')),
      () => ({ method: choices.pick(['isNull', 'isNotNull']), on: some(choices.pick(KINDS)) }),
      () => {
        const of = choices.pick(['int', 'string', 'date', 'decimal', 'double'] as const)
        const values = Array.from({ length: choices.below(4) }, () =>
          choices.once(8) ? lit(null, literalTypes[of] ?? of) : constant(source, of),
        )
        return { method: 'isin', on: some(of), args: values }
      },
      () => ({
        method: 'like',
        on: some('string'),
        args: [text(choices.pick(['a%', '%', '_', '%a', 'a\\_%', '\\%', '%b%', '', 'A']))],
      }),
      () => ({
        method: 'ilike',
        on: some('string'),
        args: [text(choices.pick(['A%', '%B', 'ab', '_', '%\\%%']))],
      }),
      () => ({
        method: 'rlike',
        on: some('string'),
        args: [text(choices.pick(['a', '^a', 'b$', '[a-z]+', '^\\d+$', '^.$', 'a|b', '^$', "o'k"]))],
      }),
      () => ({
        method: choices.pick(['contains', 'startswith', 'endswith']),
        on: some('string'),
        args: [some('string')],
      }),
      () => ({ method: 'between', on: number(), args: [number(), number()] }),
      () => {
        const of = choices.pick(['string', 'date', 'timestamp'] as const)
        return { method: 'between', on: some(of), args: [some(of), some(of)] }
      },
      () => tryCast(some('string'), 'boolean'),
      () => cast(some(choices.pick(['int', 'double'])), 'boolean'),
    ],
    date: [
      () => fn(choices.pick(['date_add', 'date_sub']), some('date'), int(choices.pick([1, 0, -1, 31, 366, -400]))),
      () => fn('add_months', some('date'), int(choices.pick([1, -1, 0, 12, 25, -13]))),
      () => fn('last_day', some('date')),
      () => fn('trunc', some('date'), text(choices.pick(['month', 'year', 'quarter', 'week']))),
      () => cast(some('timestamp'), 'date'),
      () => tryCast(some('string'), 'date'),
    ],
    timestamp: [
      () =>
        fn('date_trunc', text(choices.pick(['day', 'hour', 'week', 'month', 'quarter', 'year'])), some('timestamp')),
      () => cast(some('date'), 'timestamp'),
    ],
  }
  return choices.pick([...own[kind], ...same])()
}

/** Two values of types that meet, compared. */
function compared(source: Source, depth: number): ExpressionNode {
  const { choices } = source
  const left = choices.pick(KINDS)
  const meeting = KINDS.filter((kind) =>
    isNumber(left) || left === 'decimal' ? isNumber(kind) || kind === 'decimal' : kind === left,
  )
  const right = choices.once(2) ? choices.pick(meeting) : left
  const operator = choices.pick(['==', '<', '>=', '!=', '<=>', '>', '<='])
  return op(operator, expression(source, left, depth - 1), expression(source, right, depth - 1))
}
