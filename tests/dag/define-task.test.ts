import { describe, expect, test } from 'vitest'
import { isTask, isUnfinished, Task } from '../../src/dag/define-task.ts'
import { retryPolicy } from '../../src/dag/options.ts'
import type { TaskContext, TaskOptions } from '../../src/dag/task.ts'
import { thrownBy } from './support.ts'

const context = { attempt: 2 } as TaskContext

describe('Task', () => {
  test('takes a function, or options and a function', async () => {
    const one = Task(({ attempt }) => attempt)
    const two = Task({ owner: 'ana' }, async ({ attempt }) => attempt + 1)
    expect([one.run(context), await two.run(context)]).toEqual([2, 3])
    expect([isTask(one), isTask(two), two.options.owner]).toEqual([true, true, 'ana'])
    expect(one.declaredAt).toMatch(/define-task\.test\.ts:\d+:\d+$/)
  })

  test('as a decorator makes the method a task that keeps its class', () => {
    const winners = function (this: unknown, { attempt }: { attempt: number }): string {
      return `${String(this)} ${attempt}`
    }
    const initializers: (() => void)[] = []
    const about = {
      kind: 'method',
      name: 'winners',
      static: true,
      private: false,
      addInitializer: (run: () => void) => initializers.push(run),
    }
    Task({ tags: ['x'] })(winners, about as unknown as ClassMethodDecoratorContext)
    for (const run of initializers) run.call('Reports')
    const made: unknown = winners
    if (!isTask(made)) throw new Error('not a task')
    expect([made.run(context), made.options.tags]).toEqual(['Reports 2', ['x']])
    expect(winners.call('again', { attempt: 7 })).toBe('again 7')
  })

  test('without its function is unfinished', () => {
    expect([isUnfinished(Task({ owner: 'ana' })), isUnfinished(Task()), isUnfinished(() => 1)]).toEqual([
      true,
      true,
      false,
    ])
  })

  test.each([
    [{ kind: 'method', name: 'winners', static: false }, 'public static methods, and winners is none'],
    [{ kind: 'getter', name: 'winners', static: true }, 'public static methods, and winners is none'],
    ['winners', 'needs standard decorators'],
  ])('does not stand on %j', (about, message) => {
    expect(thrownBy(() => Task()(() => 1, about as unknown as ClassMethodDecoratorContext)).message).toContain(message)
  })
})

describe('options that cannot be', () => {
  test.each([
    [{ ttl: 5 }, 'unknown option "ttl"', 'Did you mean "ttlMinutes"'],
    [{ dependOn: [] }, 'unknown option "dependOn"', 'Did you mean "dependsOn"'],
    [{ ttlMinutes: -1 }, 'ttlMinutes is -1', 'above zero'],
    [{ ttlMinutes: Number.NaN }, 'ttlMinutes is NaN', 'above zero'],
    [{ timeout: '10 fortnights' }, 'timeout: "10 fortnights" is not a duration', '10m'],
    [{ timeout: 10 }, 'timeout: 10 is not a duration', '10m'],
    [{ timeout: '0s' }, 'timeout: "0s" is not a duration', 'above zero'],
    [{ retry: -1 }, 'retry is -1', 'further attempts'],
    [{ retry: 1.5 }, 'retry is 1.5', 'further attempts'],
    [{ retry: { times: 1, dely: '1s' } }, 'unknown retry option "dely"', 'Did you mean "delay"'],
    [{ retry: { times: 1, delay: 'soon' } }, 'retry.delay: "soon" is not a duration', '10m'],
    [{ retry: { times: 1, backoff: 'linear' } }, 'retry.backoff is "linear"', 'exponential'],
    [{ runsOn: 'monthly' }, 'runsOn is "monthly"', 'Monthly()'],
    [{ runsOn: () => 1 }, 'runsOn is a function', 'Monthly()'],
    [{ dependsOn: 'orders' }, 'dependsOn is "orders"', 'a list'],
    [{ tags: 'nightly' }, 'tags is "nightly"', '["nightly"]'],
    [{ enabled: 'no' }, 'enabled is "no"', 'true or false'],
    [{ trigger: 'always' }, 'trigger is "always"', 'allDone'],
    [null, 'expected options or a function, not null', 'Task('],
  ])('%j', (options, message, hint) => {
    const error = thrownBy(() => Task(options as unknown as TaskOptions, () => 1))
    expect(error.name).toBe('InvalidArgument')
    expect(error.message).toContain(message)
    expect(error.hint).toContain(hint)
  })
  test('a second argument that is no function', () => {
    expect(thrownBy(() => Task({}, 5 as never)).message).toContain('expected a function, not a number')
  })
})

test.each([
  [undefined, { times: 0, delayMs: 1000, backoff: 'fixed', jitter: false, custom: false }],
  [3, { times: 3, delayMs: 1000, backoff: 'fixed', jitter: false, custom: false }],
  [
    { times: 2, delay: '1.5m', backoff: 'exponential' as const, jitter: true, retryOn: () => true },
    { times: 2, delayMs: 90_000, backoff: 'exponential', jitter: true, custom: true },
  ],
])('retry %j', (retry, policy) => {
  expect(retryPolicy(retry)).toEqual(policy)
})
