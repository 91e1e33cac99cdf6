/** The databases that frames are compiled for. */
export type DialectName = 'sqlite' | 'postgres' | 'duckdb' | 'mssql'
