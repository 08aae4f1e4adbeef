-- What an employee is to the company, as it was and as it is: own, outsourced, coach, or 'unknown' where nobody told.
-- Derived: the next start builds all anew.

ALTER TABLE employee_places ADD COLUMN IF NOT EXISTS employment_type String AFTER team;

TRUNCATE TABLE employee_places;

ALTER TABLE employee_history ADD COLUMN IF NOT EXISTS employments Array(String) AFTER teams;

TRUNCATE TABLE employee_history;

TRUNCATE TABLE facts_definition;
