// Loads the Parquet files of a folder into DuckDB and times queries: one JSON line for each, rows and milliseconds of every run.
// Usage: node duckdb.mjs FOLDER QUERIES.json RUNS
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder, queries, runs] = process.argv.slice(2);
const instance = await DuckDBInstance.create(join(folder, 'direct.duckdb'));
const connection = await instance.connect();
for (const table of ['events', 'relations', 'stays'])
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS SELECT * FROM read_parquet('${join(folder, `${table}.parquet`)}')`);
for (const { name, sql } of JSON.parse(readFileSync(queries, 'utf8'))) {
  const milliseconds = [];
  let rows;
  for (let run = 0; run < Number(runs); run++) {
    const began = performance.now();
    rows = (await connection.runAndReadAll(sql)).getRowsJson();
    milliseconds.push(performance.now() - began);
  }
  console.log(JSON.stringify({ name, milliseconds, rows: rows.map((row) => row.map(String)) }));
}
