// Loaded by `--import` before the program under measurement: answers each message of the parent with the processor
// time (microseconds) and the resident memory (bytes) of the process, and does not keep it alive.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicroseconds: user + system, rssBytes: process.memoryUsage.rss() });
});
process.channel?.unref();
