// Prints, for the schedules of its argument as JSON, what is planned, in the time zone of the process.
import type { Schedule } from '../../../src/digests/subscription.ts';
import { threeYears } from './three-years.ts';

const schedules: readonly Schedule[] = JSON.parse(process.argv[2] ?? '[]');
console.log(JSON.stringify({ midnight: new Date(2020, 6, 1), planned: schedules.map(threeYears) }));
