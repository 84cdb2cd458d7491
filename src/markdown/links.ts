import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pathOfPermalink } from '../newsroom/permalink.ts';
import { report } from './report.ts';

/**
 * Links that leave the paper say so (`rel="external"`); links to its own articles are noted, so that none leads nowhere;
 * addresses that are not for readers are reported.
 */
export function rehypeLinks({ origin }: { origin: string }) {
  return (tree: Root, file: VFile) => {
    const references = (file.data.references ??= []);
    visit(tree, 'element', (node) => {
      const href = node.properties.href;
      if (node.tagName !== 'a' || typeof href !== 'string' || href.startsWith('#')) return;
      const fault = faultOf(href, origin);
      if (fault) {
        delete node.properties.href;
        report(file, node, 'B-107', `A link goes to "${href}", ${fault}.`, 'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.');
        return;
      }
      const path = pathOfPermalink(href, origin);
      if (path) references.push({ path, line: node.position?.start.line ?? 1 });
      const url = new URL(href, origin);
      if (/^https?:$/.test(url.protocol) && url.origin !== new URL(origin).origin) node.properties.rel = ['external'];
    });
  };
}

function faultOf(href: string, origin: string): string | undefined {
  if (!URL.canParse(href, origin)) return 'which is not an address';
  if (!/^(https?|mailto|tel):$/.test(new URL(href, origin).protocol)) return 'which is not a kind of address that readers can follow safely';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(href) && !href.startsWith('/')) return 'which depends on where it is read';
  return undefined;
}
