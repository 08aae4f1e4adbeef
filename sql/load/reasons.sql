-- The code words of what can be wrong with a row, each with what it means. The code word stays, the words may change.
CREATE OR REPLACE FUNCTION load_reason AS (code) -> transform(code,
  [
    'required', 'bad_customer', 'unknown_type', 'unknown_value', 'not_a_time', 'not_a_date', 'before_1970', 'in_the_future',
    'ends_before_it_starts', 'not_a_number', 'negative', 'more_than_two_places', 'more_than_four_places',
    'not_a_yes_or_no', 'not_json', 'not_a_share', 'not_whole', 'not_a_period', 'its_own_parent', 'too_many_values', 'unclosed_quote', 'text_after_quote', 'row_too_long'
  ],
  [
    'required: the value is missing',
    'bad_customer: a customer is namespace:value, and both must be given',
    'unknown_type: there is no such event type',
    'unknown_value: the value is not one of those allowed here',
    'not_a_time: write yyyy-MM-dd, yyyy-MM-dd HH:mm:ss or ISO 8601',
    'not_a_date: write yyyy-MM-dd',
    'before_1970: the time lies before 1970',
    'in_the_future: the time lies more than a day after the load',
    'ends_before_it_starts: the end lies before the start',
    'not_a_number: write digits with a point, without signs of thousands or currency',
    'negative: the number is less than zero',
    'more_than_two_places: money has two decimal places; rounding is for a mapping file to decide',
    'more_than_four_places: the value has more than four decimal places',
    'not_a_yes_or_no: write true or false',
    'not_json: the text is not a JSON object',
    'not_a_share: a share lies between 0 and 1',
    'not_whole: a count is a whole number',
    'not_a_period: write a year, month, quarter or ISO week: 2026, 2026-11, 2026-Q4 or 2026-W46',
    'its_own_parent: it names itself as its parent',
    'too_many_values: the line has more values than the header has columns',
    'unclosed_quote: a quoted value is not closed',
    'text_after_quote: text follows a closing quote; inside quotes write a quote twice',
    'row_too_long: the row is longer than a megabyte'
  ], code);
