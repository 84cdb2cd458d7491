import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesIn } from '../support/dist.ts';
import { project } from '../support/paper.ts';

const papers = [inject('edition'), inject('fixture')];

test('every page is valid by the Nu checker', () => {
  const jar = path.join(project, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const files = papers.flatMap(({ dist }) =>
    filesIn(dist)
      .filter((name) => name.endsWith('.html'))
      .map((name) => path.join(dist, name)),
  );
  // A program that runs for a few seconds: the whole of Java's compiler costs more than it gives.
  const quickly = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss4m'];
  const { stdout } = spawnSync(
    'java',
    [...quickly, '-jar', jar, '--stdout', '--exit-zero-always', '--format', 'json', ...files],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { messages } = JSON.parse(stdout) as { messages: { type: string; message: string; url: string }[] };
  // The checker reads files, not a site: it cannot tell 'self', and takes the hash of a style without its last line feed.
  // Nor does it know animations that follow scrolling, where scrolling begins, transitions between pages, dots below a word, containers, columns that
  // go on below each other, and numbers out of attributes.
  const unknown =
    /violates Content Security Policy|: Property “(animation-timeline|animation-range|view-timeline|timeline-scope|scroll-initial-target)” doesn't exist|^CSS: Unrecognized at-rule “@view-transition”|^CSS: “text-emphasis-position”|^CSS: “(container-type|column-wrap|column-height)”|^CSS: Unrecognized at-rule “@container”|^CSS: “--(scale|step|air|beginning)”: Parse Error/;
  const ours = messages.filter(({ message }) => !unknown.test(message));
  expect(ours.map(({ message, url }) => `${path.basename(path.dirname(url))}: ${message}`)).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
});
