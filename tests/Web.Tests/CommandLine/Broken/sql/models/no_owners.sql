/* ---
grain: customer
source: customer_facts
channel: channel
owners: { acquirer: acquirer, now: "(acquirer" }
columns:
  empty:
  late: joined_day > today()
rows: many
usual:
  nothing_open:
    columns:
      emptty: 1
      is_open: now() > 1
as_customers: [has_purchasd]
credited_by:
  evnts: [employee]
  events: [conversion_chanel]
by_month:
  months: active_months
  of: active_days
  active_days: active_in_month
  rows: { columns: [customer_id], before: { kept_dys: bought_before } }
--- */
SELECT 1
