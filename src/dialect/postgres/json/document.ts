/** Documents in texts that Spark reads more generously than PostgreSQL, and JSON as Spark writes it. */
import { types } from '../../../plan/type.ts'
import { type Fragment, fill, fragment, written } from '../../fragment.ts'
import { postgresCast } from '../casts.ts'

/** The pieces of anything like a document; spaces are none. */
const PIECES = written(`"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|[][{}:,]|[^][{}:,"' \\t\\r\\n]+|["']`)
/** An apostrophe that is escaped, and a quotation mark that is not. */
const APOSTROPHE = written(`(?<!\\\\)((?:\\\\\\\\)*)\\\\'`)
const QUOTE = written(`(?<!\\\\)((?:\\\\\\\\)*)"`)

/** A piece in single quotes in double ones. */
const REQUOTED = `case when piece like '''%''' and length(piece) > 1 then '"' || regexp_replace(regexp_replace(substr(piece, 2, length(piece) - 2), ${APOSTROPHE}, '\\1''', 'g'), ${QUOTE}, '\\1\\"', 'g') || '"'`
/** Numbers that are none, as texts that say which. */
const SPECIAL = "when piece in ('NaN', 'Infinity', '+Infinity', '-Infinity', '+INF', '-INF') then '\"' || piece || '\"'"
/** A piece whose tabs and line ends are escaped. */
const ESCAPED = `case when quoted ~ ${written('^".*[\\x01-\\x1f]')} then (select string_agg(case when sign ~ ${written('[\\x01-\\x1f]')} then '\\u' || lpad(to_hex(ascii(sign)), 4, '0') else sign end, '' order by at) from string_to_table(quoted, null) with ordinality as signs(sign, at)) else quoted end`

/** The pieces up to the end of the first value. */
const pieces = (ofValues: boolean): string =>
  `select string_agg(whole, ' ' order by place) filter (where place <= last) as document from (select whole, place, min(place) filter (where depth = 0) over () as last from (select ${ofValues ? 'quoted' : ESCAPED} as whole, place, sum(case when quoted in ('{', '[') then 1 when quoted in ('}', ']') then -1 else 0 end) over (order by place) as depth from (select ${REQUOTED} ${ofValues ? SPECIAL : ''} else piece end as quoted, place from regexp_matches($1, ${PIECES}, 'g') with ordinality as found(pieces, place), unnest(pieces) as piece) as requoted) as nested) as ended`

/**
 * The document in a text as json; NULL where there is none.
 *
 * @param ofValues whether it is read for values: texts then hold no tabs and line ends, and numbers may be NaN
 */
export function documentIn(text: Fragment, ofValues: boolean): Fragment {
  return fill(
    `case when $1 is json then $1::json when $1 is not null then (select case when document is json then document::json end from (${pieces(ofValues)}) as cut) end`,
    [text],
  )
}

/** The tokens of a document. */
const TOKENS = written('"(?:[^"\\\\]|\\\\.)*"|-?[0-9][0-9.eE+-]*|[][{}:,]|true|false|null')
/** Characters that Spark spells in other words than PostgreSQL. */
const SPELLED = written('[\\x0b\\x0e\\x0f\\x1a-\\x1f]')
const SPELLED_WIDE = written('[\\x0b\\x0e\\x0f\\x1a-\\x1f\\U00010000-\\U0010ffff]')

/** A text in quotes, as Spark writes it. `ascii` spells what is beyond 16 bits as two numbers. */
export function quotedText(text: Fragment, ascii: boolean): Fragment {
  const halves =
    "'\\u' || upper(to_hex(55232 + (ascii(sign) >> 10))) || '\\u' || upper(to_hex(56320 + (ascii(sign) & 1023)))"
  const wide = ascii ? `when ascii(sign) > 65535 then ${halves} ` : ''
  const sign = `case ${wide}when sign ~ ${SPELLED} then '\\u' || upper(lpad(to_hex(ascii(sign)), 4, '0')) else substr(to_json(sign)::text, 2, length(to_json(sign)::text) - 2) end`
  return fill(
    `case when $1 ~ ${ascii ? SPELLED_WIDE : SPELLED} then (select '"' || string_agg(${sign}, '' order by at) || '"' from string_to_table($1, null) with ordinality as signs(sign, at)) else to_json($1)::text end`,
    [text],
  )
}

/** A double as JSON: what is no number stands in quotes. */
export function doubleJson(double: Fragment): Fragment {
  return fill(`case when $1 in ('NaN', 'Infinity', '-Infinity') then '"' || $1::text || '"' else $2 end`, [
    double,
    postgresCast(double, types.double, types.string, 'raise'),
  ])
}

/** JSON without spaces, whose numbers with a fraction or an exponent are doubles. */
export function compactJson(json: Fragment, ascii: boolean): Fragment {
  const text = quotedText(fragment("token::json #>> '{}'"), ascii)
  const double = postgresCast(fragment('token'), types.string, types.double, 'raise')
  const number = `(select ${doubleJson(fragment('number')).sql} from (select ${double.sql} as number) as read)`
  return fill(
    `(select string_agg(case when token like '"%' then ${text.sql} when token = '-0' then '0' when token ~ ${written('^-?[0-9]+$')} then token when token ~ ${written('^-[0.]+([eE].*)?$')} then '-0.0' when token ~ '^[-0-9]' then ${number} else token end, '' order by place) from regexp_matches($1::text, ${TOKENS}, 'g') with ordinality as found(tokens, place), unnest(tokens) as token)`,
    [json],
  )
}
