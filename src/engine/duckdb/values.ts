import type * as duckdb from '@duckdb/node-api'

type Driver = typeof duckdb
type Convert = (value: unknown) => unknown

/**
 * How the values of a column of DuckDB's arrive:
 *
 * | DuckDB | JavaScript |
 * |---|---|
 * | BOOLEAN | boolean |
 * | TINYINT to INTEGER, their unsigned kin, FLOAT, DOUBLE | number |
 * | BIGINT, UBIGINT, HUGEINT | bigint |
 * | DECIMAL | string, exact: `'12.50'` |
 * | VARCHAR, JSON, ENUM, UUID | string |
 * | DATE | string `'2024-02-29'` |
 * | TIMESTAMP | string `'2024-02-29 13:00:00.123456'`, no zone |
 * | TIMESTAMPTZ | string `'2024-02-29 13:00:00+00'`: sessions are pinned to UTC |
 * | BLOB | Uint8Array |
 * | lists and arrays | array · STRUCT, MAP: object |
 * | everything else | string, DuckDB's own text |
 *
 * Undefined where the driver's own value is right as it is, which is most of what there is to read.
 */
export function converterOf(driver: Driver, type: duckdb.DuckDBType): Convert | undefined {
  const id = driver.DuckDBTypeId
  switch (type.typeId) {
    case id.BOOLEAN:
    case id.TINYINT:
    case id.SMALLINT:
    case id.INTEGER:
    case id.UTINYINT:
    case id.USMALLINT:
    case id.UINTEGER:
    case id.FLOAT:
    case id.DOUBLE:
    case id.BIGINT:
    case id.UBIGINT:
    case id.HUGEINT:
    case id.UHUGEINT:
    case id.VARCHAR:
    case id.ENUM:
      return undefined
    case id.DECIMAL:
      return (value) => digitsOf(value as duckdb.DuckDBDecimalValue)
    case id.BLOB:
      // A copy: the driver's bytes are a view of the chunk's memory.
      return (value) => new Uint8Array((value as duckdb.DuckDBBlobValue).bytes)
    case id.TIMESTAMP_TZ:
      return (value) =>
        `${new driver.DuckDBTimestampValue((value as duckdb.DuckDBTimestampTZValue).micros).toString()}+00`
    case id.LIST:
    case id.ARRAY: {
      const element = elements(converterOf(driver, (type as duckdb.DuckDBListType).valueType))
      return (value) => (value as duckdb.DuckDBListValue).items.map(element)
    }
    case id.STRUCT: {
      const { entryNames, entryTypes } = type as duckdb.DuckDBStructType
      const converters = entryTypes.map((one) => elements(converterOf(driver, one)))
      return (value) => {
        const { entries } = value as duckdb.DuckDBStructValue
        return Object.fromEntries(entryNames.map((name, index) => [name, converters[index]?.(entries[name])]))
      }
    }
    case id.MAP: {
      const convert = elements(converterOf(driver, (type as duckdb.DuckDBMapType).valueType))
      return (value) =>
        Object.fromEntries(
          (value as duckdb.DuckDBMapValue).entries.map(({ key, value: inner }) => [String(key), convert(inner)]),
        )
    }
    default:
      return String
  }
}

/** The driver's own text of a decimal divides bigints, which takes several times as long. */
function digitsOf({ value, scale }: duckdb.DuckDBDecimalValue): string {
  if (scale === 0) return value.toString()
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** NULLs inside nested values stay what they are. */
function elements(convert: Convert | undefined): Convert {
  return (value) => (value === null || value === undefined ? null : convert === undefined ? value : convert(value))
}

/** A chunk's rows, values converted. */
export function rowsOf(chunk: duckdb.DuckDBDataChunk, converters: readonly (Convert | undefined)[]): unknown[][] {
  const rows: unknown[][] = Array.from({ length: chunk.rowCount }, () => new Array(converters.length))
  for (const [column, convert] of converters.entries()) {
    const vector = chunk.getColumnVector(column)
    for (const [index, row] of rows.entries()) {
      const value: unknown = vector.getItem(index)
      row[column] = value === null || convert === undefined ? value : convert(value)
    }
  }
  return rows
}

const INT64 = 2n ** 63n

/**
 * A binding with its type: the driver would take the smallest type that holds the value, and the type of an expression
 * would then hang on the values in it.
 */
export function bindingOf(driver: Driver, value: unknown): { value: duckdb.DuckDBValue; type: duckdb.DuckDBType } {
  switch (typeof value) {
    case 'string':
      return { value, type: driver.VARCHAR }
    case 'boolean':
      return { value, type: driver.BOOLEAN }
    case 'bigint':
      return { value, type: value >= -INT64 && value < INT64 ? driver.BIGINT : driver.HUGEINT }
    case 'number':
      // As DuckDB reads literals: 10 is an INTEGER, 1e10 a BIGINT, 1.5 a DOUBLE.
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) return { value, type: driver.DOUBLE }
      return value === (value | 0) ? { value, type: driver.INTEGER } : { value: BigInt(value), type: driver.BIGINT }
    default:
  }
  if (value === null || value === undefined) return { value: null, type: driver.SQLNULL }
  if (value instanceof Uint8Array) return { value: driver.blobValue(new Uint8Array(value)), type: driver.BLOB }
  if (value instanceof Date) {
    return { value: new driver.DuckDBTimestampValue(BigInt(value.getTime()) * 1000n), type: driver.TIMESTAMP }
  }
  return { value: JSON.stringify(value), type: driver.VARCHAR }
}
