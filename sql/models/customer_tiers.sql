-- The tier of every customer by recency, frequency and monetary value as known on the day one asks from, each in fifths over all
-- buyers of the company. Who shares a value shares its score, the lowest one of those it spans: 1 + the whole fifths of buyers
-- who are worse, so that nobody is called good for being like many others. A score of 4 or 5 is high: above the value at the end
-- of the third fifth. Who has not bought is 'none'.
CREATE OR REPLACE VIEW customer_tiers AS
WITH
  known AS (
    SELECT
      customer_id,
      arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS days,
      length(days) AS occasions,
      toUInt16(days[-1]) AS last_day,
      -- in hundredths: whole numbers are sorted and compared in a third of the time
      toInt64(100 * arraySum((day, amount) -> if(day < {asOf:Date}, amount, 0), money_days, money_amounts)) AS spent
    FROM customer_facts
  ),
  (
    SELECT
      (arraySort(groupArray(last_day))[intDiv(3 * count() + 4, 5)], arraySort(groupArray(occasions))[intDiv(3 * count() + 4, 5)], arraySort(groupArray(spent))[intDiv(3 * count() + 4, 5)])
    FROM known
    WHERE occasions > 0
  ) AS thirds
SELECT
  customer_id,
  if(
    occasions = 0,
    'none',
    ['dormant', 'fading', 'recent', 'regular', 'lost_big', 'slipping', 'promising', 'champion'][1 + is_frequent + 2 * is_recent + 4 * is_big]) AS tier
FROM (
  -- TRICKY: a name is its expression again wherever it stands, so each step has a SELECT of its own.
  SELECT customer_id, occasions, last_day > thirds.1 AS is_recent, occasions > thirds.2 AS is_frequent, spent > thirds.3 AS is_big FROM known
);
