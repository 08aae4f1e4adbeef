/* ---
grain: application
source: applications
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
as_customers: [owner_now]
--- */
-- Every customer and day on which somebody applied to be her friend, and the days on which anybody became it otherwise than
-- by a transfer.
CREATE OR REPLACE VIEW applications AS
SELECT * FROM applications_now;
