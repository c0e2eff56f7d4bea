/** Several threads that take from one list of tasks. */

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const THREAD = fileURLToPath(new URL('../harness/worker.mjs', import.meta.url));

/**
 * @param module path of the module whose default export does a task, from the project's root
 * @param first what every thread is told before anything else
 * @returns the results, in the order of the tasks
 */
export async function inThreads<Task, Result>(
  module: string,
  first: unknown,
  tasks: readonly Task[],
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((done, failed) => {
      const worker = new Worker(THREAD, { workerData: { module } });
      let task = -1;
      worker.on('message', (result: Result) => {
        if (task >= 0) results[task] = result;
        task = next++;
        worker.postMessage(task < tasks.length ? tasks[task] : null);
      });
      worker.on('error', failed);
      worker.on('exit', () => done());
      worker.postMessage(first);
    });
  const threads = Math.min(4, availableParallelism(), tasks.length);
  await Promise.all(Array.from({ length: threads }, work));
  return results;
}
