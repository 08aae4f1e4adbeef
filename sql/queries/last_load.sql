-- When the last load ended; null while there was none.
SELECT maxOrNull(addMilliseconds(started_at, toInt64(seconds * 1000))) FROM batches FINAL
