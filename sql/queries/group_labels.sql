SELECT group_id AS id, name FROM groups FINAL
