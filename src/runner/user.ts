import { userInfo } from 'node:os'

/** The name that `{user}` in a schema becomes: `MILLRACE_USER`, else that of the account. */
export function userName(): string {
  const name = process.env.MILLRACE_USER || accountName()
  return name.replace(/[^\p{L}\p{N}_]/gu, '_')
}

function accountName(): string {
  try {
    return userInfo().username
  } catch {
    // A container's user need not be in the system's list.
    return process.env.USER || 'user'
  }
}
