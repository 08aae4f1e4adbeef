// ClickHouse's own client against our engine: what an ordinary tool does.
import assert from 'node:assert/strict'
import { createClient } from '@clickhouse/client'

const client = createClient({
  url: process.env.CLICKHOUSE_URL,
  username: 'default',
  password: process.env.CLICKHOUSE_PASSWORD,
  compression: { request: true, response: true },
})

assert.deepEqual(await client.ping(), { success: true })

await client.command({ query: 'CREATE TABLE visits (id UInt32, who String, at DateTime) ENGINE = MergeTree ORDER BY id' })
const inserted = await client.insert({
  table: 'visits',
  format: 'JSONEachRow',
  values: [
    { id: 1, who: '李雷', at: '2026-11-20 08:00:00' },
    { id: 2, who: "O'Neil\t\\", at: '2026-11-21 09:30:00' },
  ],
})
assert.equal(inserted.summary.written_rows, '2')

const found = await client.query({
  query: 'SELECT id, who FROM visits WHERE who = {who:String} AND id IN {ids:Array(UInt32)}',
  query_params: { who: "O'Neil\t\\", ids: [2, 3] },
  format: 'JSONEachRow',
})
assert.deepEqual(await found.json(), [{ id: 2, who: "O'Neil\t\\" }])
assert.ok(found.query_id)

// Parameters too long for a URL travel as a form.
const long = 'x'.repeat(20000)
const echoed = await client.query({ query: 'SELECT length({long:String}) AS n', query_params: { long }, format: 'JSONEachRow' })
assert.deepEqual(await echoed.json(), [{ n: 20000 }])

let rows = 0
const stream = await client.query({ query: 'SELECT number FROM numbers(250000)', format: 'JSONCompactEachRow' })
for await (const batch of stream.stream()) {
  rows += batch.length
}
assert.equal(rows, 250000)

await assert.rejects(client.query({ query: 'SELECT * FROM no_such_table' }), { code: '60', type: 'UNKNOWN_TABLE' })
await assert.rejects(async () => {
  const failing = await client.query({
    query: 'SELECT number, throwIf(number = 5000) FROM numbers(10000)',
    format: 'JSONEachRow',
    clickhouse_settings: { max_block_size: '100' },
  })
  for await (const batch of failing.stream()) {
    rows += batch.length
  }
}, { code: '395' })

await client.close()
console.log('all checks passed')
