/** Everything that users import from 'millrace'. */
export { app } from './cli/app.ts'
export type { Aggregate, Aggregated, Constant, WindowFunction } from './column/aggregate.ts'
export type { Column, NamedColumn, SortKey, ValueIn } from './column/column.ts'
export type { AnyRow, Decimal, Kin, NN, Numeric, SqlDate, Text } from './column/values.ts'
export { Window, type WindowSpec } from './column/window.ts'
export { Task } from './dag/define-task.ts'
export type { Interval } from './dag/interval.ts'
export { Model } from './dag/models/define-model.ts'
export { Snapshot } from './dag/models/define-snapshot.ts'
export type { BuildContext, ModelRef, SeedOptions, SnapshotRef } from './dag/models/definition.ts'
export type {
  IncrementalOptions,
  Materialization,
  MicrobatchOptions,
  ModelOptions,
} from './dag/models/model-options.ts'
export { ref, table } from './dag/models/ref.ts'
export { seed } from './dag/models/seed.ts'
export type { SnapshotColumns, SnapshotOptions, SnapshotStrategy } from './dag/models/snapshot-options.ts'
export { type FreshnessOptions, type SourceOptions, source } from './dag/models/source.ts'
export {
  type NoParams,
  type Param,
  type ParamDeclarations,
  type ParamInputs,
  type ParamType,
  type ParamValues,
  param,
} from './dag/params/param.ts'
export {
  Cron,
  Daily,
  Monthly,
  MonthlyLastOpenDay,
  type Schedule,
  type ScheduleOptions,
  SemiMonthly,
  type Weekday,
  Weekly,
} from './dag/schedule.ts'
export type { Dependency, RetryOptions, TaskContext, TaskDefinition, TaskLog, TaskOptions } from './dag/task.ts'
export type { Engine } from './engine/engine.ts'
export * from './errors/index.ts'
export type { DataFrame, Frame, GroupedData, MissingValues, PivotedData } from './frame/frame.ts'
export type { ShowOptions, SqlOptions, SqlText, WriteOptions, WriteResult } from './frame/options.ts'
// Beside Cols, what declarations of generic functions of frames say: a compiler that writes them must be able to name it.
export type {
  Cols,
  ColumnsOf,
  Dropped,
  Extremes,
  FilledBy,
  IsUntyped,
  Joined,
  JoinedOn,
  NotGeneric,
  NullableRow,
  Picked,
  PivotedRow,
  Renamed,
  Replaced,
  RowOf,
  Subtracted,
  Totals,
  United,
  UnitedMissing,
  Unpivoted,
  With,
  WithColumn,
  WithoutNull,
} from './frame/row-types.ts'
export { type Row, type Schema, schema } from './frame/schema.ts'
export * from './functions/index.ts'
export type { InputOf, OutputOf, StandardSchema, Validated } from './plan/standard-schema.ts'
export type { AppOptions, ConnectionModule } from './runner/application.ts'
export type { Catalog, CatalogColumn, CatalogTable } from './session/catalog.ts'
// With a star: only what comes in so can be merged into by users.
export type * from './session/database.ts'
export type { CsvOptions, FrameReader, ReadOptions } from './session/read/frame-reader.ts'
export type { SessionOptions } from './session/scope.ts'
export { Session } from './session/session.ts'
