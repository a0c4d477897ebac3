import { parentPort, workerData } from 'node:worker_threads';
import type { RenderOrder } from './render.ts';
import { writeReport } from './report-file.ts';

/** The thread in which one file is made: it answers with its bytes and ends. */
const { content, ...order } = workerData as RenderOrder;
const bytes = await writeReport(content, order);
parentPort?.postMessage(bytes);
