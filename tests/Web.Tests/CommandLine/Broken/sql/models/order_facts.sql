/* ---
grain: order
source: order_facts
channel: channel
owners:
  acquirer: acquirer
  now: owner
  at_event: employee
columns:
  # a valid order, as known on the day one asks from
  is_valid: countable AND void_from >= {asOf:Date}
  refunded: "arraySum((day, amount) -> if(day < {asOf:Date}, amount, 0), refund_days, refund_amounts)"
--- */
SELECT 1
