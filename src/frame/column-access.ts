import { toColumn } from '../column/expression-column.ts'
import { nameReference } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'

/** Names that the language and its tools ask of every object: never columns by property (`df.col('then')` still works). */
const PLAIN = new Set([
  'then',
  'catch',
  'finally',
  'toJSON',
  'constructor',
  'toString',
  'toLocaleString',
  'valueOf',
  'hasOwnProperty',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  '$$typeof',
])

/** A column of a frame by identity. */
export function columnOf<C>(frame: Relation, name: string, operand?: 'left' | 'right'): C {
  return toColumn<C>(Object.freeze({ kind: 'attribute', frame, name, operand }))
}

/** What callbacks are given: every name is a column, and nothing else is there. */
export function columnsOf<C>(frame: Relation, operand?: 'left' | 'right'): C {
  return new Proxy(Object.freeze(Object.create(null)), {
    get: (_, name) => (typeof name === 'symbol' ? undefined : columnOf(frame, name, operand)),
  }) as C
}

/** Every name is a column by that name, of whatever frame or table the expression comes to. */
export function columnsByName<C>(): C {
  return new Proxy(Object.freeze(Object.create(null)), {
    get: (_, name) => (typeof name === 'symbol' ? undefined : toColumn(nameReference(name))),
  }) as C
}

/**
 * Base of frames that gives columns as properties. The trap sits behind the class's prototype: only names that nothing
 * declares reach it, and `this` stays a real object with its private fields.
 */
export class ColumnAccess {}
Object.setPrototypeOf(
  ColumnAccess.prototype,
  new Proxy(Object.create(null), {
    get: (_, name, frame: { col?: (name: string) => unknown }) =>
      typeof name === 'symbol' || PLAIN.has(name) || typeof frame.col !== 'function' ? undefined : frame.col(name),
  }),
)
