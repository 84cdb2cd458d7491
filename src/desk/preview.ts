import type { Element, Root } from 'hast';
import { dev } from 'astro';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { storyNamed } from './change.ts';
import { plainRoot } from './plain-root.ts';
import { refuse } from './refuse.ts';

/**
 * `npm run desk preview <article>`: one article, out or not, as a file of HTML that has its styles and pictures in itself, asks search
 * engines to leave it out, and says on every page that it is no published story.
 * @returns whether it was written
 */
export async function preview(root: string, named: string, { output }: { output?: string }): Promise<boolean> {
  const story = await storyNamed(root, named);
  if (typeof story === 'string') return refuse(story);
  process.env.NODE_ENV = 'development';
  const { place, leave } = plainRoot(root);
  const server = await dev({ ...place, logLevel: 'error', server: { port: 43_210 } });
  try {
    const home = `http://localhost:${server.address.port}`;
    const answer = await fetch(`${home}/${story.path}/`);
    if (!answer.ok) return refuse(`The story has to be mended first (${answer.status}).`);
    const file = path.resolve(root, output ?? `${path.basename(story.path)}.preview.html`);
    writeFileSync(file, await inOneFile(await answer.text(), home));
    console.log(path.relative(root, file));
    return true;
  } finally {
    await server.stop();
    leave();
  }
}

/** A page as one file. Scripts and what leads to other files of the site alone is left out. */
async function inOneFile(html: string, home: string): Promise<string> {
  const processor = rehype().data('settings', { fragment: false });
  const tree: Root = processor.parse(html);
  const fetched = new Map<string, Promise<string>>();
  const dataOf = (address: string) => {
    const known = fetched.get(address) ?? fetchedAsData(new URL(address, home).href);
    fetched.set(address, known);
    return known;
  };
  const work: Promise<void>[] = [];
  const heads: Element[] = [];
  visit(tree, 'element', (element, index, parent) => {
    const { tagName, properties } = element;
    const isSheet = tagName === 'link' && String(properties.rel) === 'stylesheet';
    const isLeftOut =
      ['script', 'source', 'button', 'dialog'].includes(tagName) ||
      (tagName === 'link' && !isSheet) ||
      (tagName === 'meta' && (properties.httpEquiv !== undefined || properties.name === 'robots'));
    if (isLeftOut && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    if (tagName === 'img' && typeof properties.src === 'string') {
      delete properties.srcSet;
      delete properties.loading;
      work.push(dataOf(properties.src).then((data) => void (properties.src = data)));
    }
    if (isSheet && typeof properties.href === 'string') {
      const address = `${properties.href}${properties.href.includes('?') ? '&' : '?'}direct`;
      work.push(
        text(new URL(address, home).href).then(async (css) => {
          element.tagName = 'style';
          element.properties = properties.media ? { media: properties.media } : {};
          element.children = [{ type: 'text', value: await withFiles(css, dataOf) }];
        }),
      );
    } else if (tagName === 'style')
      work.push(
        withFiles(element.children.map((each) => ('value' in each ? each.value : '')).join(''), dataOf).then(
          (css) => void (element.children = [{ type: 'text', value: css }]),
        ),
      );
    if (tagName === 'head') heads.push(element);
    // Nothing of the site is beside it.
    if (tagName === 'a' && typeof properties.href === 'string' && properties.href.startsWith('/'))
      delete properties.href;
    return undefined;
  });
  await Promise.all(work);
  for (const head of heads) head.children.push(meta, made('style', {}, watermark));
  return processor.stringify(tree);
}

const meta = made('meta', { name: 'robots', content: 'noindex, nofollow, noarchive' });
const watermark =
  'body::before{content:"Preview \\2013  not published";position:fixed;inset:auto 0 0 0;z-index:9;padding:.4rem;text-align:center;font:600 .875rem/1.4 system-ui,sans-serif;color:#fff;background:#7d1f23}' +
  'body::after{content:"Preview";position:fixed;inset:0;z-index:8;display:grid;place-items:center;font:700 18vmin/1 system-ui,sans-serif;color:#7d1f231f;transform:rotate(-30deg);pointer-events:none}';

function made(tagName: string, properties: Element['properties'], text?: string): Element {
  return { type: 'element', tagName, properties, children: text === undefined ? [] : [{ type: 'text', value: text }] };
}

/** A style sheet with the files that it names in itself. */
async function withFiles(css: string, dataOf: (address: string) => Promise<string>): Promise<string> {
  const named = [
    ...new Set([...css.matchAll(/url\(\s*["']?(\/[^"')]+)["']?\s*\)/g)].map(([, address = '']) => address)),
  ];
  let whole = css;
  for (const address of named) whole = whole.replaceAll(address, await dataOf(address));
  return whole;
}

async function text(address: string): Promise<string> {
  const answer = await fetch(address, { headers: { accept: 'text/css' } });
  if (!answer.ok) throw new Error(`${address} answers with ${answer.status}.`);
  return answer.text();
}

async function fetchedAsData(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers with ${answer.status}.`);
  const type = answer.headers.get('content-type')?.replace(/;.*/, '') ?? 'application/octet-stream';
  return `data:${type};base64,${Buffer.from(await answer.arrayBuffer()).toString('base64')}`;
}
