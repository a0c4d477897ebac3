import { parentPort, workerData } from 'node:worker_threads';
import { readTableFile, type TableFile } from './read-table-file.ts';

/** The thread in which one file is read: it answers with the table or the refusal, and ends. */
parentPort?.postMessage(await readTableFile(workerData as TableFile));
