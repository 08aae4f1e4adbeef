-- Segments that people saved. A change is another row; what was used once stays readable. state is in_use or retired.
CREATE TABLE segments (
  name TEXT NOT NULL,
  version BIGINT NOT NULL,
  definition TEXT NOT NULL,
  state TEXT NOT NULL,
  created TEXT NOT NULL,
  PRIMARY KEY (name, version)
);
