import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { ElementContent } from 'hast';
import type { BodyText } from '../../../src/body/body.ts';
import { htmlOf, piecesOf } from '../../../src/body/html.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';

const fixtures = path.join(import.meta.dirname, 'fixtures');

/** A body as one file: HTML as it is, every other part as JSON in a comment. */
function printed(body: BodyText): string {
  const captions = (key: string, value: unknown) =>
    key === 'caption' && value ? htmlOf(value as ElementContent[]) : value;
  const pieces = piecesOf(body).map((piece) =>
    typeof piece === 'string' ? piece : `<!-- ${JSON.stringify(piece, captions, 2)} -->`,
  );
  return `${pieces.join('\n\n')}\n`;
}

function bodyOf(text: string, language = 'en-GB') {
  return renderBody({
    file: 'content/articles/2019/03/01/harbour-vote/index.md',
    text,
    language,
    origin: 'https://broadsheet.example',
  });
}

describe.each(readdirSync(fixtures))('The body of the fixture %s', (name) => {
  const language = name.split('.')[1];
  const read = (file: string) => readFileSync(path.join(fixtures, name, file), 'utf8');
  const body = bodyOf(read('input.md'), language);

  it('holds no mistake', () => expect(body.problems).toEqual([]));
  it('comes out as it should', () => expect(printed(body)).toBe(read('output.html')));

  it('comes out the same when no step of the pipeline is left out', () => {
    const whole = bodyOf(`${read('input.md')}\n\n<!-- | ~~ [^ :lang ![ :: 日\n-->\n`, language);
    // Parsed anew as HTML, an attribute without a value has an empty one; where the comment was, a line is empty.
    const plain = (html: string) => html.replaceAll('=""', '').replace(/\n+/g, '\n');
    expect(plain(printed(whole))).toBe(plain(printed(body)));
  });
});

test.each([
  ['ABC\n（日本）', 'ABC（日本）'],
  ['日本\n語', '日本語'],
  ['𠮷\n野', '𠮷野'],
  ['> 日本\n> 語', '日本語'],
])('Lines are joined in a body that has no others: %j', (text, words) => {
  expect(htmlOf(bodyOf(text, 'ja').text)).toContain(`<p>${words}</p>`);
});

describe('A body tells', () => {
  const { references, places, pictures } = bodyOf(
    'Ships [came](/2019/03/01/second/#quay)\nand [left](https://broadsheet.example/2019/03/01/third).\n\n![Quay](./quay.jpg)\n\n::related{stories="2019/03/01/fourth"}\n\nOf [tides](/topics/tides/), [by year](/2019/),\n[about us](https://broadsheet.example/about/).\n',
  );

  it('which articles it names, and where', () =>
    expect(references.sort((a, b) => a.line - b.line)).toEqual([
      { path: '2019/03/01/second', line: 1 },
      { path: '2019/03/01/third', line: 2 },
      { path: '2019/03/01/fourth', line: 6 },
    ]));
  it('which pages of the paper that have a name it links to, and where', () =>
    expect(places).toEqual([
      { folder: 'topics', name: 'tides', line: 8 },
      { folder: 'pages', name: 'about', line: 9 },
    ]));
  it('which pictures it shows, and where', () =>
    expect(pictures).toEqual([{ path: 'content/articles/2019/03/01/harbour-vote/quay.jpg', line: 4 }]));
});
