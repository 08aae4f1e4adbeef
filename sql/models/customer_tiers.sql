-- Recency, frequency and monetary value of every buyer as known on the day one asks from, each in fifths over all buyers
-- of the company, and the tier they make. Who shares a value shares its score, the lowest one of those it spans:
-- 1 + the whole fifths of buyers who are worse, so that nobody is called good for being like many others. A score of 4
-- or 5 is high. Who has not bought is 'none'.
CREATE OR REPLACE VIEW customer_tiers AS
WITH
  (
    SELECT arrayMap(
      values -> arrayMap(fifth -> values[intDiv(fifth * length(values) + 4, 5)], [1, 2, 3, 4]),
      [arraySort(groupArray(toDecimal64(toUInt16(last_day), 2))), arraySort(groupArray(toDecimal64(occasions, 2))), arraySort(groupArray(spent))])
    FROM (
      SELECT
        arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS days,
        days[-1] AS last_day,
        length(days) AS occasions,
        toDecimal64(arraySum((day, amount) -> if(day < {asOf:Date}, amount, 0), money_days, money_amounts), 2) AS spent
      FROM customer_facts
      WHERE notEmpty(days)
    )
  ) AS cuts
SELECT
  customer_id,
  recency,
  frequency,
  monetary,
  multiIf(
    NOT has_bought, 'none',
    recency >= 4 AND frequency >= 4 AND monetary >= 4, 'champion',
    recency >= 4 AND monetary >= 4, 'promising',
    frequency >= 4 AND monetary >= 4, 'slipping',
    monetary >= 4, 'lost_big',
    recency >= 4 AND frequency >= 4, 'regular',
    recency >= 4, 'recent',
    frequency >= 4, 'fading',
    'dormant') AS tier
FROM (
  -- TRICKY: a name is its expression again wherever it stands, so each step has a SELECT of its own.
  SELECT
    customer_id,
    occasions > 0 AS has_bought,
    1 + (last_day > cuts[1][1]) + (last_day > cuts[1][2]) + (last_day > cuts[1][3]) + (last_day > cuts[1][4]) AS recency,
    1 + (occasions > cuts[2][1]) + (occasions > cuts[2][2]) + (occasions > cuts[2][3]) + (occasions > cuts[2][4]) AS frequency,
    1 + (spent > cuts[3][1]) + (spent > cuts[3][2]) + (spent > cuts[3][3]) + (spent > cuts[3][4]) AS monetary
  FROM (
    SELECT
      customer_id,
      toDecimal64(length(bought_days), 2) AS occasions,
      toDecimal64(toUInt16(bought_days[-1]), 2) AS last_day,
      toDecimal64(arraySum((day, amount) -> if(day < {asOf:Date}, amount, 0), moved_days, moved_amounts), 2) AS spent
    FROM customer_traits(asOf = {asOf:Date})
  )
);
