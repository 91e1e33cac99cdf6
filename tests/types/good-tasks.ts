/** Tasks and their parameters. Compiling is the test. */
import type {
  Interval,
  NoParams,
  SqlDate,
  StandardSchema,
  TaskContext,
  TaskDefinition,
  TaskOptions,
} from '../../src/index.ts'
import { param, Task } from '../../src/index.ts'
import { runTask } from '../../src/testing/index.ts'
import type { Equal } from './equal.ts'
import { orders } from './tables.ts'

declare const money: StandardSchema<string | number, bigint>
declare const maybe: StandardSchema<Date | undefined, Date | null>
const same = <A, B>(yes: Equal<A, B>): boolean => yes

const daily = Task(
  {
    params: {
      channel: param.string('web'),
      least: param.int(),
      day: param.date(),
      paid: param.boolean(true),
      money,
      maybe,
    },
    retry: { times: 2, retryOn: (error) => error instanceof RangeError },
  },
  async ({ params, interval }) => {
    same<
      typeof params,
      {
        readonly channel: string
        readonly least: number
        readonly day: SqlDate
        readonly paid: boolean
        readonly money: bigint
        readonly maybe: Date | null
      }
    >(true)
    same<typeof interval, Interval>(true)
    const mine = orders.filter(
      (o) => o.channel.eq(params.channel),
      (o) => o.paid.eq(params.paid),
      (o) => o.day.eq(params.day),
      (o) => o.total.gte(params.least),
      (o) => o.placed_at.gte(interval.start),
      (o) => o.placed_at.lt(interval.end),
    )
    return mine.count()
  },
)
const plain = Task({ owner: 'ana' }, ({ params, interval }) => ({ keys: Object.keys(params), from: interval.start }))

/** Definitions are assignable to those of which less is known. */
export const definitions: readonly TaskDefinition<unknown>[] = [daily, plain, Task(() => 1)]
export const dependent = Task({ dependsOn: [daily, plain, () => daily] }, () => 1)
export const options: TaskOptions = { params: { least: param.int(1) } }

const params = { currency: param.string('EUR') }
// biome-ignore lint/complexity/noStaticOnlyClass: decorators stand on static methods
export class Reports {
  @Task({ params, dependsOn: [daily] })
  static async mine({ params: { currency } }: TaskContext<typeof params>): Promise<string> {
    return currency
  }

  @Task({ params })
  static async knowsNothing({ attempt }: TaskContext): Promise<number> {
    return attempt
  }
}

export const runs = [
  runTask(daily, { params: { least: 1, day: '2026-01-31', money: '5' } }),
  runTask(daily, {
    params: { least: 1, day: '2026-01-31', money: 5, channel: 'app', paid: false, maybe: new Date(0) },
    interval: ['2026-01-01', '2026-02-01'],
    given: { orders: [{ id: 1 }] },
  }),
  runTask(plain),
  runTask(plain, { params: {}, now: '2026-01-31' }),
  runTask(Reports.mine, { params: { currency: 'USD' } }),
  runTask(Reports.mine),
]
const counted = runTask(daily, { params: { least: 1, day: '2026-01-31', money: 5 }, given: [['orders', []]] })
const told = runTask(Reports.mine)
export const results = [
  same<typeof counted, Promise<number>>(true),
  same<typeof told, Promise<string>>(true),
  same<typeof plain, TaskDefinition<{ keys: string[]; from: Date }, NoParams>>(true),
]
