import { UnsupportedOnDialect } from '../../errors/index.ts'
import { formatType, type SqlType, types } from '../../plan/type.ts'
import { isFractional, isIntegral, isNumeric } from '../../plan/type-rules.ts'
import { type Fragment, fill, RANK } from '../fragment.ts'
import { isNested } from '../nested.ts'
import { mssqlDdl } from './ddl.ts'
import { byCodePoint, COLLATION } from './text.ts'

type OnError = 'raise' | 'null'

export const mssqlType = (type: SqlType): string => mssqlDdl.typeName(type, 'expression')

/** `cast(x as type)`. */
export const typed = (operand: Fragment, type: string): Fragment => fill(`cast($1 as ${type})`, [operand])

/** Casts on SQL Server. What it would read more generously than Spark is given a text that it cannot read. */
export function mssqlCast(operand: Fragment, from: SqlType, to: SqlType, onError: OnError): Fragment {
  const args = [operand]
  const name = mssqlType(to)
  const plain = (one: Fragment): Fragment => fill(`${onError === 'null' ? 'try_cast' : 'cast'}($1 as ${name})`, [one])
  if (isNested(from))
    throw refused(from, to, 'SQL Server has no arrays, maps and structs: read them with session.sql and OPENJSON')
  if (from.kind === 'string') return fromText(operand, to, name, onError)
  if (from.kind === 'timestamp' && isNumeric(to)) {
    return isIntegral(to)
      ? mssqlCast(fill("datediff_big(second, '1970-01-01', $1)", args), types.long, to, onError)
      : mssqlCast(
          fill(
            "cast(datediff_big(microsecond, '1970-01-01', $1) * cast(0.000001 as decimal(7, 6)) as decimal(18, 6))",
            args,
          ),
          types.decimal(18, 6),
          to,
          onError,
        )
  }
  if (to.kind === 'timestamp' && isIntegral(from))
    return fill("dateadd(second, $1 % 86400, dateadd(day, $1 / 86400, cast('1970-01-01' as datetime2(6))))", args)
  switch (to.kind) {
    case 'byte':
      return toByte(operand, onError)
    case 'boolean':
      return fill('cast($1 as bit)', args)
    case 'string':
      return toText(operand, from)
    case 'decimal':
      if (isFractional(from))
        throw refused(from, to, 'SQL Server reads the binary digits of a double: compute in decimals from the start')
      return plain(operand)
    default:
      return plain(operand)
  }
}

function refused(from: SqlType, to: SqlType, hint: string): UnsupportedOnDialect {
  return new UnsupportedOnDialect(
    `a cast from ${formatType(from)} to ${formatType(to)} is not supported on SQL Server`,
    { hint },
  )
}

/** SQL Server has no byte with a sign, but one of 0 to 255: moved there and back, a number of another range raises. */
function toByte(operand: Fragment, onError: OnError): Fragment {
  const cast = onError === 'null' ? 'try_cast' : 'cast'
  return fill(`cast(${cast}(${cast}($1 as smallint) + 128 as tinyint) as smallint) - 128`, [operand], RANK.add)
}

function fromText(operand: Fragment, to: SqlType, name: string, onError: OnError): Fragment {
  const args = [operand]
  const plain = `${onError === 'null' ? 'try_cast' : 'cast'}($1 as ${name})`
  /** The text where it is as Spark wants it, else one that has no value, or raises. */
  const valid = (test: string, read: Fragment): Fragment =>
    fill(`case when ${test} then $2${onError === 'null' ? '' : ` else N'no ${to.kind}: ' + $1`} end`, [operand, read])
  const checked = (test: string, read: Fragment): Fragment => fill(plain, [valid(test, read)])
  switch (to.kind) {
    case 'boolean': {
      const bad = onError === 'null' ? '' : " when $1 is not null then cast(N'no boolean: ' + $1 as bit)"
      return fill(
        `case when lower(trim($1)) in (N't', N'true', N'y', N'yes', N'1') then cast(1 as bit) when lower(trim($1)) in (N'f', N'false', N'n', N'no', N'0') then cast(0 as bit)${bad} end`,
        args,
      )
    }
    case 'byte':
      return toByte(valid(IS_WHOLE, operand), onError)
    case 'short':
    case 'int':
    case 'long':
      // '' and a sign alone would be 0.
      return checked(IS_WHOLE, operand)
    case 'float':
    case 'double':
      return checked(IS_NUMBER, operand)
    case 'date':
      return checked(DAY_TEST, fill(WHOLE_DAY, [fill(DAY_TEXT, args)]))
    case 'timestamp': {
      const day = fill(DAY_TEXT, args)
      const moment = fill(`case when $1 not like N'%:%' then $2 else replace($1, N'UTC', N'Z') end`, [
        operand,
        fill(WHOLE_DAY, [day]),
      ])
      const zoned = fill(plain.replace(name, 'datetimeoffset(6)'), [valid(DAY_TEST, moment)])
      return fill(`cast(switchoffset($1, 0) as ${name})`, [zoned])
    }
    case 'string':
      return operand
    case 'binary':
      return fill(`cast(cast($1 as varchar(max)) as ${name})`, [byCodePoint(operand)])
    default:
      return fill(plain, args)
  }
}

const IS_WHOLE = `$1 like N'%[0-9]%' and $1 not like N'%[^0-9 +-]%' collate ${COLLATION}`
const IS_NUMBER = `$1 like N'%[0-9]%' and $1 not like N'%[^0-9eE. +-]%' collate ${COLLATION}`

/** What stands before the time of day. */
const DAY_TEXT = `left(trim($1), patindex(N'%[ T]%', trim($1) + N' ' collate ${COLLATION}) - 1)`
/** A year or month alone is its first day. */
const WHOLE_DAY = "$1 + case when $1 not like N'%-%' then N'-01-01' when $1 not like N'%-%-%' then N'-01' else N'' end"
const DAY_TEST = "trim($1) like N'[0-9][0-9][0-9][0-9]' or trim($1) like N'[0-9][0-9][0-9][0-9]-[0-9]%'"

function toText(operand: Fragment, from: SqlType): Fragment {
  const args = [operand]
  switch (from.kind) {
    case 'float':
    case 'double':
      throw refused(
        from,
        types.string,
        'SQL Server has no shortest digits of a double: round it into a decimal column, or write it as it is',
      )
    case 'binary':
      throw refused(
        from,
        types.string,
        'SQL Server decodes no UTF-8 out of bytes: keep the text in a column of its own',
      )
    case 'boolean':
      return fill("case when $1 = 1 then N'true' when $1 = 0 then N'false' end", args)
    case 'date':
      return fill('convert(nvarchar(10), $1, 23)', args)
    case 'timestamp':
      // Without the zeros at the end, as Spark prints it.
      return fill("rtrim(rtrim(convert(nvarchar(26), cast($1 as datetime2(6)), 121), N'0'), N'.')", args)
    default:
      return fill('cast($1 as nvarchar(max))', args)
  }
}
