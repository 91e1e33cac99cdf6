/**
 * Loaded before everything else, in every thread and process (`NODE_OPTIONS=--import …`): writes the name of each module
 * that anything asks for to the file MILLRACE_TRACE, the moment it does.
 */
import { appendFileSync } from 'node:fs'
import Module, { register } from 'node:module'

const file = process.env.MILLRACE_TRACE
const note = (name) => appendFileSync(file, `${name}\n`)

// What is required …
const load = Module._load
Module._load = function (name, ...rest) {
  note(name)
  return load.call(this, name, ...rest)
}
// … and what is imported.
const hooks = `
import { appendFileSync } from 'node:fs'
export async function resolve(name, context, next) {
  appendFileSync(${JSON.stringify(file)}, name + '\\n')
  return next(name, context)
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
