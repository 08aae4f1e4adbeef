/* ---
grain: purchase
source: purchases
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: owner_then
columns:
  # as known on the day one asks from: whether anything bought that day was kept, and the next such day, 1970-01-01 for none
  is_occasion: void_from >= {asOf:Date}
  next_day: "arrayFirst((day, void_from) -> day > bought_day AND day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from)"
  has_next: next_day > bought_day
usual:
  # as in customer_facts
  nothing_changed:
    before: purchases_since
    columns:
      next_day: next_kept_day
as_customers: [owner_now]
--- */
-- Every day on which a customer bought something, beside all the others of that customer.
CREATE OR REPLACE VIEW purchases AS
SELECT * FROM purchases_now;
