/* ---
grain: relation
source: relation_facts
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
dimensions:
  end_reason: if(end_reason = '', 'unknown', end_reason)
as_customers: [owner_now]
columns:
  # the day it ended other than by a transfer
  lost_day: "if(end_reason = 'transferred', toDate('2149-06-06'), to_day)"
  # the day the customer ended it
  deleted_day: "if(end_reason = 'customer_deleted', to_day, toDate('2149-06-06'))"
counted_by: [from_day, to_day, lost_day, deleted_day]
--- */
-- Every friendship of a customer with an employee; of those that go on, to_day is 2149-06-06.
CREATE OR REPLACE VIEW relation_facts AS
SELECT * FROM relation_facts_now;
