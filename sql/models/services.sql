/* ---
grain: service
source: services
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
as_customers: [owner_now]
--- */
-- Every customer whom an employee served in a store on a day, from the first visit on, and when she became a member.
CREATE OR REPLACE VIEW services AS
SELECT * FROM services_now;
