import { InvalidArgument } from '../errors/index.ts'
import { didYouMean, listNames, shorten } from '../errors/nearest.ts'
import { parseDuration } from '../plan/duration.ts'
import type { RetryPolicy } from './graph.ts'
import { checkParams } from './params/check.ts'
import type { NodeOptions, RetryOptions, TaskOptions } from './task.ts'

/** The options that everything has. */
export const NODE_OPTIONS = [
  'dependsOn',
  'runsOn',
  'retry',
  'ttlMinutes',
  'timeout',
  'tags',
  'owner',
  'description',
  'enabled',
  'trigger',
] as const satisfies readonly (keyof NodeOptions)[]
const RETRY_OPTIONS = [
  'times',
  'delay',
  'backoff',
  'jitter',
  'retryOn',
] as const satisfies readonly (keyof RetryOptions)[]

/**
 * Gives the options back if they can be.
 *
 * Not checked here: what `dependsOn` holds, which is known once all models are loaded.
 *
 * @throws InvalidArgument naming the option, what came, and what it takes.
 */
export function checkOptions(options: TaskOptions): TaskOptions {
  checkObject('Task', options, 'Task({ … }, async ({ session }) => { … })')
  checkKeys('Task', 'option', Object.keys(options), [...NODE_OPTIONS, 'params'])
  checkNodeOptions('Task', options)
  if (options.params !== undefined) checkParams(options.params)
  return Object.freeze({ ...options })
}

/** @throws InvalidArgument where the options are no object of options */
export function checkObject(what: string, given: unknown, hint: string): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new InvalidArgument(`${what}: expected options or a function, not ${show(given)}`, { hint })
  }
}

/** Checks the options that everything has. @param what `Task`, `Model` … */
export function checkNodeOptions(what: string, options: NodeOptions): void {
  const invalid = (option: string, came: unknown, expected: string) => invalidOption(what, option, came, expected)
  const { dependsOn, runsOn, ttlMinutes, timeout, tags, owner, description, enabled, trigger } = options
  if (dependsOn !== undefined && !Array.isArray(dependsOn) && typeof dependsOn !== 'function') {
    throw invalid('dependsOn', dependsOn, 'a list of tasks, names or thunks: [orders, "sales.daily", () => later]')
  }
  if (runsOn !== undefined && (typeof runsOn !== 'object' || runsOn === null || typeof runsOn.kind !== 'string')) {
    throw invalid('runsOn', runsOn, 'a schedule: Daily(), Weekly("friday"), Monthly(), Cron("0 7 * * *")')
  }
  retryPolicy(options.retry, what)
  if (ttlMinutes !== undefined && !(typeof ttlMinutes === 'number' && Number.isFinite(ttlMinutes) && ttlMinutes > 0)) {
    throw invalid('ttlMinutes', ttlMinutes, 'a number of minutes above zero')
  }
  if (timeout !== undefined) parseDuration(timeout, 'timeout')
  if (tags !== undefined && !(Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && tag !== ''))) {
    throw invalid('tags', tags, 'a list of names: ["nightly"]')
  }
  if (owner !== undefined && typeof owner !== 'string') throw invalid('owner', owner, 'a name')
  if (description !== undefined && typeof description !== 'string') throw invalid('description', description, 'a text')
  if (enabled !== undefined && typeof enabled !== 'boolean') throw invalid('enabled', enabled, 'true or false')
  if (trigger !== undefined && trigger !== 'allSuccess' && trigger !== 'allDone') {
    throw invalid('trigger', trigger, '"allSuccess" or "allDone"')
  }
}

/** The retry option in full. @throws InvalidArgument */
export function retryPolicy(retry: NodeOptions['retry'], what = 'Task'): RetryPolicy {
  const invalid = (option: string, came: unknown, expected: string) => invalidOption(what, option, came, expected)
  const given: RetryOptions = typeof retry === 'object' && retry !== null ? retry : { times: retry ?? 0 }
  checkKeys(what, 'retry option', Object.keys(given), RETRY_OPTIONS)
  const { times, delay = '1s', backoff = 'fixed', jitter = false, retryOn } = given
  if (!Number.isInteger(times) || times < 0) throw invalid('retry', times, 'how many further attempts: 0, 1, 2 …')
  if (backoff !== 'fixed' && backoff !== 'exponential')
    throw invalid('retry.backoff', backoff, '"fixed" or "exponential"')
  if (typeof jitter !== 'boolean') throw invalid('retry.jitter', jitter, 'true or false')
  if (retryOn !== undefined && typeof retryOn !== 'function')
    throw invalid('retry.retryOn', retryOn, 'a function of the error')
  return { times, delayMs: parseDuration(delay, 'retry.delay'), backoff, jitter, custom: retryOn !== undefined }
}

/** @throws InvalidArgument naming the first key that is none of `known` */
export function checkKeys(what: string, kind: string, keys: readonly string[], known: readonly string[]): void {
  const unknown = keys.find((key) => !known.includes(key))
  if (unknown === undefined) return
  throw new InvalidArgument(`${what}: unknown ${kind} "${unknown}"`, {
    hint: [didYouMean(unknown, known), `${kind}s are ${listNames(known)}`].filter(Boolean).join(' '),
  })
}

/** `Model: strategy is "upsert"`. */
export function invalidOption(what: string, option: string, came: unknown, expected: string): InvalidArgument {
  return new InvalidArgument(`${what}: ${option} is ${show(came)}`, { hint: `expected ${expected}` })
}

function show(value: unknown): string {
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'number') return String(value)
  return shorten((JSON.stringify(value) as string | undefined) ?? String(value))
}
