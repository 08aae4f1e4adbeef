/* ---
grain: customer
source: customer_facts
channel: channel
owners:
  acquirer: acquirer
  now: owner
  at_event: owner
columns:
  # purchase occasions as known on the day one asks from
  occasions: "arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from)"
  has_purchased: notEmpty(occasions)
  first_purchase_day: "if(has_purchased, occasions[1], NULL)"
  second_purchase_day: "if(length(occasions) > 1, occasions[2], NULL)"
--- */
SELECT 1
