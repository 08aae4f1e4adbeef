-- Of how many due customers the facts are made anew, and of how many they are continued.
SELECT (SELECT count() FROM due_customers), (SELECT count() FROM due_continued)
