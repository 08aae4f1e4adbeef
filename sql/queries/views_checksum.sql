-- What the views were made from, if they were: the comment of the last of them.
SELECT comment FROM system.tables WHERE database = currentDatabase() AND name = {view:String}
