SELECT employee_id AS id, name FROM employee_places FINAL
