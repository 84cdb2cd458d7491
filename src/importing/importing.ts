import { appendFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileDraft, isTooDeep, refused } from './article.ts';
import { byItself } from '../newsroom/by-itself.ts';
import { linkWithin, type Linked } from './inner-links.ts';
import type { Intake } from './intake.ts';
import type { Kind } from './kinds.ts';
import { leadsNowhere } from './links.ts';
import { storiesIn } from './readers.ts';
import { Tally, type StoryReport } from './report.ts';
import { bytesAt, sourcesAt, type Source, type Unread } from './sources.ts';

export interface Wanted {
  from?: Kind | undefined;
  force?: boolean;
  /** Does what is given when nothing else writes into the paper's articles. */
  inWriting?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Told of each story as soon as it is done, with the part of all that is to be read, from 0 to 1. */
  told?: (report: StoryReport, part: number) => void;
}

/** The whole report of an import, a JSON object a line; from the paper's folder. */
export const reportFile = '.astro/import-report.jsonl';

/**
 * Imports what is named into a paper, one story at a time. What goes wrong in one stops no other.
 * @param given files and folders, from the paper's folder; or sources that were read already
 */
export async function importAll(
  given: readonly (string | Source)[],
  intake: Intake,
  { from, force = false, inWriting = (work) => work(), told }: Wanted = {},
): Promise<Tally> {
  const tally = new Tally();
  const stories: Linked[] = [];
  const keep = path.join(intake.root, reportFile);
  rmSync(keep, { force: true });
  mkdirSync(path.dirname(keep), { recursive: true });
  const all = given.reduce((sum, each) => sum + (typeof each === 'string' ? bytesAt(each, intake.root) : 0), 0);
  let done = 0;
  const tell = (report: StoryReport) => {
    tally.add(report);
    appendFileSync(keep, `${JSON.stringify(report)}\n`);
    told?.(report, all > 0 ? Math.min(1, done / all) : 0);
  };
  for (const each of given) {
    const sources: Iterable<Source | Unread> =
      typeof each === 'string' ? sourcesAt(each, { root: intake.root, from }) : [each];
    for (const source of sources) {
      if ('reason' in source) {
        tell(refused(source.name, source.reason).report);
        continue;
      }
      const before = done;
      const size = source.file ? statSync(source.file).size : 0;
      // An export of WordPress and a message are read twice.
      const times = /^(?:wordpress|newsml)$/.test(source.kind) ? 2 : 1;
      source.passed = (bytes) => (done += bytes / times);
      try {
        for await (const story of await storiesIn(source, intake.mapping)) {
          if ('refused' in story)
            tell({
              source: story.source,
              outcome: story.isWithheld ? 'withheld' : 'refused',
              facts: [],
              leftovers: [],
              reason: story.refused,
            });
          else {
            const { report, addresses } = await inWriting(() => fileDraft(story, intake, { force }));
            tell(report);
            if (report.article) stories.push({ article: report.article, addresses: addresses.map(byItself) });
          }
        }
      } catch (error) {
        const reason = isTooDeep(error) ? 'It is nested too deep.' : `It cannot be read: ${(error as Error).message}`;
        tell(refused(source.name, reason).report);
      }
      done = before + size;
    }
  }
  if (!intake.isDry) {
    const left = await inWriting(() => Promise.resolve(linkWithin(stories, intake)));
    for (const address of left) {
      tally.leave(leadsNowhere);
      appendFileSync(keep, `${JSON.stringify({ leftovers: [{ kind: leadsNowhere, text: address }] })}\n`);
    }
  }
  return tally;
}
