import { setFlagsFromString } from 'node:v8';
import { readPaperData } from '../filing/paper-data.ts';
import { currentInstant } from '../filing/now.ts';
import { fetchedBytes, fetchedStory } from '../importing/fetching.ts';
import { importAll, reportFile } from '../importing/importing.ts';
import { Intake } from '../importing/intake.ts';
import { isKind, kindOf, kinds, type Kind } from '../importing/kinds.ts';
import { readMapping } from '../importing/mapping.ts';
import { storyText, type StoryReport } from '../importing/report.ts';
import type { Source } from '../importing/sources.ts';
import { instantInZone } from '../newsroom/calendar.ts';
import { nearest } from '../newsroom/nearest.ts';
import { problemReport } from '../newsroom/problem.ts';
import { filedBy } from '../press/filed-by.ts';
import { misuse, type Outcome } from './outcome.ts';
import { refuse } from './refuse.ts';
import { inWriting } from './turn.ts';
import { typed } from './typed.ts';

export interface Wanted {
  from?: string;
  plan?: boolean;
  force?: boolean;
  fetch?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/** Stories of which each has a report of its own on the screen; of more the findings are counted. */
const fewest = 5;

/**
 * `npm run desk import FILE…`: makes articles of stories from elsewhere, and tells what was understood, what guessed, and what left over.
 * @param given files, folders, addresses, or `-` for what comes through a pipe
 * @returns whether every story that is to be read was imported
 */
export async function importStories(root: string, given: readonly string[], wanted: Wanted): Promise<Outcome> {
  const { from } = wanted;
  const instant = currentInstant();
  if (from !== undefined && !isKind(from)) {
    const near = nearest(from, Object.keys(kinds));
    return misuse(
      `There is no form "${from}". ${near ? `Did you mean --from ${near}?` : `There are ${Object.keys(kinds).join(', ')}.`}`,
    );
  }
  const data = readPaperData(root);
  const { publication } = data;
  if (!publication) return refuse(`content/publication.yaml cannot be read. ${typed(root, 'check')} tells why.`);
  const { mapping, problems } = readMapping(root);
  if (problems.length > 0) return refuse(problemReport(problems));
  const sources: (string | Source)[] = [];
  for (const each of given) {
    const source = await sourceNamed(each, from);
    if (typeof source === 'object' && 'fault' in source) return refuse(source.fault);
    sources.push(source);
  }
  if (wanted.plan) {
    const { planFor } = await import('../importing/plan.ts');
    return planFor(sources, { root, data, mapping, from, isDry: wanted.dryRun ?? false });
  }
  const intake = new Intake({
    root,
    data,
    publication,
    mapping,
    now: instantInZone(instant, publication.timeZone),
    isDry: wanted.dryRun ?? false,
    ...(await filedBy(root)),
    ...(wanted.fetch || given.some(isAddress) ? { fetched: fetchedBytes } : {}),
  });
  // However long an archive is, what is done with one story is soon thrown away.
  setFlagsFromString('--heap-growing-percent=30');
  const few: StoryReport[] = [];
  const bar = progress(wanted);
  const tally = await importAll(sources, intake, {
    from,
    force: wanted.force ?? false,
    inWriting: (work) => inWriting(root, work),
    told: (report, part) => {
      if (wanted.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else if (few.length <= fewest) few.push(report);
      if (!wanted.json && /^(refused|left)$/.test(report.outcome) && report.reason)
        console.error(`${report.source}: ${report.reason}`);
      bar.tick(part);
    },
  });
  bar.end();
  const isDone = !tally.outcomes.has('refused');
  if (wanted.json) return { isDone, facts: { summary: tally.json(), made: intake.made } };
  if (few.length <= fewest) for (const report of few) console.log(`${storyText(report)}\n`);
  console.log(tally.text());
  if (intake.made.length > 0) console.log(`Made with them: ${shortList(intake.made)}.`);
  if (few.length > fewest) console.log(`All that was found of each story is in ${reportFile}.`);
  if (wanted.dryRun) console.log('Nothing was written.');
  return isDone;
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** A file or folder by its name, or the bytes of what is none. */
async function sourceNamed(given: string, from: Kind | undefined): Promise<string | Source | { fault: string }> {
  if (given !== '-' && !isAddress(given)) return given;
  const page = given === '-' ? { bytes: await throughPipe(), name: 'stdin' } : await fetchedStory(given);
  if ('fault' in page) return page;
  const kind = from ?? kindOf('', page.bytes.subarray(0, 16_384));
  if (!kind) return { fault: `${given} is in no form that can be imported. --from says which it is.` };
  return {
    name: given === '-' ? 'stdin' : given,
    bytes: () => page.bytes,
    kind: given !== '-' && kind === 'clipping' ? 'page' : kind,
    ...('address' in page && page.address ? { address: page.address } : {}),
  };
}

async function throughPipe(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function shortList(files: readonly string[]): string {
  return files.length > 8 ? `${files.slice(0, 8).join(', ')} and ${files.length - 8} more` : files.join(', ');
}

/** How far a long import is, on a terminal. */
function progress({ json }: Wanted): { tick: (part: number) => void; end: () => void } {
  const isShown = process.stderr.isTTY && !json;
  const begun = Date.now();
  let count = 0;
  return {
    tick: (part) => {
      count += 1;
      if (isShown && count % 20 === 0)
        process.stderr.write(`\r${progressInWords(count, part, Date.now() - begun)}\u001b[K`);
    },
    end: () => {
      if (isShown && count >= 20) process.stderr.write('\n');
    },
  };
}

/**
 * How far it is, and how long it will take, as soon as that can be told.
 * @param part of all, from 0 to 1
 */
export function progressInWords(count: number, part: number, milliseconds: number): string {
  const seconds = Math.max(1, milliseconds / 1000);
  const said = `${count} stories, ${Math.round(count / seconds)} a second`;
  if (part <= 0.01 || milliseconds < 2000) return said;
  const left = (seconds * (1 - part)) / part;
  const time = left < 90 ? `${Math.ceil(left)} s` : `${Math.ceil(left / 60)} min`;
  return `${said}, ${Math.floor(part * 100)} %, about ${time} left`;
}
