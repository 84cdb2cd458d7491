import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { environment, type BuildResult, type Job } from './paper.ts';

/** As many as there are cores on the smallest machine that this is made for. */
const count = 2;

/** Processes that build papers for all tests, a job at a time each, and the address at which tests ask them. */
export async function startBuilders() {
  const all = Array.from({ length: count }, () =>
    fork(path.join(import.meta.dirname, 'builder.ts'), { env: environment(), execArgv: [] }),
  );
  const idle = [...all];
  const waiting: ((builder: ChildProcess) => void)[] = [];

  async function run(job: Job): Promise<BuildResult> {
    const builder = idle.pop() ?? (await new Promise<ChildProcess>((resolve) => waiting.push(resolve)));
    builder.send(job);
    const [result] = (await Promise.race([
      once(builder, 'message'),
      once(builder, 'exit').then(() => [{ code: null, output: 'The process that builds papers has ended.' }]),
    ])) as [BuildResult];
    const next = waiting.shift();
    if (next) next(builder);
    else idle.push(builder);
    return result;
  }

  const server = createServer(async (request, response) => {
    response.end(JSON.stringify(await run(JSON.parse(await text(request)) as Job)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    run,
    stop: () => {
      server.close();
      for (const builder of all) builder.kill();
    },
  };
}
