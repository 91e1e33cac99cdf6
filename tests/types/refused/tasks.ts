/** Parameters of tasks, and the values that make no sense for them. One mistake a line, and beside it what is said. */
import { param, type StandardSchema, Task, type TaskContext } from '../../../src/index.ts'
import { runTask } from '../../../src/testing/index.ts'
import { orders } from '../tables.ts'

declare const money: StandardSchema<string, bigint>
declare const fromEnvironment: string | undefined
const daily = Task({ params: { channel: param.string('web'), day: param.date(), money } }, ({ params }) => [
  params.chanel, // ✗ Property 'chanel' does not exist
  orders.filter((o) => o.total.gt(params.channel)), // ✗ Argument of type 'string' is not assignable to parameter of type
  (params.channel = 'app'), // ✗ Cannot assign to 'channel' because it is a read-only property
])
const plain = Task(({ params }) => params.channel) // ✗ Property 'channel' does not exist
const given = { day: '2026-01-31', money: '5' }

export const mistakes = [
  param.int('1'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number'
  param.string(fromEnvironment), // ✗ Argument of type 'string | undefined' is not assignable to parameter of type 'string'
  param.date(new Date()), // ✗ Argument of type 'Date' is not assignable to parameter of type 'string'
  param.number(1), // ✗ Property 'number' does not exist
  Task({ params: { channel: 'web' } }, () => 1), // ✗ Type 'string' is not assignable to type 'StandardSchema
  Task({ params: { channel: param.string } }, () => 1), // ✗ Type 'ParamMaker<string, string>' is not assignable to type 'StandardSchema
  Task({ param: { channel: param.string() } }, () => 1), // ✗ 'param' does not exist in type 'TaskOptions
  runTask(daily, { params: { ...given, chanel: 'app' } }), // ✗ 'chanel' does not exist
  runTask(daily, { params: { ...given, channel: 1 } }), // ✗ Type 'number' is not assignable to type 'string'
  runTask(daily, { params: { day: '2026-01-31' } }), // ✗ Property 'money' is missing
  runTask(daily, { now: '2026-01-31' }), // ✗ Property 'params' is missing
  runTask(daily, { params: given, interval: ['2026-01-01'] }), // ✗ Source has 1 element(s) but target requires 2
  runTask(plain, { params: { channel: 'app' } }), // ✗ Type 'string' is not assignable to type 'never'
]

export class Reports {
  @Task({ params: { channel: param.string('web') } }) // ✗ Property 'day' is missing
  static async mine({ params }: TaskContext<{ day: StandardSchema<string> }>): Promise<string> {
    return params.day
  }
}
