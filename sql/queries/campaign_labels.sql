SELECT campaign_id AS id, name FROM campaigns FINAL
