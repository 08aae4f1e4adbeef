/* ---
grain: spend
source: spend
customers: false  # a cost belongs to no customer, so no segment can hold it
channel: channel
owners:
  acquirer: employee
  now: employee
  at_event: employee
dimensions:
  cost_type: cost_type
  campaign: if(campaign_id = '', 'none', campaign_id)
--- */
-- What was spent, a row for each cost as told; it belongs to the employee and channel that it names.
CREATE OR REPLACE VIEW spend AS
SELECT
  toUInt64(0) AS customer_id,
  '' AS customer,
  day AS spent_day,
  amount AS cost,
  toString(type) AS cost_type,
  toString(campaign_id) AS campaign_id,
  if(channel = '', 'unknown', toString(channel)) AS channel,
  if(employee_id = '', 'unattributed', toString(employee_id)) AS employee
FROM costs FINAL;
