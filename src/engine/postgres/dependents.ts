import type { Connection, Reader, TableDependents, TableName } from '../engine.ts'
import { quoteTable } from '../quote.ts'

/** The table itself, and in `words` whatever else is asked below. */
const TABLE = `WITH own AS (
  SELECT c.*, n.nspname, format('%I.%I', n.nspname, c.relname) AS qualified
  FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.oid = to_regclass($1)
)`

/** What a table made anew would lose or break, in words. */
const BLOCKERS = `${TABLE}
SELECT DISTINCT CASE v.relkind WHEN 'm' THEN 'materialized view ' WHEN 'v' THEN 'view ' ELSE 'rule on ' END || v.relname
  FROM own JOIN pg_catalog.pg_depend AS d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = own.oid
    AND d.classid = 'pg_rewrite'::regclass
  JOIN pg_catalog.pg_rewrite AS r ON r.oid = d.objid JOIN pg_catalog.pg_class AS v ON v.oid = r.ev_class
UNION ALL SELECT 'trigger ' || t.tgname FROM own JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = own.oid AND NOT t.tgisinternal
UNION ALL SELECT DISTINCT 'foreign key of ' || o.relname FROM own JOIN pg_catalog.pg_constraint AS k
    ON k.confrelid = own.oid AND k.contype = 'f' AND k.conrelid <> own.oid JOIN pg_catalog.pg_class AS o ON o.oid = k.conrelid
UNION ALL SELECT CASE k.contype WHEN 'c' THEN 'check constraint ' ELSE 'its own foreign key ' END || k.conname
  FROM own JOIN pg_catalog.pg_constraint AS k ON k.conrelid = own.oid AND k.contype IN ('c', 'f')
UNION ALL SELECT CASE WHEN a.attidentity <> '' THEN 'identity of column ' WHEN a.attgenerated <> '' THEN 'generated column '
    ELSE 'default value of column ' END || a.attname
  FROM own JOIN pg_catalog.pg_attribute AS a ON a.attrelid = own.oid AND a.attnum > 0 AND NOT a.attisdropped
    AND (a.atthasdef OR a.attidentity <> '')
UNION ALL SELECT DISTINCT 'grants to ' || CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(g.grantee)::text END
  FROM own CROSS JOIN LATERAL (
    SELECT grantee FROM aclexplode(own.relacl) UNION ALL
    SELECT x.grantee FROM pg_catalog.pg_attribute AS a CROSS JOIN LATERAL aclexplode(a.attacl) AS x WHERE a.attrelid = own.oid
  ) AS g WHERE g.grantee <> own.relowner
UNION ALL SELECT 'its owner ' || pg_get_userbyid(relowner) FROM own WHERE pg_get_userbyid(relowner) <> current_user
UNION ALL SELECT 'row level security' FROM own WHERE relrowsecurity
UNION ALL SELECT 'its partitions' FROM own WHERE relkind = 'p'
UNION ALL SELECT 'its replica identity' FROM own WHERE relreplident NOT IN ('d', 'n') AND relkind = 'r'
UNION ALL SELECT 'inheritance' FROM own WHERE EXISTS (
    SELECT 1 FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = own.oid OR i.inhparent = own.oid)
UNION ALL SELECT 'publication ' || p.pubname FROM own JOIN pg_catalog.pg_publication_rel AS r ON r.prrelid = own.oid
  JOIN pg_catalog.pg_publication AS p ON p.oid = r.prpubid
UNION ALL SELECT pg_describe_object(d.classid, d.objid, d.objsubid) FROM own JOIN pg_catalog.pg_depend AS d
    ON d.deptype = 'n' AND d.classid IN ('pg_proc'::regclass, 'pg_class'::regclass) AND d.objid <> own.oid
    AND ((d.refclassid = 'pg_class'::regclass AND d.refobjid = own.oid)
      OR (d.refclassid = 'pg_type'::regclass AND d.refobjid = own.reltype))`

/** Constraints first, then the indexes that belong to none; in the order in which they were made. */
const INDEXES = `${TABLE}
SELECT name, ddl, uniquely, CASE place WHEN 1 THEN format('ALTER TABLE %s DROP CONSTRAINT %I', qualified, name) ELSE format('DROP INDEX %I.%I', nspname, name) END
FROM (
  SELECT 1 AS place, k.oid, k.conname AS name, true AS uniquely, own.qualified, own.nspname, format('ALTER TABLE %s ADD CONSTRAINT %I %s', own.qualified, k.conname, pg_get_constraintdef(k.oid)) AS ddl
  FROM own JOIN pg_catalog.pg_constraint AS k ON k.conrelid = own.oid AND k.contype IN ('p', 'u', 'x')
  UNION ALL
  SELECT 2, i.indexrelid, c.relname, i.indisunique, own.qualified, own.nspname, pg_get_indexdef(i.indexrelid)
  FROM own JOIN pg_catalog.pg_index AS i ON i.indrelid = own.oid JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
  WHERE i.indisvalid AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.conrelid = own.oid)
) AS made ORDER BY place, oid`

const FOREIGN_KEYS = `${TABLE}
SELECT format('%I.%I', n.nspname, o.relname), o.relname, quote_ident(k.conname), k.confdeltype, k.condeferrable
FROM own JOIN pg_catalog.pg_constraint AS k ON k.confrelid = own.oid AND k.contype = 'f' AND k.conparentid = 0
JOIN pg_catalog.pg_class AS o ON o.oid = k.conrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = o.relnamespace
ORDER BY k.conname`

const ON_DELETE: Readonly<Record<string, string>> = { c: 'CASCADE', n: 'SET NULL', d: 'SET DEFAULT' }

/** What hangs on a table, from pg_catalog. */
export async function postgresDependents(name: TableName, on: Connection): Promise<TableDependents> {
  const bindings = [quoteTable(name)]
  const blockers = await on.query({ sql: BLOCKERS, bindings })
  const indexes = await on.query({ sql: INDEXES, bindings })
  const keys = (await on.query({ sql: FOREIGN_KEYS, bindings })).rows.map((row) => ({
    child: row[0] as string,
    childName: row[1] as string,
    constraint: row[2] as string,
    onDelete: ON_DELETE[String(row[3])],
    deferrable: row[4] === true,
  }))
  const fixed = keys.filter((key) => !key.deferrable)
  const alter = (how: string) =>
    fixed.map((key) => `ALTER TABLE ${key.child} ALTER CONSTRAINT ${key.constraint} ${how}`)
  return {
    indexes: indexes.rows.map(([index, make, unique, drop]) => ({
      name: String(index),
      unique: unique === true,
      make: String(make),
      drop: String(drop),
    })),
    blockers: blockers.rows.map((row) => row[0] as string),
    refusals: keys.flatMap((key) =>
      key.onDelete === undefined ? [] : [`the foreign key of ${key.childName} says ON DELETE ${key.onDelete}`],
    ),
    // Rows that children point to are deleted and come back: their check waits until both is done. ALTER is undone with
    // the transaction, like everything else.
    before: keys.length === 0 ? [] : [...alter('DEFERRABLE'), 'SET CONSTRAINTS ALL DEFERRED'],
    after: keys.length === 0 ? [] : ['SET CONSTRAINTS ALL IMMEDIATE', ...alter('NOT DEFERRABLE')],
    remake: false,
    onlyViews: blockers.rows.every((row) => String(row[0]).startsWith('view ')),
  }
}

const READERS = `WITH RECURSIVE readers AS (
  SELECT to_regclass($1)::oid AS oid, 0 AS depth
  UNION SELECT r.ev_class, readers.depth + 1
    FROM readers JOIN pg_catalog.pg_depend AS d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = readers.oid
      AND d.classid = 'pg_rewrite'::regclass
    JOIN pg_catalog.pg_rewrite AS r ON r.oid = d.objid AND r.ev_class <> readers.oid
)
SELECT n.nspname, v.relname, 'CREATE VIEW ' || format('%I.%I', n.nspname, v.relname) || ' AS ' || pg_get_viewdef(v.oid),
  v.relkind = 'v' AND v.reloptions IS NULL AND pg_get_userbyid(v.relowner) = current_user
  AND NOT EXISTS (SELECT 1 FROM aclexplode(v.relacl) AS g WHERE g.grantee <> v.relowner)
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute AS a WHERE a.attrelid = v.oid AND (a.attacl IS NOT NULL OR a.atthasdef))
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_trigger AS t WHERE t.tgrelid = v.oid)
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_rewrite AS r WHERE r.ev_class = v.oid AND r.ev_type <> '1')
FROM (SELECT oid, max(depth) AS depth FROM readers WHERE depth > 0 GROUP BY oid) AS one
JOIN pg_catalog.pg_class AS v ON v.oid = one.oid JOIN pg_catalog.pg_namespace AS n ON n.oid = v.relnamespace
ORDER BY one.depth, v.relname`

/** The views that read a relation, itself or by way of others: those that others read first. */
export async function postgresReaders(name: TableName, on: Connection): Promise<readonly Reader[]> {
  const { rows } = await on.query({ sql: READERS, bindings: [quoteTable(name)] })
  return rows.map(([schema, view, create, plain]) => ({
    name: { schema: String(schema), name: String(view) },
    create: plain === true ? String(create) : undefined,
  }))
}
