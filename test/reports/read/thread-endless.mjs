// A thread that never answers, as a file could be that was made to take all time.
for (;;);
