import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { asEditors, copyPaper, environment, makePaper, removePaper, type BuildResult, type Job } from './paper.ts';

interface Builder {
  child: ChildProcess;
  /** What its job comes to when it ends before its time. */
  ended: Promise<BuildResult>;
  /** Folders in which it has built sites, by the address of the paper, which goes into the bundle of templates there. */
  places: Map<string, string>;
}

/** As many as there are cores on the smallest machine that this is made for. */
const count = 2;

/** Processes that build papers for all tests, a job at a time each, and the address at which tests ask them. */
export async function startBuilders() {
  const bundles = mkdtempSync(path.join(tmpdir(), 'broadsheet-bundles-'));
  const all = Array.from({ length: count }, () => start(bundles));
  const idle = [...all];
  const waiting: ((builder: Builder) => void)[] = [];

  async function run(job: Job): Promise<BuildResult> {
    const builder = idle.pop() ?? (await new Promise<Builder>((resolve) => waiting.push(resolve)));
    const root = job.isForSite ? placeOf(builder, job.root) : job.root;
    if (builder.child.connected) builder.child.send({ ...job, root });
    const answer = once(builder.child, 'message').then(([result]) => result as BuildResult);
    const result = await Promise.race([answer, builder.ended]);
    // Builds put other files in the places of these, and write into none.
    if (root !== job.root && existsSync(path.join(root, 'dist')))
      execFileSync('cp', ['-al', path.join(root, 'dist'), job.root]);
    const free = builder.child.connected ? builder : start(bundles);
    if (free !== builder) all.push(free);
    const next = waiting.shift();
    if (next) next(free);
    else idle.push(free);
    return result;
  }

  const kept = new Map<string, Promise<{ result: BuildResult; root: string }>>();

  /** Runs a job, or copies what another with its key has made. */
  async function runOnce(job: Job & { key: string }): Promise<BuildResult> {
    const known = kept.get(job.key);
    const making = known ?? run(job).then((result) => ({ result, root: copyPaper(job.root) }));
    kept.set(job.key, making);
    const { result, root } = await making;
    if (known) {
      copyPaper(root, job.root);
      await run({ ...job, isCopy: true });
    }
    return result;
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { key, ...job } = JSON.parse(await text(request)) as Job;
    response.end(JSON.stringify(await (key ? runOnce({ ...job, key }) : run(job))));
  };
  const server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    run,
    stop: async () => {
      server.close();
      for (const { child, places } of all) {
        child.kill();
        for (const place of places.values()) removePaper(place);
      }
      for (const making of kept.values()) removePaper((await making).root);
      removePaper(bundles);
    },
  };
}

function start(bundles: string): Builder {
  const child = fork(path.join(import.meta.dirname, 'builder.ts'), [bundles], {
    env: environment(),
    execArgv: [...asEditors],
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({
    code: null,
    output: `The process that builds papers has ended: ${String(code ?? signal)}.`,
  }));
  return { child, ended, places: new Map() };
}

/** A folder in which a paper takes the place of one with its address, as most have the same, so that its templates are bundled there already. */
function placeOf({ places }: Builder, root: string): string {
  const said = path.join(root, 'content');
  const [address = ''] = /^url:.*$/m.exec(readFileSync(path.join(said, 'publication.yaml'), 'utf8')) ?? [];
  const place = places.get(address) ?? makePaper({});
  places.set(address, place);
  rmSync(path.join(place, 'content'), { recursive: true, force: true });
  renameSync(said, path.join(place, 'content'));
  return place;
}
