/** Documents in texts that Spark reads otherwise than DuckDB, and JSON as Spark writes it. No queries: they stand in lambdas, too. */
import { types } from '../../../plan/type.ts'
import { type Fragment, fill, fragment, written } from '../../fragment.ts'
import { duckdbCast } from '../casts.ts'

/** The body with a name for a value that it uses more than once. */
export const named = (name: string, value: Fragment, body: Fragment): Fragment =>
  fill(`list_transform([$1], lambda ${name}: $2)[1]`, [value, body], 100)

const TEXT = written('"(?:[^"\\\\]|\\\\.)*"')
/** What DuckDB reads and Spark does not: a comma behind the last of several, and numbers that are none. */
const STRAY = written(',[ \\t\\r\\n]*[\\]}]|[nN][aA][nN]|[iI][nN][fF]')
const valid = (text: string): string =>
  `json_valid(${text}) and not regexp_matches(regexp_replace(${text}, ${TEXT}, '""', 'g'), ${STRAY})`

/** The pieces of anything like a document; spaces are none. */
const PIECES = written(
  `"(?:[^"\\\\]|\\\\(?s:.))*"|'(?:[^'\\\\]|\\\\(?s:.))*'|[\\]\\[{}:,]|[^\\]\\[{}:,"' \\t\\r\\n]+|["']`,
)
/** The characters of a text in quotes, with what escapes them. */
const SIGNS = written('\\\\(?s:.)|(?s:[^\\\\])')
const REQUOTED = `case when piece[1] = '''' and length(piece) > 1 then '"' || array_to_string(list_transform(regexp_extract_all(piece[2:-2], ${SIGNS}), lambda sign: case when sign = '\\''' then '''' when sign = '"' then '\\"' else sign end), '') || '"'`
/** Numbers that are none, as texts that say which. */
const SPECIAL = "when piece in ('NaN', 'Infinity', '+Infinity', '-Infinity', '+INF', '-INF') then '\"' || piece || '\"'"
const ESCAPED = `case when piece[1] = '"' and regexp_matches(piece, ${written('[\\x01-\\x1f]')}) then array_to_string(list_transform(string_split(piece, ''), lambda sign: case when sign < ' ' and sign <> '' then '\\u' || lpad(hex(unicode(sign)), 4, '0') else sign end), '') else piece end`

/** The pieces up to the end of the first value. */
function pieces(text: Fragment, ofValues: boolean): Fragment {
  const requoted = fill(
    `list_transform(regexp_extract_all($1, ${PIECES}), lambda piece: ${REQUOTED} ${ofValues ? SPECIAL : ''} else piece end)`,
    [text],
  )
  const whole = ofValues ? requoted : fill(`list_transform($1, lambda piece: ${ESCAPED})`, [requoted])
  const steps =
    "list_transform(pieces, lambda piece: case when piece in ('{', '[') then 1 when piece in ('}', ']') then -1 else 0 end)"
  const depths = `list_transform(range(1, len(steps) + 1), lambda place: list_sum(steps[:place]))`
  const cut = named('steps', fragment(steps), fragment(`array_to_string(pieces[:list_position(${depths}, 0)], ' ')`))
  return named('pieces', whole, cut)
}

/**
 * The document in a text; NULL where there is none.
 *
 * @param ofValues whether it is read for values: texts then hold no tabs and line ends, and numbers may be NaN
 */
export function documentIn(text: Fragment, ofValues: boolean): Fragment {
  const rest = named(
    'rest',
    pieces(fragment('given'), ofValues),
    fragment(`case when ${valid('rest')} then rest::json end`),
  )
  return named(
    'given',
    text,
    fill(`case when ${valid('given')} then given::json when given is not null then $1 end`, [rest]),
  )
}

/** The tokens of a document. */
const TOKENS = written('"(?:[^"\\\\]|\\\\.)*"|-?[0-9][0-9.eE+-]*|[\\]\\[{}:,]|true|false|null')
const WIDE = written('[\\x{10000}-\\x{10ffff}]')

/** A text in quotes, as Spark writes it. `ascii` spells what is beyond 16 bits as two numbers. */
export function quotedText(text: Fragment, ascii: boolean): Fragment {
  const quoted = fill('to_json($1)::varchar', [text], 80)
  if (!ascii) return quoted
  const halves = "'\\u' || hex(55232 + (unicode(sign) >> 10)) || '\\u' || hex(56320 + (unicode(sign) & 1023))"
  return named(
    'quoted',
    quoted,
    fragment(
      `case when regexp_matches(quoted, ${WIDE}) then array_to_string(list_transform(string_split(quoted, ''), lambda sign: case when unicode(sign) > 65535 then ${halves} else sign end), '') else quoted end`,
    ),
  )
}

/** A number of a floating type as JSON: what is no number stands in quotes. */
export function realJson(real: Fragment, type: typeof types.double | typeof types.float = types.double): Fragment {
  return fill(`case when isfinite($1) then $2 else '"' || $2 || '"' end`, [
    real,
    duckdbCast(real, type, types.string, 'raise'),
  ])
}

/** JSON without spaces, whose numbers with a fraction or an exponent are doubles. */
export function compactJson(json: Fragment, ascii: boolean): Fragment {
  const text = quotedText(fragment("token::json ->> '$'"), ascii)
  const number = named('number', fragment('token::double'), realJson(fragment('number')))
  return fill(
    `array_to_string(list_transform(regexp_extract_all($1::varchar, ${TOKENS}), lambda token: case when token[1] = '"' then $2 when token = '-0' then '0' when regexp_matches(token, ${written('^-?[0-9]+$')}) then token when regexp_matches(token, '^[-0-9]') then $3 else token end), '')`,
    [json, text, number],
  )
}
