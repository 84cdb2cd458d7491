import fc from 'fast-check';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { elementsIn, textAt } from '../../../src/importing/xml.ts';
import { articleIn, articlesIn, emptyPaper, imported, mistakesAt, put, remove, seeds, unaccounted } from './support.ts';
import { itemOf, wxrEnd, wxrHead, wxrOf, type Item } from './wxr.ts';

const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#369' } })
  .jpeg()
  .toBuffer();
const roots: string[] = [];
afterEach(() => roots.splice(0).forEach(remove));

async function from(xml: string) {
  const read = await readFrom(xml);
  expect(read.reports.flatMap(unaccounted)).toEqual([]);
  return read;
}

async function readFrom(xml: string) {
  const root = emptyPaper({
    'in/old.xml': xml,
    'in/uploads/2019/03/quay.jpg': jpeg,
    'in/uploads/2019/03/two.jpg': jpeg,
  });
  roots.push(root);
  const reports = await imported(root, ['in/old.xml']);
  expect(await mistakesAt(root)).toEqual([]);
  return { root, reports, text: articlesIn(root).length > 0 ? articleIn(root) : '' };
}

const attachment: Item = {
  id: 9,
  title: 'quay',
  content: '',
  excerpt: 'The quay at night.',
  type: 'attachment',
  status: 'inherit',
  meta: { _wp_attachment_image_alt: 'A quay', _media_credit: 'Ann Other', _navis_media_credit_org: 'Tide Agency' },
  more: '<wp:attachment_url>https://old.example/wp-content/uploads/2019/03/quay.jpg</wp:attachment_url>',
};

describe('an export of WordPress', () => {
  test('of the classic editor has paragraphs, captions, embeddings and lists', async () => {
    const { text } = await from(
      wxrOf({
        id: 1,
        title: 'The &amp; quay',
        content:
          'First line\nsecond line.\n\n[caption id="attachment_9" align="alignnone" width="300"]<a href="https://old.example/wp-content/uploads/2019/03/quay.jpg"><img class="wp-image-9" src="https://old.example/wp-content/uploads/2019/03/quay-300x200.jpg" alt="A quay" /></a> The quay. Photo: Ann[/caption]\n\n[youtube https://youtu.be/abc]\n\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\nLast <em>words</em>. [sic]',
        categories: [
          ['category', 'Town'],
          ['category', 'Harbour'],
          ['post_tag', 'ferries'],
        ],
        excerpt: 'What happened.',
      }),
    );
    expect(text).toContain('headline: The & quay');
    expect(text).toContain('standfirst: What happened.');
    expect(text).toContain('section: town\n');
    expect(text).toContain('topics:\n  - harbour\n  - ferries');
    expect(text).toContain('who: wren-quayside');
    expect(text).toContain('published: 2019-03-05T18:00:00+08:00');
    expect(text).toContain('First line\\\nsecond line.');
    expect(text).toContain('alt="A quay" credit="Photo: Ann"}\nThe quay.\n:::');
    expect(text).toContain('https://youtu.be/abc');
    expect(text).toContain('- one\n- two\n\nLast *words*. \\[sic]');
    expect(text).not.toContain('review: required');
  });

  test('of blocks has figures, galleries, notes and quotations', async () => {
    const { text } = await from(
      wxrOf({
        id: 2,
        title: 'Blocks',
        content:
          '<!-- wp:paragraph -->\n<p>Words.<sup data-fn="aa-1" class="fn"><a href="#aa-1" id="aa-1-link">1</a></sup></p>\n<!-- /wp:paragraph -->\n<!-- wp:gallery -->\n<figure class="wp-block-gallery"><figure class="wp-block-image"><img src="https://old.example/wp-content/uploads/2019/03/quay.jpg" alt="One"/><figcaption>First</figcaption></figure><figure class="wp-block-image"><img src="https://old.example/wp-content/uploads/2019/03/two.jpg" alt="Two"/></figure><figcaption class="blocks-gallery-caption">Both</figcaption></figure>\n<!-- /wp:gallery -->\n<!-- wp:quote --><blockquote class="wp-block-quote"><p>Quoted.</p><cite>Someone</cite></blockquote><!-- /wp:quote -->\n<!-- wp:embed --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://vimeo.com/12345\n</div></figure><!-- /wp:embed -->\n<!-- wp:footnotes /-->',
        meta: { footnotes: '[{"content":"The note.","id":"aa-1"}]' },
        categories: [['category', 'Town']],
      }),
    );
    expect(text).toContain('Words.[^aa-1]');
    expect(text).toContain('[^aa-1]: The note.');
    expect(text).toContain(':::gallery[Both]\n![One](./quay.jpg "First")\n\n![Two](./two.jpg)\n:::');
    expect(text).toContain('> Quoted.');
    expect(text).toContain('https://vimeo.com/12345');
  });

  test('of Newspack has featured pictures with their credits, subtitles and co-authors', async () => {
    const { text } = await from(
      wxrOf(
        {
          id: 3,
          title: 'Newspack',
          content: '<!-- wp:paragraph --><p>Words.</p><!-- /wp:paragraph -->',
          meta: { _thumbnail_id: '9', newspack_article_subtitle: 'Below it' },
          categories: [
            ['category', 'Town'],
            ['author', 'Otto Pierhead'],
            ['author', 'Ines Breakwater'],
          ],
        },
        attachment,
      ),
    );
    expect(text).toContain('standfirst: Below it');
    expect(text).toContain('who: otto-pierhead\n  - who: ines-breakwater');
    expect(text).toContain(
      'picture:\n  file: ./quay.jpg\n  alt: A quay\n  caption: The quay at night.\n  credit: Ann Other / Tide Agency',
    );
  });

  test('withholds what is private, behind a password, a page or thrown away, and says so', async () => {
    const { reports, root } = await from(
      wxrOf(
        { id: 1, title: 'Private', content: 'x', status: 'private' },
        { id: 2, title: 'Secret', content: 'x', password: 'pw' },
        { id: 3, title: 'Page', content: 'x', type: 'page' },
        { id: 4, title: 'Gone', content: 'x', status: 'trash' },
        { id: 5, title: 'Draft', content: 'x', status: 'draft', categories: [['category', 'Town']] },
      ),
    );
    expect(reports.map(({ outcome }) => outcome)).toEqual(['withheld', 'withheld', 'withheld', 'withheld', 'new']);
    expect(articleIn(root)).toContain('\nstatus: draft');
  });

  test('keeps every address, also those of former slugs', async () => {
    const { root } = await from(
      wxrOf({ id: 7, title: 'Moved', content: 'Words.', slug: 'moved', meta: { _wp_old_slug: 'older' } }),
    );
    const { readFileSync } = await import('node:fs');
    const line = readFileSync(`${root}/content/imports.jsonl`, 'utf8');
    for (const address of ['/2019/03/moved/', '/?p=7', '/2019/03/older/']) expect(line).toContain(address);
  });

  test('says the same wherever its bytes are parted', async () => {
    const bytes = Buffer.from(
      `<rss><item><title><![CDATA[a]] b]]></title><c><![CDATA[]]]]><![CDATA[>]]>&amp;<![CDATA[é]]></c></item></rss>`,
    );
    for (let at = 1; at < bytes.length; at += 1) {
      const found: string[] = [];
      for await (const each of elementsIn([bytes.subarray(0, at), bytes.subarray(at)], (name) => name === 'item'))
        if (!('tooLarge' in each)) found.push(textAt(each, 'title'), textAt(each, 'c'));
      expect(found).toEqual(['a]] b', ']]>&é']);
    }
  });

  test('that is broken off gives what came before', async () => {
    const { reports } = await from(
      `${wxrHead}${itemOf({ id: 1, title: 'Whole', content: 'Words.' })}<item><title>Half`,
    );
    expect(reports.map(({ outcome }) => outcome)).toEqual(['new']);
  });

  test('with entities that unfold to millions of letters, or that name files, unfolds none', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${wxrHead.replace(/^<\?xml[^>]*>/, '')}<item><title>Bomb &b; &f;</title><content:encoded>Words.</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>${wxrEnd}`;
    const { text } = await from(bomb);
    expect(text).not.toMatch(/aaaaaaaaaa|root:/);
  });

  test('with a script in every field has none afterwards', async () => {
    const bad = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const { text } = await from(
      wxrOf({
        id: 1,
        title: `Title ${bad}`,
        content: `<p onclick="alert(1)">Words ${bad}</p><a href="javascript:alert(1)">link</a>`,
        excerpt: `Excerpt ${bad}`,
        slug: '../../x',
        categories: [
          ['category', `Town ${bad}`],
          ['post_tag', `tag ${bad}`],
        ],
      }),
    );
    expect(text).not.toMatch(/<script|onerror|onclick|javascript:/);
  });
});

describe('links between stories that are imported together', () => {
  // Without it the section would be guessed, and the story held back.
  const categories: Item['categories'] = [['category', 'Town']];
  const other = (content: string, more: Partial<Item> = {}) => ({
    id: 2,
    title: 'Other',
    content,
    categories,
    ...more,
  });
  const first = (href: string) => ({
    id: 1,
    title: 'First',
    categories,
    content: `<p>See <a href="${href}">the *other* story</a>, and more.</p>`,
  });
  const linked = (text: string) => /See (.*), and more/.exec(text)?.[1];

  test.each([
    ['its address', 'https://old.example/2019/03/s-2/'],
    ['its address without a slash', 'http://www.old.example/2019/03/s-2#comments'],
    ['its short address', 'https://old.example/?p=2'],
    ['the root of the site', '/2019/03/s-2/'],
  ])('are links within the paper: by %s', async (_, href) => {
    const { root } = await from(wxrOf(first(href), other('<p>Words.</p>')));
    expect(linked(articleIn(root, '2019/03/05/s-1'))).toBe('[the \\*other\\* story](/2019/03/05/s-2/)');
  });

  test('lead where they led where readers cannot open the story yet, and within once it is out', async () => {
    const { root } = await from(
      wxrOf(first('https://old.example/2019/03/s-2/'), other('<p>Words.</p>', { status: 'draft' })),
    );
    const place = '2019/03/05/s-1';
    expect(linked(articleIn(root, place))).toContain('(https://old.example/2019/03/s-2/)');
    const draft = articlesIn(root).find((each) => each.endsWith('s-2')) ?? '';
    put(root, {
      [`content/articles/${draft}/index.md`]: articleIn(root, draft).replace('status: draft', 'status: published'),
    });
    await imported(root, ['in/old.xml']);
    expect(linked(articleIn(root, place))).toContain(`(/${draft}/)`);
    // An article that an editor has touched is left alone.
    expect((await imported(root, ['in/old.xml'])).map(({ outcome }) => outcome)).toEqual(['unchanged', 'left']);
  });

  test('are kept where the paper stays at the address of the old site; what led nowhere there keeps its words', async () => {
    const here = (xml: string) => xml.replaceAll('old.example', 'small.example');
    const gone = {
      id: 3,
      title: 'Third',
      content: '<p>See <a href="https://small.example/tag/x/">the *tag*</a>, and more.</p>',
    };
    const { root } = await from(here(wxrOf(first('https://old.example/2019/03/s-2/'), other('<p>Words.</p>'), gone)));
    expect(linked(articleIn(root, '2019/03/05/s-1'))).toContain('](/2019/03/05/s-2/)');
    expect(linked(articleIn(root, '2019/03/05/s-3'))).toBe('the \\*tag\\*');
    expect(
      articlesIn(root)
        .map((each) => articleIn(root, each))
        .join(''),
    ).not.toContain('former.invalid');
  });
});

test.each(seeds(5, 11))(
  'any item of a grammar becomes an article that builds, or is refused with a reason; every word is accounted for (seed %i)',
  async (seed) => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((each) => each.replace(/[<&\]]/g, ''));
    const inline = fc.oneof(
      text,
      fc.constantFrom(
        '<b>bold</b>',
        '<a href="/x">link</a>',
        '<a href="https://a.example/">out</a>',
        '<img src="y.png" alt="alt">',
        '<br>',
        '<i>',
        '</i>',
        '[sic]',
        '[note a="b"]',
        '[caption id="a" width="9"]<img src="y.png" alt="alt"> Below it.[/caption]',
        '[gallery ids="9,10"]',
        '[embed]https://www.youtube.com/watch?v=abcdef12345[/embed]',
        'https://www.youtube.com/watch?v=abcdef12345',
        '<!--more-->',
        '{{x}}',
        '<sup>2</sup>',
        '&lt;b&gt;',
        '<code>a`b</code>',
      ),
    );
    const piece = fc
      .tuple(
        fc.constantFrom('p', 'h1', 'h4', 'blockquote', 'li', 'ul', 'div', 'td', 'figure', 'figcaption', 'pre', 'table'),
        fc.array(inline, { maxLength: 5 }),
        fc.constantFrom('', 'paragraph', 'group', 'pullquote', 'unknown/thing'),
      )
      .map(([tag, inner, block]) => {
        const html = `<${tag}>${inner.join(' ')}</${tag}>`;
        return block ? `<!-- wp:${block} {"a":"b"} -->${html}<!-- /wp:${block} -->` : html;
      });
    const item = fc.record({
      title: fc.oneof(fc.constant('Story'), text, fc.constant('<i>Set</i> &amp; &lt;told&gt;')),
      excerpt: fc.oneof(fc.constant(''), text, fc.constant('<p>In short.</p>')),
      status: fc.constantFrom('publish', 'publish', 'draft', 'future', 'private'),
      categories: fc.array(fc.tuple(fc.constantFrom('category', 'post_tag'), text), { maxLength: 2 }),
      content: fc.array(piece, { maxLength: 8 }).map((each) => `<p>Words.</p>${each.join('\n')}`),
    });
    const items = fc.sample(item, { numRuns: 120, seed });
    const { reports } = await readFrom(wxrOf(...items.map((each, id) => ({ ...each, id: id + 1 }))));
    expect(reports.filter(({ outcome, reason }) => outcome !== 'new' && !reason)).toEqual([]);
    expect(reports.flatMap(unaccounted)).toEqual([]);
    const open = items.filter(({ status }) => status !== 'private').length;
    expect(reports.filter(({ outcome }) => outcome === 'new').length).toBeGreaterThan(open - 10);
  },
);

describe('what a picture says of itself', () => {
  const listed = (name: string, text: string) =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></${name}>`;
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="Tide Agency">${listed('dc:description', 'Ships came in on Monday.')}<dc:creator><rdf:Seq><rdf:li>Ann Quay</rdf:li></rdf:Seq></dc:creator>${listed('xmpRights:UsageTerms', 'Editorial use only.')}${listed('Iptc4xmpCore:AltTextAccessibility', 'Three ships beside a crane')}</rdf:Description></rdf:RDF></x:xmpmeta>`;
  const shown = async (picture: string) => {
    const told = await sharp(jpeg).withXmp(xmp).jpeg().toBuffer();
    const root = emptyPaper({
      'in/old.xml': wxrOf({ id: 1, title: 'Quay', content: `<p>First.</p><p>Second.</p>${picture}<p>Last.</p>` }),
      'in/uploads/2019/03/quay.jpg': told,
    });
    roots.push(root);
    const reports = await imported(root, ['in/old.xml']);
    expect([await mistakesAt(root), reports.flatMap(unaccounted)]).toEqual([[], []]);
    return { text: articleIn(root), leftovers: reports.flatMap(({ leftovers }) => leftovers) };
  };
  const src = 'src="https://old.example/wp-content/uploads/2019/03/quay.jpg"';

  test('is its alternative text, caption and credit where the story has none; its terms of use are told', async () => {
    const { text, leftovers } = await shown(`<p><img ${src}></p>`);
    expect(text).toMatch(/alt="Three ships beside a crane"/);
    expect(text).toMatch(/credit="Ann Quay\/Tide Agency"/);
    expect(text).toContain('\nShips came in on Monday.\n');
    expect(leftovers).toContainEqual({ kind: 'usage terms of a picture', text: 'Editorial use only.' });
  });

  test('gives way to what the story says', async () => {
    const { text } = await shown(
      `<figure><img ${src} alt="A quay"><figcaption>At night. Photo: Wren</figcaption></figure>`,
    );
    expect(text).toMatch(/alt="A quay"/);
    expect(text).toMatch(/credit="Photo: Wren"/);
    expect(text).not.toMatch(/Monday|Tide/);
  });
});
