-- Every employee's places, one row for each span of days in one place and kind of employment: from_day up to, not including, to_day. Spans of
-- an employee neither overlap nor leave a day out.
CREATE OR REPLACE VIEW employee_spans AS
SELECT employee_id, from_day, to_day, region, store, dept, team, employment_type
FROM employee_history FINAL
ARRAY JOIN from_days AS from_day, to_days AS to_day, regions AS region, stores AS store, depts AS dept, teams AS team, employments AS employment_type;
