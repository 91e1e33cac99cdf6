#!/usr/bin/env node
/** `npx millrace …`: the application of the working folder, as `node app.js …`. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const entry = resolve('app.js')
if (existsSync(entry)) {
  // The application's folder is that of the script, and slots import it.
  process.argv[1] = entry
  await import(pathToFileURL(entry).href)
} else {
  const source = existsSync(resolve('app.ts'))
  process.stderr.write(`error there is no app.js in ${process.cwd()}\n`)
  process.stderr.write(
    source ? '  hint build it from app.ts: npm run build\n' : '  hint run this in the folder of your project\n',
  )
  process.exitCode = 2
}
