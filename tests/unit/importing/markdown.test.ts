import fc from 'fast-check';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { withoutShortcodes } from '../../../src/importing/shortcodes.ts';
import { noMapping } from '../../../src/importing/mapping.ts';
import { matterOf } from '../../../src/importing/matter.ts';
import { articleIn, articlesIn, emptyPaper, imported, mistakesAt, put, remove, seeds, unaccounted } from './support.ts';

const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#369' } })
  .png()
  .toBuffer();
const roots: string[] = [];
afterEach(() => roots.splice(0).forEach(remove));

async function article(files: Record<string, string | Uint8Array>, source = Object.keys(files)[0] ?? '') {
  const root = emptyPaper(files);
  roots.push(root);
  const reports = await imported(root, [source]);
  expect(reports.flatMap(unaccounted)).toEqual([]);
  expect(await mistakesAt(root)).toEqual([]);
  return { root, reports, text: articlesIn(root).length > 0 ? articleIn(root) : '' };
}

describe('front matter', () => {
  test.each([
    ['YAML', '---\ntitle: "The quay: a history"\ndate: 2019-03-01 09:30:00 +0100\n---\nText of it.\n'],
    ['TOML', '+++\ntitle = "The quay: a history"\ndate = 2019-03-01T09:30:00+01:00\n+++\nText of it.\n'],
    ['JSON', '{\n  "title": "The quay: a history",\n  "date": "2019-03-01T09:30:00+01:00"\n}\n\nText of it.\n'],
  ])('in %s gives headline and time', async (_, source) => {
    const { text } = await article({ 'in/a.md': source });
    expect(text).toContain('headline: "The quay: a history"');
    expect(text).toContain('published: 2019-03-01T16:30:00+08:00');
  });

  test('that is broken is read line by line, and an editor is to look at it', async () => {
    const { text, reports } = await article({
      'in/a.md': '---\ntitle: The quay: a history\ndate: 2019-03-01\ntags:\n- one\n---\nText.\n',
    });
    expect(text).toContain('headline: "The quay: a history"');
    expect(reports[0]?.review).toBe(true);
  });

  test('with aliases that unfold to millions of words is read line by line', () => {
    const bomb = Array.from(
      { length: 9 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array.from({ length: 9 }, () => `*l${n}`).join(', ')}]`,
    );
    expect(matterOf(`---\nl0: &l0 lol\n${bomb.join('\n')}\n---\nText.`).fault).toBeDefined();
  });

  test.each([
    ['a list', 'authors: [Wren Quayside, Otto Pierhead]'],
    ['text', 'author: Wren Quayside and Otto Pierhead'],
    ['objects', 'authors:\n  - name: Wren Quayside\n  - name: Otto Pierhead'],
  ])('names its authors as %s', async (_, line) => {
    const { text } = await article({ 'in/a.md': `---\ntitle: A\ndate: 2019-03-01\n${line}\n---\nText.\n` });
    expect(text).toContain('contributors:\n  - who: wren-quayside\n  - who: otto-pierhead');
  });

  test.each(['draft: true', 'published: false', 'status: draft'])(
    'that says %s keeps the story a draft',
    async (line) => {
      const { text } = await article({
        'in/a.md': `---\ntitle: A\ndate: 2019-03-01\ncategory: Town\n${line}\n---\nText.\n`,
      });
      expect(text).toContain('\nstatus: draft');
      expect(text).not.toContain('review: required');
    },
  );
});

describe('addresses', () => {
  test('of Jekyll follow the pattern of its configuration, and are kept', async () => {
    const { root } = await article(
      {
        'site/_posts/2019-03-01-old-quay.md': '---\ntitle: Old quay\n---\nText.\n',
        'site/_config.yml': 'url: https://old.example\npermalink: /news/:year/:title.html\n',
      },
      'site',
    );
    expect(articlesIn(root)).toEqual(['2019/03/01/old-quay']);
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(`${root}/content/imports.jsonl`, 'utf8')).toContain('"former":["/news/2019/old-quay.html"]');
  });

  test('that an article of ours can have become aliases', async () => {
    const { text } = await article({
      'in/a.md': '---\ntitle: A\ndate: 2019-03-01\naliases: [/2018/01/02/older/]\n---\nText.\n',
    });
    expect(text).toContain('aliases:\n  - /2018/01/02/older/');
  });

  test('in other scripts are written in Latin letters', async () => {
    const { root } = await article({ 'in/2019-03-01-дом.md': '---\ntitle: Дом у моря\n---\nТекст о доме у моря.\n' });
    expect(articlesIn(root)).toEqual(['2019/03/01/dom']);
  });

  test('cannot lead out of the folder of articles', async () => {
    const { root } = await article({
      'in/a.md': '---\ntitle: A\ndate: 2019-03-01\nslug: ../../../../etc/passwd\n---\nText.\n',
    });
    expect(articlesIn(root)[0]).toMatch(/^2019\/03\/01\/[a-z0-9-]+$/);
  });
});

describe('marks of other systems', () => {
  const set = (text: string) => withoutShortcodes(text, { mapping: noMapping, leftovers: [] });

  test('a figure of Hugo becomes a picture with caption and credit', async () => {
    const { text } = await article({
      'in/post/index.md':
        '---\ntitle: A\ndate: 2019-03-01\n---\nWords before.\n\n{{< figure src="quay.png" alt="A quay" caption="The quay *at night*." attr="Ann Other" >}}\n',
      'in/post/quay.png': picture,
    });
    expect(text).toContain(':::figure{src="./quay.png" alt="A quay" credit="Ann Other"}\nThe quay at night.\n:::');
  });

  test.each([
    ['{{< youtube abc123 >}}', 'https://www.youtube.com/watch?v=abc123'],
    ['{% youtube "https://youtu.be/abc123" %}', 'https://youtu.be/abc123'],
    ['{{< tweet user="quay" id="12" >}}', 'https://twitter.com/quay/status/12'],
  ])('%s becomes a link', (mark, address) => expect(set(mark)).toContain(`href="${address}"`));

  test('highlighted code of Jekyll and of Hugo becomes fenced', () => {
    expect(set('{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}').trim()).toBe('```ruby\nputs 1\n```');
    expect(set('{{< highlight go "x" >}}\na()\n{{< /highlight >}}').trim()).toBe('```go\na()\n```');
  });

  test('in code stay as they are', () =>
    expect(set('`{{< youtube x >}}` and\n\n```\n{% if x %}\n```\n')).toContain('`{{< youtube x >}}`'));

  test('lists of attributes of kramdown go', () =>
    expect(set('## A {#a}\n\nText\n{: .lead}\n\n![a](b.png){: .wide}')).toBe('## A\n\nText\n\n\n![a](b.png)'));

  test('what nobody knows stays visible, is told, and is no mistake', async () => {
    const { text, reports } = await article({
      'in/a.md':
        '---\ntitle: A\ndate: 2019-03-01\n---\nBefore {{< mystery one="two" >}} after.\n\n{% if user %}Hello{% endif %}\n',
    });
    expect(text).toContain('`{{< mystery one="two" >}}`');
    expect(reports[0]?.leftovers.some(({ kind }) => kind.includes('"mystery"'))).toBe(true);
  });

  test('links and pictures of Obsidian are ours', async () => {
    const { text } = await article({
      'in/a.md': '---\ntitle: A\ndate: 2019-03-01\n---\nSee [[Other note|the other]] and ==this==.\n\n![[quay.png]]\n',
      'in/quay.png': picture,
    });
    expect(text).toContain('See the other and <mark>this</mark>.');
    expect(text).toContain('quay.png');
  });
});

describe('the body', () => {
  const body = async (markdown: string, files = {}) => {
    const { text } = await article({
      'in/a.md': `---\ntitle: A story\ndate: 2019-03-01\n---\n${markdown}\n`,
      ...files,
    });
    return text.replace(/^---[^]*?\n---\n\n/, '');
  };

  test('begins its headings at the second rank and skips none', async () =>
    expect(await body('# One\n\nText.\n\n### Two\n\nText.\n\n##### Three\n\nText.')).toBe(
      '## One\n\nText.\n\n### Two\n\nText.\n\n#### Three\n\nText.\n',
    ));

  test('has references resolved', async () =>
    expect(await body('See [this][x].\n\n[x]: https://one.example/a "T"')).toBe(
      'See [this](https://one.example/a).\n',
    ));

  test('has HTML as Markdown', async () =>
    expect(
      await body(
        '<h2>One</h2>\n<p>Two <b>bold</b> <a href="https://one.example/">link</a>.</p>\n<blockquote><p>Three</p></blockquote>\n<table><tr><th>a</th></tr><tr><td>1</td></tr></table>',
      ),
    ).toBe('## One\n\nTwo **bold** [link](https://one.example/).\n\n> Three\n\n| a |\n| - |\n| 1 |\n'));

  test('keeps notes', async () =>
    expect(await body('Words.[^1]\n\n[^1]: The note.')).toBe('Words.[^1]\n\n[^1]: The note.\n'));

  test('parts pictures from the words around them', async () =>
    expect(await body('Before ![A quay](q.png "The quay. Photo: Ann") after.', { 'in/q.png': picture })).toBe(
      'Before\n\n:::figure{src="./q.png" alt="A quay" credit="Photo: Ann"}\nThe quay.\n:::\n\nafter.\n',
    ));

  test('has no script, from wherever it comes', async () => {
    const text = await body(
      '<script>alert(1)</script>Words <a href="javascript:alert(1)">click</a> <img src="x" onerror="alert(1)" alt="hm"> <svg onload="alert(1)"><text>drawn</text></svg>',
    );
    expect(text).not.toMatch(/alert|javascript|onerror/);
    expect(text).toContain('Words click');
  });

  test('loses invisible characters, which are counted', async () => {
    const { text, reports } = await article({
      'in/a.md': '---\ntitle: A\u200b story\ndate: 2019-03-01\n---\nOne\u200b two\u00ad three\u202e.\n',
    });
    expect(text).toContain('One two three.');
    expect(reports[0]?.leftovers).toContainEqual({ kind: 'invisible characters that were taken out', text: '(3)' });
  });

  test('nested a thousand times is plain words, or refused', async () => {
    const { reports, text } = await article({
      'in/a.md': `---\ntitle: A\ndate: 2019-03-01\n---\n${'<div>'.repeat(1000)}deep${'</div>'.repeat(1000)}\n\n${'> '.repeat(1000)}deeper\n`,
    });
    expect(reports[0]?.outcome === 'refused' || text.includes('deep')).toBe(true);
  });
});

test('a story that was imported is left where an editor has changed it, and brought up to date where none has', async () => {
  const { root, text } = await article({ 'in/a.md': '---\ntitle: A\ndate: 2019-03-01\n---\nFirst.\n' });
  const again = async () => (await imported(root, ['in/a.md']))[0]?.outcome;
  expect(await again()).toBe('unchanged');
  put(root, { 'in/a.md': '---\ntitle: A\ndate: 2019-03-01\n---\nSecond.\n' });
  expect(await again()).toBe('updated');
  const [place = ''] = articlesIn(root);
  expect(articleIn(root)).toContain('Second.');
  expect(/id: (\w+)/.exec(articleIn(root))?.[1]).toBe(/id: (\w+)/.exec(text)?.[1]);
  put(root, {
    [`content/articles/${place}/index.md`]: articleIn(root).replace('Second', 'Edited'),
    'in/a.md': '---\ntitle: A\n---\nThird.\n',
  });
  expect(await again()).toBe('left');
  expect(articleIn(root)).toContain('Edited.');
  expect((await imported(root, ['in/a.md'], { force: true }))[0]?.outcome).toBe('updated');
});

test.each(seeds(3, 7))(
  'any text becomes an article that builds and holds all its words, or is refused with a reason (seed %i)',
  async (seed) => {
    const root = emptyPaper();
    roots.push(root);
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '# ',
        '\n\n',
        '- ',
        '> ',
        '{{<',
        '>}}',
        '{% x %}',
        '[a](b)',
        '![x](y.png)',
        '```',
        '`',
        '<b>',
        '</b>',
        '<table>',
        ':::',
        '::x',
        ':y',
        '|',
        '*',
        '_',
        '~~',
        '[^1]',
        '[[',
        ']]',
        '<!--',
        '-->',
        '&lt;',
        '\\',
        'http://a@b.example',
        '1. ',
        '\t',
        '{',
        '}',
        '==x==',
        '$$',
      ),
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        count += 1;
        put(root, { [`in/s${count}.md`]: `---\ntitle: T${count}\ndate: 2019-03-01\n---\nWords.\n${pieces.join('')}` });
        const [report] = await imported(root, [`in/s${count}.md`]);
        expect(report?.outcome === 'new' ? unaccounted(report) : [report?.reason === undefined]).toEqual(
          report?.outcome === 'new' ? [] : [false],
        );
      }),
      { numRuns: 100, seed },
    );
    expect(await mistakesAt(root)).toEqual([]);
  },
);

test('A link whose words are an address with a port has no word that its source does not have.', async () => {
  const { text } = await article({
    'in/a.md':
      '---\ntitle: A\ndate: 2019-03-01\n---\nSee [http://localhost:4000](http://localhost:4000){:target="_blank"} there.\n',
  });
  expect(text).toContain('See [http://localhost:4000](http://localhost\\:4000/) there.');
});

test('Notes within a text are notes, and queries of programs are told.', async () => {
  const { text, reports } = await article({
    'in/a.md':
      '---\ntitle: A\ndate: 2019-03-01\n---\nThe council^[All *nine*, see [it](https://one.example/).] voted `^[no note]`.\n\n```dataview\nTABLE file.day FROM "stories"\n```\n',
  });
  expect(text).toMatch(
    /The council\[\^inline-1\] voted `\^\[no note\]`\.\n\n\[\^inline-1\]: All \*nine\*, see \[it\]\(https:\/\/one\.example\/\)\.\n$/,
  );
  expect(reports[0]?.leftovers).toContainEqual({ kind: 'query of a program', text: 'TABLE file.day FROM "stories"' });
});

test('Lists of templates of Eleventy are no topics.', async () => {
  const { text, reports } = await article(
    {
      'in/posts/a.md': '---\ntitle: A\ndate: 2019-03-01\ntags: [posts, harbour]\n---\nWords.\n',
      'in/eleventy.config.js': '',
    },
    'in/posts/a.md',
  );
  expect(text).toContain('topics:\n  - harbour\n#');
  expect(reports[0]?.leftovers).toContainEqual({ kind: 'list of a template', text: 'posts' });
});

describe('Stories that name each other by their files are linked within the paper:', () => {
  const jekyll = '---\ntitle: A\ncategories: [town]\n---\n';
  test.each([
    [
      'Jekyll, with categories in its addresses',
      {
        '_config.yml': 'url: https://old.example\n',
        '_posts/2019-03-01-a.md': `${jekyll}See [it]({% post_url 2019-03-01-b %}).\n`,
        '_posts/2019-03-01-b.md': `${jekyll}Words.\n`,
      },
    ],
    [
      'Jekyll, of which nobody knows the address',
      {
        '_config.yml': 'title: Old\n',
        '_posts/2019-03-01-a.md': `${jekyll}See [it]({% link _posts/2019-03-01-b.md %}).\n`,
        '_posts/2019-03-01-b.md': `${jekyll}Words.\n`,
      },
    ],
    [
      'Hugo, by the name alone',
      {
        'hugo.toml': 'baseURL = "https://old.example/"\n',
        'content/posts/a.md': '---\ntitle: A\ndate: 2019-03-01\n---\nSee [it]({{< ref "b" >}}).\n',
        'content/news/b/index.md': '---\ntitle: B\ndate: 2019-03-01\nslug: b\n---\nWords.\n',
      },
    ],
    [
      'Obsidian, by its links',
      {
        '.obsidian/app.json': '{}',
        'a.md': '---\ntitle: A\ndate: 2019-03-01\n---\nSee [[The b#Part|it]].\n',
        'deep/The B.md': '---\ntitle: B\ndate: 2019-03-01\nslug: b\n---\nWords.\n',
      },
    ],
    [
      'Astro, by a path',
      {
        'astro.config.mjs': '',
        'src/content/blog/a.md': '---\ntitle: A\npubDate: 2019-03-01\n---\nSee [it](../news/the%20b.md).\n',
        'src/content/news/the b.md': '---\ntitle: B\npubDate: 2019-03-01\nslug: b\n---\nWords.\n',
      },
    ],
  ])('%s.', async (_, files) => {
    const root = emptyPaper(Object.fromEntries(Object.entries(files).map(([name, text]) => [`in/${name}`, text])));
    const reports = await imported(root, ['in']);
    expect(reports.flatMap(unaccounted)).toEqual([]);
    expect(articleIn(root, '2019/03/01/a')).toContain('See [it](/2019/03/01/b/).');
    remove(root);
  });
});
