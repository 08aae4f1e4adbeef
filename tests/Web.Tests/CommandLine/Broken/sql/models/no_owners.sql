/* ---
grain: customer
source: customer_facts
channel: channel
owners: { acquirer: acquirer, now: "(acquirer" }
columns:
  empty:
  late: joined_day > today()
rows: many
--- */
SELECT 1
