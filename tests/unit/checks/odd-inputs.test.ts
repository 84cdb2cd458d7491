import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, test } from 'vitest';
import { checkPaper } from '../../../src/desk/check.ts';
import { readPaper } from '../../../src/checks/paper.ts';
import { BodyCache } from '../../../src/body/body-cache.ts';
import { piecesOf } from '../../../src/body/html.ts';
import { problemReport } from '../../../src/newsroom/problem.ts';
import { article, body, front, tried, withPaper, type Files } from './wrong-inputs/input.ts';

/** What is published of the article that is tried: its headline and its body's HTML. */
function published(files: Files): Promise<{ headline?: string; html: string }> {
  return withPaper(files, async (root) => {
    const bodies = path.join(root, '.astro/bodies');
    const { articles, problems } = await readPaper({ root, bodies });
    expect(problemReport(problems)).toBe('');
    const copy = articles.copies.get('2019/03/01/harbour-vote')?.copy;
    const published = new BodyCache(bodies).read(copy?.bodyKey ?? '') ?? { text: [], parts: [] };
    return {
      headline: copy?.filed.headline,
      html: piecesOf(published)
        .map((piece) => (typeof piece === 'string' ? piece.replace(/ id="p-[^"]*"/g, '') : `[${piece.kind}]`))
        .join('\n'),
    };
  });
}

describe('The desk publishes a file', () => {
  const plain = { headline: 'Harbour vote', html: '<p>Ships came in.</p>' };
  test.concurrent.each<[string, Files]>([
    ['with a byte order mark', { [tried]: `\ufeff${article({})}` }],
    ['with the line ends of Windows', { [tried]: article({}).replaceAll('\n', '\r\n') }],
    ['with the line ends of an old Macintosh', { [tried]: article({}).replaceAll('\n', '\r') }],
    ['with spaces after the marks of its front matter', { [tried]: article({}).replaceAll('---\n', '--- \t\n') }],
    ['with spaces after every value', { [tried]: article({}).replaceAll(/(: .*)\n/g, '$1   \n') }],
    ['without a line feed at its end', { [tried]: article({}).trimEnd() }],
    [
      'with its front matter in JSON',
      {
        [tried]:
          '---\n{"id": "k7m2xq", "headline": "Harbour vote", "section": "world", "published": "2019-03-01T05:00:00+08:00", "status": "published"}\n---\nShips came in.',
      },
    ],
    ['with comments in its front matter', front({ section: 'world # not sport' })],
    ['with a comment in its text', body('<!-- <script>later</script> -->\n\nShips came in.')],
  ])('%s', async (_, files) => expect(await published(files)).toEqual(plain));

  test('with a drawing of the paper’s name and a picture of its icons beside publication.yaml', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 10"><path d="M0 0h90v10z"/></svg>';
    const files = { 'content/name.svg': drawing, 'content/icon.svg': drawing };
    const paper = {
      'content/publication.yaml': `name: The Broadsheet\nurl: https://broadsheet.example\nlanguage: en-GB\ntimeZone: Asia/Singapore\nsections: [world]\npublisher: { name: The Broadsheet }\nicon: ./icon.svg\nnameplate: ./name.svg\n`,
    };
    expect(await published({ ...paper, ...files, [tried]: article({}) })).toEqual(plain);
  });

  test('with a draft that has no text yet', async () => {
    expect(await published({ [tried]: article({ status: 'draft' }, '') })).toMatchObject({ html: '' });
  });
});

describe('An editor may name an article by', () => {
  const second = '2019/03/01/second';
  test.concurrent.each([
    second,
    `/${second}`,
    `/${second}/`,
    `/${second}/index.html`,
    `${second}/#p-2345`,
    `broadsheet.example/${second}/`,
    `www.broadsheet.example/${second}`,
    `https://broadsheet.example/${second}`,
    `http://broadsheet.example/${second}/`,
    `<https://broadsheet.example/${second}/>`,
    `HTTPS://BROADSHEET.EXAMPLE/${second}/`,
    `https://broadsheet.example/${second}/?utm_source=mail&utm_medium=x#p-2345`,
    `https://broadsheet.example/${second}/#:~:text=Ships`,
    `content/articles/${second}/index.md`,
  ])('%s', async (link) => {
    const former = link.replace('second', 'former');
    const files: Files = {
      'content/fronts/2019-03-01.yaml': `lead: "${link}"\n`,
      [tried]: article(
        { related: `[{ heading: See also, stories: ["${link}", { article: "${link}" }] }]`, aliases: `["${former}"]` },
        `::related{stories="${link}"}`,
      ),
    };
    await withPaper(files, async (root) => {
      const { articles, data, problems } = await readPaper({ root, bodies: path.join(root, '.astro/bodies') });
      const copy = articles.copies.get('2019/03/01/harbour-vote')?.copy;
      expect(problemReport(problems)).toBe('');
      expect(data.fronts.get('2019-03-01')?.lead).toBe(second);
      expect(copy?.filed.related[0]?.stories).toEqual([{ article: second }, { article: second }]);
      expect(copy?.filed.aliases).toEqual(['2019/03/01/former']);
      expect(copy?.references.map((reference) => reference.path)).toEqual([second]);
    });
  });
});

describe('Nothing is told of', () => {
  test.concurrent.each<[string, Files]>([
    ['a comment behind a list', front({ topics: '[sanctions] # and more' })],
    ['a field that is left out', front({ topics: '[sanctions]\n#kicker: Vote' })],
    ['an item that is left out', front({ topics: '\n  - sanctions\n  #- world' })],
    ['a hash sign within a word', front({ headline: 'Learn C# now' })],
    ['a quotation at the beginning of a headline', front({ headline: '“Walk away,” he said' })],
    ['two quotations in a headline', front({ headline: '“Walk” or “stay”' })],
    ['a quotation in straight quotation marks', front({ headline: "'“Walk away”'" })],
    ['an apostrophe of print in a headline', front({ headline: 'It’s over' })],
    ['an id of digits in quotation marks', front({ id: '"234567"' })],
    ['an id that begins with digits', front({ id: '23e45x' })],
  ])('%s', async (_, files) => {
    await withPaper(files, async (root) => expect(problemReport(await checkPaper(root))).toBe(''));
  });
});

describe('The desk publishes a headline', () => {
  const long = 'Harbour vote '.repeat(8_000).trim();
  test.concurrent.each([
    ['of 100,000 characters', long, long],
    ['with an emoji', 'Harbour ⚓ 🚢', 'Harbour ⚓ 🚢'],
    ['with an emoji of several', 'Family 👩‍👩‍👧', 'Family 👩‍👩‍👧'],
    ['with combining marks', 'Cafe\u0301', 'Cafe\u0301'],
    ['with a joiner that Persian is written with', 'می‌خواهم', 'می‌خواهم'],
    ['with HTML', '"<script>alert(1)</script>"', '<script>alert(1)</script>'],
    ['with a pair of surrogates by number', '"\\ud83d\\udea2"', '🚢'],
    ['folded over two lines', '>\n  Harbour\n  vote', 'Harbour vote'],
    ['with an apostrophe', "It's over", "It's over"],
    ['with a colon in a word', 'Vote at 10:30', 'Vote at 10:30'],
    ['with a hash sign in a word', 'C#', 'C#'],
  ])('%s', async (_, written, headline) =>
    expect((await published(front({ headline: written }))).headline).toBe(headline),
  );
});

describe('The desk publishes as text', () => {
  test.concurrent.each([
    ['a time of day', 'at 10:30am', '<p>at 10:30am</p>'],
    ['a word after a colon', 'Note:this', '<p>Note:this</p>'],
    ['two colons', 'a :: b', '<p>a :: b</p>'],
    ['two colons before a word', 'std::string', '<p>std::string</p>'],
    ['a footnote mark with backslashes', 'x\\[^1\\]', '<p>x[^1]</p>'],
    ['a link with a backslash before it', '\\[not a link](/foo)', '<p>[not a link](/foo)</p>'],
    ['a link with a backslash and a mark in it', '\\[not *a* link](/foo)', '<p>[not <em>a</em> link](/foo)</p>'],
    ['a link with a bracket by its number', '&#91;not a link](/foo)', '<p>[not a link](/foo)</p>'],
    ['a picture with a backslash', '!\\[alt](./quay.jpg)', '<p>![alt](./quay.jpg)</p>'],
    ['brackets with backslashes', '\\]\\( and [a\\](b)', '<p>]( and [a](b)</p>'],
    ['a power', '2 ** 3 is 8, and x ** y ** z is 1', '<p>2 ** 3 is 8, and x ** y ** z is 1</p>'],
    ['a sign of a note', 'Ships* came.', '<p>Ships* came.</p>'],
    ['signs of two notes', 'Ships 12%** left.\n\n** Estimated.', '<p>Ships 12%** left.</p>\n<p>** Estimated.</p>'],
    ['a name with underscores', 'snake__case and user_name_x', '<p>snake__case and user_name_x</p>'],
    ['a file with underscores', '写真_2019_東京.jpg', '<p>写真_2019_東京.jpg</p>'],
    ['a line to fill in', 'Name: ____', '<p>Name: ____</p>'],
    ['letters left out', 'Oh s**t.\n\nOh f***.', '<p>Oh s**t.</p>\n<p>Oh f***.</p>'],
    ['marks with backslashes', '\\*\\*Ships\\*\\*', '<p>**Ships**</p>'],
    [
      'marks in code',
      '`**Ships` and <code>`**`</code>',
      '<p><code>**Ships</code> and <code><code>**</code></code></p>',
    ],
    ['marks in quotation marks', 'the sign “**”', '<p>the sign “**”</p>'],
    ['tildes for a long sound', '네~~ 알겠습니다~~', '<p>네~~ 알겠습니다~~</p>'],
    ['braces that are text', 'he said {sic}, {x} and {1, 2}', '<p>he said {sic}, {x} and {1, 2}</p>'],
    ['formulas', '$x_{{i}}$ and $\\frac{{a}}{b}$', '<p>$x_{{i}}$ and $\\frac{{a}}{b}$</p>'],
    ['marks of other systems in code', '`{{ x }}` `[[a]]`', '<p><code>{{ x }}</code> <code>[[a]]</code></p>'],
    ['marks of other systems in code of HTML', '<code>{{ x }}</code>', '<p><code>{{ x }}</code></p>'],
    ['marks of other systems with backslashes', '\\{{ x }} \\[[a]] \\[!NOTE]', '<p>{{ x }} [[a]] [!NOTE]</p>'],
    ['signs of programs', 'a==b==c, ==> <==, 100%%', '<p>a==b==c, ==> &#x3C;==, 100%%</p>'],
    [
      'lines that begin like a program',
      'import taxes rose.\n\nexport controls fell.',
      '<p>import taxes rose.</p>\n<p>export controls fell.</p>',
    ],
    ['bars in a line', 'Home | About, |x|', '<p>Home | About, |x|</p>'],
    ['a link in code', '`[a](b c)`', '<p><code>[a](b c)</code></p>'],
    ['a script in code', '`<script>alert(1)</script>`', '<p><code>&#x3C;script>alert(1)&#x3C;/script></code></p>'],
    ['a script in entities', '&lt;script&gt;alert(1)&lt;/script&gt;', '<p>&#x3C;script>alert(1)&#x3C;/script></p>'],
    [
      'the mark of a part of the page in code',
      '`<bs-part n="0"></bs-part>`',
      '<p><code>&#x3C;bs-part n="0">&#x3C;/bs-part></code></p>',
    ],
    ['less than and greater than', '1 < 2 > 0', '<p>1 &#x3C; 2 > 0</p>'],
    ['an emoji', 'Ships 🚢 👩‍👩‍👧', '<p>Ships 🚢 👩‍👩‍👧</p>'],
    ['a word of 10,000 letters', 'a'.repeat(10_000), `<p>${'a'.repeat(10_000)}</p>`],
  ])('%s', async (_, text, html) => expect((await published(body(text))).html).toBe(html));
});

describe('The dashes of publication.yaml', () => {
  const paper = (dashes: string) => ({
    'content/publication.yaml': `name: The Paper
url: https://paper.example
language: en-US
timeZone: America/New_York
sections: [world]
publisher: { name: The Press }
typography: { dashes: ${dashes} }
`,
  });

  test.concurrent.each([
    ['closed', 'en-US', '<p>yes—no</p>'],
    ['closed', 'en-GB', '<p>yes—no</p>'],
    ['closed', 'de', '<p>yes\u00A0– no</p>'],
    ['spaced', 'en-US', '<p>yes\u00A0– no</p>'],
  ])('are %s in a body in %s', async (dashes, language, html) => {
    const files = { ...paper(dashes), [tried]: article({ language }, 'yes--no') };
    expect((await published(files)).html).toBe(html);
  });
});

describe('The desk takes a picture', () => {
  const flat = sharp({ create: { width: 64, height: 48, channels: 3, background: '#888' } });
  const folder = 'content/articles/2019/03/01/harbour-vote';
  const taken = (name: string, bytes: Buffer) =>
    withPaper(
      { ...front({ picture: `{ file: ./${name}, alt: Ships }` }), [`${folder}/${name}`]: bytes },
      async (root) => {
        const { articles, problems } = await readPaper({ root, bodies: path.join(root, '.astro/bodies') });
        expect(problemReport(problems)).toBe('');
        const picture = articles.copies.get('2019/03/01/harbour-vote')?.copy.pictures[0];
        return { picture, still: picture?.still ? await sharp(path.join(root, picture.still)).metadata() : undefined };
      },
    );

  test('as it lies there when all formats can hold it', async () => {
    const { picture } = await taken('quay.jpg', await flat.clone().jpeg().toBuffer());
    expect(picture).toMatchObject({ width: 64, height: 48, format: 'jpg' });
    expect(picture).not.toHaveProperty('still');
  });

  test('with a film behind it, as cameras put it there', async () => {
    const jpeg = await flat.clone().jpeg().toBuffer();
    const film = Buffer.from('0000001866747970ffda00ffd8', 'hex');
    expect((await taken('quay.jpg', Buffer.concat([jpeg, film]))).picture).toMatchObject({ width: 64 });
  });

  test('whose name ends otherwise', async () => {
    expect((await taken('quay.jpg', await flat.clone().png().toBuffer())).picture).toMatchObject({ format: 'png' });
  });

  test.each([
    [
      'that is 65,000 pixels wide',
      'quay.jpg',
      () => flat.clone().resize(65_000, 40, { fit: 'fill' }).jpeg(),
      16_383,
      10,
    ],
    [
      'that is 20,000 pixels high',
      'quay.png',
      () => flat.clone().resize(1200, 20_000, { fit: 'fill' }).png(),
      983,
      16_383,
    ],
    ['of one frame in GIF', 'quay.gif', () => flat.clone().gif(), 64, 48],
  ])('%s, as one that all formats can hold', async (_, name, make, width, height) => {
    const { picture, still } = await taken(name, await make().toBuffer());
    expect(picture).toMatchObject({ width, height });
    expect(still).toMatchObject({ format: 'png', width, height });
  });

  test('that is transparent, of 16 bits and on its side, upright and in 8', async () => {
    const deep = flat.clone().ensureAlpha(0.5).toColourspace('rgb16').withMetadata({ orientation: 6 });
    const { picture, still } = await taken('quay.png', await deep.png().toBuffer());
    expect(picture).toMatchObject({ width: 48, height: 64, transparent: true });
    expect(still).toMatchObject({ width: 48, height: 64, depth: 'uchar', hasAlpha: true });
  });
});

describe('What is wrong in a paper', () => {
  const files = {
    [tried]: article({ headline: '', picture: '{ file: ./quay.jpg }' }, '# Ships\n\n[came](in)'),
    'content/articles/2019/02/28/first/index.md': article({ id: 'k7m2xs', section: 'wrold', topics: '[weather]' }),
    'content/sections/world.yaml': 'nme: World\n',
  };

  it('comes back at once, by file and line', () =>
    withPaper(files, async (root) => {
      const places = problemReport(await checkPaper(root)).matchAll(/^(\w-\d{3}) {2}(.*)$/gm);
      expect(Array.from(places, ([, code, place]) => `${code} ${place}`)).toEqual([
        'R-001 content/articles/2019/02/28/first/index.md:4',
        'R-001 content/articles/2019/02/28/first/index.md:7',
        `S-001 ${tried}:3`,
        `S-001 ${tried}:7`,
        `B-101 ${tried}:10:1`,
        `B-107 ${tried}:12:1`,
        'S-001 content/sections/world.yaml:1',
        'S-002 content/sections/world.yaml:1',
      ]);
    }));

  it('is told of the file that holds it, and not of those that name it', () =>
    withPaper({ 'content/sections/world.yaml': 'nme: World\n' }, async (root) => {
      expect(new Set((await checkPaper(root)).map(({ file }) => file))).toEqual(
        new Set(['content/sections/world.yaml']),
      );
    }));
});
