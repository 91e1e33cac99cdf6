import { readFileSync } from 'node:fs'
import { PACKAGE_ROOT } from '../errors/package-root.ts'

/** Of the package. */
export function version(): string {
  const { version: text } = JSON.parse(readFileSync(new URL('package.json', PACKAGE_ROOT), 'utf8')) as {
    version: string
  }
  return text
}
