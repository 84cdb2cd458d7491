import type { Element, Root, RootContent } from 'hast';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import type { ServedPaper } from './build-once.ts';

/** Names of all files below a folder, with forward slashes, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}

/** Every file below a folder with a digest of its bytes; empty when there is no folder. */
export function treeOf(folder: string): Record<string, string> {
  if (!statSync(folder, { throwIfNoEntry: false })) return {};
  return Object.fromEntries(
    filesIn(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );
}

export interface BuiltPage {
  /** Path on the site: "/2025/05/06/ebb/". */
  at: string;
  /** Where it is served. */
  url: string;
  html: string;
}

/** Every page of a paper as it was built, but for those that only lead on to another. */
export function pagesOf(paper: ServedPaper): BuiltPage[] {
  return allPagesOf(paper).filter(({ html }) => !leadsOn(html));
}

/** Every page of a paper that only leads on to another. */
export function movedPagesOf(paper: ServedPaper): BuiltPage[] {
  return allPagesOf(paper).filter(({ html }) => leadsOn(html));
}

/** Whether a page only leads on to another. */
export function leadsOn(html: string): boolean {
  return html.includes('http-equiv="refresh"');
}

function allPagesOf({ dist, address }: ServedPaper): BuiltPage[] {
  return filesIn(dist)
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const at = `/${name.replace(/index\.html$/, '')}`;
      return { at, url: address + at.slice(1), html: readFileSync(path.join(dist, name), 'utf8') };
    });
}

/** All that a paper shows: its pages and their other forms, its feeds and sitemaps, and the stories of its search index. */
export function shownIn(dist: string): string {
  return filesIn(dist)
    .flatMap((name) => {
      const bytes = () => readFileSync(path.join(dist, name));
      if (/\.(html|js|css|xml|json|md)$/.test(name)) return [bytes().toString()];
      return name.endsWith('.pf_fragment') ? [gunzipSync(bytes()).toString()] : [];
    })
    .join('\n');
}

const trees = new Map<string, Root>();

/** The tree of a page, for reading alone: all that ask for the same get the same. */
export function parsed(html: string): Root {
  const tree = trees.get(html) ?? rehype().parse(html);
  trees.set(html, tree);
  return tree;
}

/** The elements below a node that a test holds for, in document order. */
export function elementsOf(tree: Root | RootContent, holds: string | ((element: Element) => boolean)): Element[] {
  const found: Element[] = [];
  const wanted = typeof holds === 'string' ? (element: Element) => element.tagName === holds : holds;
  visit(tree, 'element', (element) => {
    if (wanted(element)) found.push(element);
  });
  return found;
}

export function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** An attribute as text; `undefined` when it is not there. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(name === 'srcSet' ? ', ' : ' ') : value === true ? '' : String(value);
}

/** Inline scripts that stand in every page, as they are filed. */
const inlineScripts = ['first-paint.js', 'speculation-rules.json'].map((name) =>
  readFileSync(path.join(import.meta.dirname, '../../src/scripts', name), 'utf8'),
);

/** The scripts of a page that are neither a file of the site nor one of those that stand in every page, nor data. */
export function foreignScriptsOf(tree: Root): Element[] {
  return elementsOf(tree, 'script').filter((script) => {
    if (attribute(script, 'type') === 'application/ld+json') return false;
    const source = attribute(script, 'src');
    return source === undefined
      ? !inlineScripts.includes(textOf(script))
      : !/^\/_astro\/[\w.-]+\.js$/.test(source) || textOf(script) !== '';
  });
}
