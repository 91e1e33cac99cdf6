/**
 * Text that holds JSON, as Spark reads it: texts may stand in single quotes, what follows a document does not matter, and
 * numbers with a fraction or an exponent are doubles. What is no JSON gives NULL.
 */
import type { Like, Result } from '../column/aggregate.ts'
import type { ColumnOf, NamedColumn } from '../column/column.ts'
import { columnArgument, constantOf, describeValue, toColumn } from '../column/expression-column.ts'
import type { Text, TypeName, TypeOf } from '../column/values.ts'
import { InvalidArgument, TypeMismatch } from '../errors/index.ts'
import { call, literal } from '../plan/expression.ts'
import { formatType, parseType, type SqlType, types } from '../plan/type.ts'
import { isIntegral } from '../plan/type-rules.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { readSchema } from './json/schema.ts'
import { type Parameter, text, written } from './parameter.ts'

type Texts = ColumnOf<Text | null>

/**
 * What stands at a path of a JSON text, as text: a text itself, anything else as JSON. NULL where there is nothing, or
 * null. `[*]` asks for all elements of an array: one finding is given as it is, several as an array.
 *
 * @param path `$.customer.name`, `$['a key']`, `$.items[0].sku`, `$.items[*].sku`; what is no path finds nothing
 * @example getJsonObject(o.document, '$.items[0].sku')
 */
export const getJsonObject: <C extends Texts>(text: C, path: string) => Like<C, string | null> = scalar(
  'getJsonObject',
  { takes: [text, written('a path')], gives: types.string, nulls: 'always' },
)

/** How many elements the array in a JSON text has; NULL for anything else. @example jsonArrayLength(o.tags) */
export const jsonArrayLength: <C extends Texts>(text: C) => Like<C, number | null> = scalar('jsonArrayLength', {
  takes: [text],
  gives: types.int,
  nulls: 'always',
})

/** The names in the object of a JSON text, in their order; NULL for anything else. @example jsonObjectKeys(o.document) */
export const jsonObjectKeys: <C extends Texts>(text: C) => Like<C, readonly string[] | null> = scalar(
  'jsonObjectKeys',
  { takes: [text], gives: types.array(types.string), nulls: 'always' },
)

/** What the object of a JSON text has under a name, as getJsonObject gives it; the last, where a name stands there twice. */
scalar('jsonMember', { takes: [text, written('a name')], gives: types.string, nulls: 'always' })

type Members<N extends readonly string[]> = { [I in keyof N]: NamedColumn<`c${I & string}`, string | null> }

/**
 * Several names of the object in a JSON text at once: columns `c0`, `c1` … unless `.as()` names them, as text. NULL for a
 * name that is not there, and for null.
 *
 * @example orders.select((o) => [o.id, ...jsonTuple(o.document, 'sku', 'price')])
 * @example
 * const [sku, price] = jsonTuple(orders.document, 'sku', 'price')
 * orders.withColumns({ sku, price })
 */
export function jsonTuple<const N extends readonly [string, ...string[]]>(text: Texts, ...names: N): Members<N> {
  if (names.length === 0) throw new InvalidArgument('jsonTuple takes at least one name')
  const document = columnArgument(text, 'jsonTuple')
  const columns = names.map((given, index) => {
    const name = constantOf(given)
    if (typeof name !== 'string') {
      throw new InvalidArgument(`jsonTuple takes names that are written into the program, not ${describeValue(given)}`)
    }
    const member = call('jsonMember', [document, literal(name, types.string)])
    return toColumn({ kind: 'alias', operand: member, name: `c${index}` })
  })
  return Object.freeze(columns) as never
}

/** What has parts: only such values are documents by themselves. */
const nested: Parameter = {
  what: 'an array, a map or a struct',
  accepts: ({ kind }) => kind === 'array' || kind === 'map' || kind === 'struct',
  fallback: types.array(types.string),
}

/** Documents inside of values are written in no one way, nor are days as keys. @throws TypeMismatch */
function checkWritable(type: SqlType): void {
  if (type.kind === 'json' || type.kind === 'unknown') {
    throw new TypeMismatch(`toJson writes no ${formatType(type)} inside of a value`, {
      hint: "cast it: .cast('string')",
    })
  }
  if (type.kind === 'array') checkWritable(type.element)
  else if (type.kind === 'struct') for (const field of type.fields) checkWritable(field.type)
  else if (type.kind === 'map') {
    if (type.key.kind !== 'string' && !isIntegral(type.key))
      throw new TypeMismatch(`toJson writes maps of texts and whole numbers, not a ${formatType(type)}`)
    checkWritable(type.value)
  }
}

/**
 * An array, map or struct as a JSON text without spaces. Fields of structs that are NULL are left out; timestamps are
 * `2024-02-29T12:30:00.000Z`, binary is base64.
 *
 * @example toJson(struct(o.id, o.total))
 */
export const toJson: <C extends ColumnOf<unknown>>(column: C) => Result<C, string> = scalar('toJson', {
  takes: [nested],
  gives: ([column]) => {
    checkWritable((column as Argument).type)
    return types.string
  },
})

/** The type of a schema, by its name; what it does not name is anything. */
// biome-ignore lint/suspicious/noExplicitAny: a schema of fields alone names no type of ours
type Read<S> = S extends TypeName ? TypeOf<S> : any

const read = scalar('fromJson', { takes: [text, written('a schema')], gives: schemaOf, nulls: 'always' })

function schemaOf([, schema]: readonly Argument[]): SqlType {
  return parseType(String(schema?.literal))
}

/**
 * The value that a JSON text holds, by a schema. What does not fit its type is NULL, and so is an array or map that holds
 * any such; a struct is none, but has NULLs. NULL for blank text.
 *
 * @param schema `struct<sku:string,price:decimal(10,2)>`, `array<int>`, `map<string,double>`, or fields: `sku STRING, price DOUBLE`
 * @throws InvalidArgument for what is no schema, TypeMismatch for one of something else.
 * @example fromJson(o.document, 'struct<sku:string,price:double>').getField('sku')
 */
export function fromJson<C extends Texts, const S extends string>(text: C, schema: S): Like<C, Read<S> | null> {
  const given = constantOf(schema)
  if (typeof given !== 'string') {
    throw new InvalidArgument(`fromJson takes a schema that is written into the program, not ${describeValue(schema)}`)
  }
  const type = readSchema(given)
  if (type.kind !== 'struct' && type.kind !== 'array' && type.kind !== 'map') {
    throw new TypeMismatch(`fromJson reads structs, arrays and maps, not a ${formatType(type)}`, {
      hint: "ask for a part: getJsonObject(o.document, '$.total').cast('double')",
    })
  }
  return read(text, formatType(type)) as never
}
