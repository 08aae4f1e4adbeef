SELECT max(batch) FROM batches
