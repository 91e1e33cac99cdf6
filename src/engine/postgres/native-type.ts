import { type SqlType, types } from '../../plan/type.ts'

/** A type as the catalogue describes it; domains are already resolved to what they are made of. */
export interface NativeType {
  /** `int4`, `_text`, the enum's name … */
  readonly name: string
  /** pg_type.typtype: `b` base, `e` enum, `c` composite … */
  readonly kind: string
  /** Precision and scale, packed; -1 for none. */
  readonly modifier: number
  /** For an array: what it holds. */
  readonly element: { readonly name: string; readonly kind: string } | undefined
  /** As PostgreSQL prints it, for messages. */
  readonly text: string
}

const SIMPLE: Readonly<Record<string, SqlType>> = {
  bool: types.boolean,
  int2: types.short,
  int4: types.int,
  int8: types.long,
  float4: types.float,
  float8: types.double,
  text: types.string,
  varchar: types.string,
  bpchar: types.string,
  name: types.string,
  uuid: types.string,
  date: types.date,
  timestamp: types.timestamp,
  timestamptz: types.timestamp,
  json: types.json,
  jsonb: types.json,
  bytea: types.binary,
}

/** PostgreSQL's numeric without sizes holds any number: read as the widest decimal, as Spark's JDBC source does. */
const BARE_NUMERIC = types.decimal(38, 18)

/** A PostgreSQL type as ours; `unknown` for what has no value in JavaScript that we promise. */
export function sqlTypeOf(native: NativeType): SqlType {
  if (native.element !== undefined) {
    const element = scalar(native.element.name, native.element.kind, native.modifier)
    return element === undefined ? unknown(native) : { kind: 'array', element }
  }
  return scalar(native.name, native.kind, native.modifier) ?? unknown(native)
}

function scalar(name: string, kind: string, modifier: number): SqlType | undefined {
  if (kind === 'e') return types.string
  if (name === 'numeric') return decimal(modifier)
  return Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined
}

/** Precision and scale stand in the two halves of the modifier, four too high; the scale is signed in eleven bits. */
function decimal(modifier: number): SqlType | undefined {
  if (modifier < 4) return BARE_NUMERIC
  const precision = ((modifier - 4) >> 16) & 0xffff
  const scale = (((modifier - 4) & 0x7ff) ^ 1024) - 1024
  return precision <= 38 && scale >= 0 && scale <= precision ? types.decimal(precision, scale) : undefined
}

function unknown(native: NativeType): SqlType {
  return { kind: 'unknown', native: native.text }
}
