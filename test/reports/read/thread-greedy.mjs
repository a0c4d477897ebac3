// A thread that takes all the memory it gets.
const kept = [];
for (;;) kept.push(Array.from({ length: 10_000 }, (_, at) => ({ at })));
