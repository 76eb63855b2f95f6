// Loaded before anything else of a measured process (`node --import`): says on file descriptor 3 what it took.
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// A thread of it loads this, too; what the process took is said once, with that of all threads.
if (isMainThread)
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(
      3,
      JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 }),
    );
  });
