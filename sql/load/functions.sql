-- What every dataset reads alike: texts, times, money, customers, and the code words of what can be wrong.
-- Expanded in place by the engine; created again where one has changed, so that a change here needs no migration.

-- The text of a column, without the blanks around it; '' when the row has none.
CREATE OR REPLACE FUNCTION load_text AS (row, name) -> trimBoth(row[name], ' \t\r\n');

-- ISO 8601 with or without an offset, 'yyyy-MM-dd HH:mm[:ss[.fff]]', or a date alone; without an offset in zone.
-- The shape and the day are checked here because the engine's own parser accepts much more, 25 o'clock and month 0 among it.
-- A local time that the spring change of clocks skips is taken as the moment one hour earlier by the clock on
-- the wall; one that happens twice in autumn as the first.
-- From 2149 on, beyond what business days can hold, every moment is the same far one: what it means is the column's affair.
CREATE OR REPLACE FUNCTION load_instant AS (text, zone) -> toTimeZone(multiIf(
  NOT match(text, '^\\d{4}-\\d\\d-\\d\\d([T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?( ?(Z|[+-]([01]\\d|2[0-3]):?[0-5]\\d))?)?$'), NULL,
  text >= '2149', if(load_is_day(concat('2000', substring(text, 5, 6))), toDateTime64('2199-12-31 00:00:00', 3, 'UTC'), NULL),
  load_is_day(substring(text, 1, 10)), parseDateTime64BestEffortOrNull(text, 3, zone), NULL), 'UTC');

CREATE OR REPLACE FUNCTION load_day AS (instant, zone) -> toDate(instant, zone);

-- The engine moves a day that does not exist, such as 30 February, to the next month.
CREATE OR REPLACE FUNCTION load_is_day AS (text) -> toString(toDate32OrNull(text)) = text;

-- A day that something holds from or to. Years from 2149 on, beyond what a Date holds, mean 'without end'; 9999-12-31 is
-- how many systems write it.
CREATE OR REPLACE FUNCTION load_date AS (text) -> if(match(text, '^\\d{4}-\\d\\d-\\d\\d$'), multiIf(
  text >= '2149', if(load_is_day(concat('2000', substring(text, 5))), toDate32('2199-12-31'), NULL),
  load_is_day(text), toDate32OrNull(text),
  NULL), NULL);

-- Money and other numbers: plain digits with a point; no signs of thousands, no exponent.
CREATE OR REPLACE FUNCTION load_money AS (text) -> if(match(text, '^[+-]?\\d{1,14}(\\.\\d*)?$'), toDecimal64OrNull(text, 2), NULL);
CREATE OR REPLACE FUNCTION load_number AS (text) -> if(match(text, '^[+-]?\\d{1,13}(\\.\\d*)?$'), toDecimal64OrNull(text, 4), NULL);

-- A year, month, quarter or ISO week: the first of its days, and the first that no longer belongs to it; NULL for anything else.
-- Years from 1971 to 2147, so that every day of the period is one that a Date can hold.
CREATE OR REPLACE FUNCTION load_period_from AS (text) -> toDate(multiIf(
  NOT match(text, '^(19[789]\\d|20\\d\\d|21[0-4]\\d)(-(0[1-9]|1[0-2])|-Q[1-4]|-W(0[1-9]|[1-4]\\d|5[0-3]))?$') OR text < '1971' OR text >= '2148', NULL,
  length(text) = 4, toDate32OrNull(concat(text, '-01-01')),
  length(text) = 7 AND substring(text, 6, 1) = 'Q', addQuarters(toDate32OrNull(concat(substring(text, 1, 4), '-01-01')), toUInt8OrZero(substring(text, 7, 1)) - 1),
  length(text) = 7, toDate32OrNull(concat(text, '-01')),
  -- 4 January lies in the first ISO week of every year; a year without a week 53 does not have one.
  toISOYear(addWeeks(toMonday(toDate32OrNull(concat(substring(text, 1, 4), '-01-04'))), toUInt8OrZero(substring(text, 7, 2)) - 1)) = toUInt16OrZero(substring(text, 1, 4)),
    addWeeks(toMonday(toDate32OrNull(concat(substring(text, 1, 4), '-01-04'))), toUInt8OrZero(substring(text, 7, 2)) - 1),
  NULL));
CREATE OR REPLACE FUNCTION load_period_to AS (text, from_day) -> multiIf(
  length(text) = 4, addYears(from_day, 1),
  substring(text, 6, 1) = 'Q', addQuarters(from_day, 1),
  substring(text, 6, 1) = 'W', addWeeks(from_day, 1),
  addMonths(from_day, 1));

-- 'namespace:value'; a bare value is taken in the namespace of its source.
CREATE OR REPLACE FUNCTION load_customer AS (text, source) -> if(text = '' OR position(text, ':') > 0, text, concat(source, ':', text));

-- Lists are separated by ';'.
CREATE OR REPLACE FUNCTION load_list AS (text) -> arrayFilter(item -> item != '', arrayMap(item -> trimBoth(item, ' \t\r\n'), splitByChar(';', text)));

CREATE OR REPLACE FUNCTION load_bool AS (text) -> lower(text) IN ('true', '1', 'yes', 'y');

-- Each of these gives the code word of what is wrong, or ''.
CREATE OR REPLACE FUNCTION load_needs_text AS (text) -> if(text = '', 'required', '');
CREATE OR REPLACE FUNCTION load_needs_customer AS (text) -> multiIf(text = '', 'required', startsWith(text, ':') OR endsWith(text, ':'), 'bad_customer', '');
CREATE OR REPLACE FUNCTION load_wrong_instant AS (text, instant, clock, zone) -> multiIf(
  text = '', '',
  isNull(instant), 'not_a_time',
  instant < toDateTime64('1970-01-01 00:00:00', 3, zone), 'before_1970',
  instant > clock + INTERVAL 1 DAY, 'in_the_future', '');
CREATE OR REPLACE FUNCTION load_needs_instant AS (text, instant, clock, zone) -> if(text = '', 'required', load_wrong_instant(text, instant, clock, zone));
-- A time that may lie in the future.
CREATE OR REPLACE FUNCTION load_needs_plan AS (text, instant, zone) -> multiIf(
  text = '', 'required', isNull(instant), 'not_a_time', instant < toDateTime64('1970-01-01 00:00:00', 3, zone), 'before_1970', '');
CREATE OR REPLACE FUNCTION load_wrong_date AS (text, date) -> multiIf(
  text = '', '', isNull(date), 'not_a_date', date < toDate32('1970-01-01'), 'before_1970', '');
-- The day on which something happened, which has no time.
CREATE OR REPLACE FUNCTION load_needs_day AS (text, date, clock, zone) -> multiIf(
  text = '', 'required',
  load_wrong_date(text, date) != '', load_wrong_date(text, date),
  date > load_day(clock + INTERVAL 1 DAY, zone), 'in_the_future', '');
CREATE OR REPLACE FUNCTION load_wrong_number AS (text, number) -> multiIf(
  text = '', '',
  isNull(number), 'not_a_number',
  number < 0, 'negative',
  match(text, '\\.\\d{4}\\d*[1-9]'), 'more_than_four_places', '');
CREATE OR REPLACE FUNCTION load_wrong_share AS (text, number) -> if(number > 1, 'not_a_share', load_wrong_number(text, number));
CREATE OR REPLACE FUNCTION load_needs_count AS (text, number) -> multiIf(
  text = '', 'required',
  load_wrong_number(text, number) != '', load_wrong_number(text, number),
  number != floor(number), 'not_whole', '');
CREATE OR REPLACE FUNCTION load_needs_money AS (text, money) -> multiIf(
  text = '', 'required',
  isNull(money), 'not_a_number',
  money < 0, 'negative',
  match(text, '\\.\\d\\d\\d*[1-9]'), 'more_than_two_places', '');
CREATE OR REPLACE FUNCTION load_wrong_bool AS (text) -> if(lower(text) IN ('', 'true', 'false', '1', '0', 'yes', 'no', 'y', 'n'), '', 'not_a_yes_or_no');

-- A value of a JSON object as text: a text without its quotes, null as nothing, a list of texts and numbers joined
-- by ';', everything else as it stands.
CREATE OR REPLACE FUNCTION load_json_text AS (json) -> multiIf(
  json = 'null', '',
  startsWith(json, '"'), JSONExtractString(json),
  startsWith(json, '[') AND NOT match(json, '^\\[\\s*[\\[{]'), arrayStringConcat(arrayMap(item -> if(startsWith(item, '"'), JSONExtractString(item), item), JSONExtractArrayRaw(json)), ';'),
  json);
