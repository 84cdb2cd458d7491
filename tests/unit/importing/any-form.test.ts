import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { htmlTree } from '../../../src/importing/html.ts';
import { parsedBody } from '../../../src/importing/print-body.ts';
import { wordsOfReport } from '../../../src/importing/report.ts';
import { textOfHtml, textOfMarkdown, wordsBeyond } from '../../../src/importing/words.ts';
import { tree } from './any-tree.ts';
import { articleIn, emptyPaper, imported, put, remove, seeds } from './support.ts';

// Each form that holds a text in HTML, with a text of any make in it. Words are counted here as they stand in the form, since each reader
// counts them after it has taken the text out of that.

const inXml = (html: string) => `<![CDATA[${html.replaceAll(']]>', ']] >')}]]>`;
const inJson = (value: unknown) => JSON.stringify(value);
const title = (number: number) => `Story ${number}`;

const forms: Record<string, (html: string, number: number) => [name: string, content: string | Uint8Array]> = {
  Ghost: (html, id) => {
    const post = { id: String(id), title: title(id), slug: `s${id}`, html, status: 'published' };
    return ['a.json', inJson({ db: [{ data: { posts: [post] } }] })];
  },
  Substack: (html, id) => {
    const table = `post_id,post_date,is_published,audience,title\n${id}.a,2019-03-05T10:00:00Z,true,everyone,${title(id)}\n`;
    return ['a.zip', zipSync({ 'posts.csv': strToU8(table), [`posts/${id}.a.html`]: strToU8(html) })];
  },
  Medium: (html, id) => {
    const page = `<article><h1 class="p-name">${title(id)}</h1><section data-field="body">${html}</section></article>`;
    return ['a.zip', zipSync({ [`posts/2019-03-05_a-${id}.html`]: strToU8(page) })];
  },
  RSS: (html, id) => [
    'a.xml',
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Old</title><item><title>${title(id)}</title><guid>g${id}</guid><pubDate>Tue, 05 Mar 2019 08:00:00 GMT</pubDate><content:encoded>${inXml(html)}</content:encoded></item></channel></rss>`,
  ],
  Atom: (html, id) => [
    'a.atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>${id}</id><title>${title(id)}</title><published>2019-03-05T10:00:00Z</published><content type="html">${inXml(html)}</content></entry></feed>`,
  ],
  WordPress: (html, id) => [
    'a.xml',
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old</title><wp:wxr_version>1.2</wp:wxr_version><item><title>${title(id)}</title><link>https://old.example/s${id}</link><content:encoded>${inXml(html)}</content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2019-03-05 10:00:00</wp:post_date_gmt><wp:post_name>s${id}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`,
  ],
  mail: (html, id) => [
    'a.eml',
    `From: Press <press@port.example>\r\nSubject: ${title(id)}\r\nMessage-ID: <${id}@port.example>\r\nDate: Tue, 5 Mar 2019 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`,
  ],
  ninjs: (html, id) => {
    const parts = { headlines: [{ value: title(id) }], bodies: [{ contenttype: 'text/html', value: html }] };
    const head = { uri: `https://wire.example/${id}`, type: 'text', versioncreated: '2019-03-05T10:00:00Z' };
    return ['a.json', inJson({ ...head, ...parts })];
  },
  'Google Docs': (html, id) => [
    'a.zip',
    zipSync({ [`Story${id}.html`]: strToU8(`<body class="doc-content"><h1>${title(id)}</h1>${html}</body>`) }),
  ],
};

const seeded = Object.keys(forms).flatMap((form) => seeds(2).map((seed) => [form, seed] as const));

test.each(seeded)('Of any text in %s every word is in its article or told (seed %i).', async (form, seed) => {
  const root = emptyPaper();
  onTestFinished(() => remove(root));
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 6 }), async (trees) => {
      count += 1;
      // XML has no characters of control.
      const html = trees
        .join('\n')
        .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
        .toWellFormed();
      const [name, content] = forms[form]?.(html, count) ?? [];
      put(root, { [`in/${count}-${name}`]: content ?? '' });
      const [report] = await imported(root, [`in/${count}-${name}`]);
      expect(report).toMatchObject({ outcome: 'new' });
      if (!report) return;
      const [, matter = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(articleIn(root, report.article)) ?? [];
      const values = report.facts.map(({ value }) => value);
      const made = [matter, textOfMarkdown(parsedBody(body)), wordsOfReport(report), ...values].join('\n');
      expect(wordsBeyond(textOfHtml(htmlTree(html)), made)).toEqual([]);
    }),
    { numRuns: 30, seed },
  );
});
