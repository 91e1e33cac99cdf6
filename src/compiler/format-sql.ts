/** Clauses that begin a line of their own. */
const CLAUSES =
  /^(?:with|select|from|where|group by|having|window|order by|limit|offset|union all|union|intersect|except|(?:(?:left|right|full) (?:outer )?|inner |cross )?join|insert into|values|update|set|delete from|on conflict|returning)\b/i

/** A query of one value out of nothing: too short for lines of its own. */
const SCALAR = /^\s*select \w+\s*\)/i

/** Whether a word that begins clauses begins none behind this text: `is distinct from`, `openjson(…) with (…)`. */
function goesOn(text: string, word: string): boolean {
  if (/^from$/i.test(word)) return /\bdistinct\s*$/i.test(text)
  return /^with$/i.test(word) && !/(^|\()\s*$/.test(text)
}

/** Quoted text and names, which are left as they are; then words, parentheses, blanks, all else. */
const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[(?:[^\]]|\]\])*\]|[A-Za-z_][\w$]*|[()]|\s+|[\s\S]/g

/**
 * SQL on several lines: every clause begins one, and a query in parentheses stands indented between them.
 *
 * @example formatSql('select a from (select b from t) as s where a > ?')
 * // select a
 * // from (
 * //   select b
 * //   from t
 * // ) as s
 * // where a > ?
 */
export function formatSql(sql: string): string {
  const tokens = sql.trim().match(TOKENS) ?? []
  /** For each open parenthesis, whether a query stands in it. */
  const open: boolean[] = []
  let text = ''
  let at = 0
  const newline = (): string => `\n${'  '.repeat(open.filter(Boolean).length)}`
  const ahead = (from: number, count = 6): string =>
    tokens
      .slice(from, from + count)
      .join('')
      .replace(/\s+/g, ' ')
  while (at < tokens.length) {
    const token = tokens[at] as string
    if (token === '(') {
      const query = /^\s*(?:select|with|values)\b/i.test(ahead(at + 1)) && !SCALAR.test(ahead(at + 1, 20))
      open.push(query)
      text += token + (query ? newline() : '')
      at += 1
      if (query) while (/^\s/.test(tokens[at] ?? '')) at += 1
    } else if (token === ')') {
      text = open.pop() === true ? text.trimEnd() + newline() + token : text + token
      at += 1
    } else {
      // Inside a function's parentheses (extract(year from x), over (order by x)) a clause is none.
      const clause = open.at(-1) === false || goesOn(text, token) ? undefined : CLAUSES.exec(ahead(at))?.[0]
      if (clause === undefined) {
        text += /^\s+$/.test(token) ? ' ' : token
        at += 1
      } else {
        text = text === '' || /\n *$/.test(text) ? text : text.trimEnd() + newline()
        text += clause
        at += clause.split(' ').length * 2 - 1
      }
    }
  }
  return text
}
