/** Keeps credentials out of messages, SQL and state. */

const MASK = '***'

/** `postgres://user:secret@host`: everything up to the last `@`, since people paste passwords as they are (`p@ss/word`). */
const DATABASE_URL = /((?!https?:)\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/?#"'`]*:)[^\s"'`]+@/gi

/** The same in a web address, where a later `@` may be part of the path. */
const WEB_URL = /(https?:\/\/[^\s:@/?#"'`]*:)[^\s@/"'`]+@/gi

/** `password=secret`, `"pwd": "secret"`, `token: secret`; a quoted value may hold blanks. */
const NAMED_SECRET =
  /(\b[\w-]*(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key)["'`]?\s*[=:]\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,;&"'`)}\]]+)/gi

/** `Authorization: Bearer …`. */
const BEARER = /(\b(?:bearer|basic)\s+)[A-Za-z0-9._~+/=-]{8,}/gi

/** PWD and OLDPWD are folders. */
const SECRET_NAME = /^(?!(?:OLD)?PWD$).*(?:pass|pwd|secret|token|api_?key|credential)/i

/** Shorter values of secret variables (`test`, `1234`) would blot out innocent words. */
const SHORTEST = 6

/**
 * `text` without what looks like a credential: passwords in URLs, `password=…`, bearer tokens, and the values of
 * environment variables whose names say that they are secret (or that hold a URL with a password).
 *
 * @example redact('cannot reach postgres://me:hunter2@db/x') // 'cannot reach postgres://me:***@db/x'
 */
export function redact(text: string, environment: Readonly<Record<string, string | undefined>> = process.env): string {
  let clean = text
  for (const secret of secrets(environment)) if (clean.includes(secret)) clean = clean.replaceAll(secret, MASK)
  return clean
    .replace(DATABASE_URL, `$1${MASK}@`)
    .replace(WEB_URL, `$1${MASK}@`)
    .replace(NAMED_SECRET, (_, name: string, value: string) => `${name}${quoteLike(value)}`)
    .replace(BEARER, `$1${MASK}`)
}

function quoteLike(value: string): string {
  const quote = value[0] === '"' || value[0] === "'" ? value[0] : ''
  return `${quote}${MASK}${quote}`
}

function secrets(environment: Readonly<Record<string, string | undefined>>): string[] {
  const found = new Set<string>()
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || value.length < SHORTEST) continue
    if (SECRET_NAME.test(name)) found.add(value)
    const password = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*?:([^/?#]+)@/i.exec(value)?.[1]
    if (password === undefined || password.length < SHORTEST) continue
    found.add(password)
    try {
      found.add(decodeURIComponent(password))
    } catch {
      // Not percent-encoded: the raw form above is all there is.
    }
  }
  // Longest first: one secret may be the beginning of another.
  return [...found].sort((a, b) => b.length - a.length)
}
