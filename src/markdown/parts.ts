import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** The words that directives hold (captions) as HTML beside their facts; what stays in the tree marks the place. */
export function rehypeParts() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'bs-part') return;
      const part = file.data.parts?.[Number(node.properties.n)];
      const captionHtml = toHtml(inline(node.children)).trim();
      node.children = [];
      if (!part || captionHtml === '') return;
      if (part.kind === 'photo') part.photo.captionHtml = captionHtml;
      if (part.kind === 'video') part.poster.captionHtml = captionHtml;
      if (part.kind === 'gallery') part.captionHtml = captionHtml;
    });
  };
}

/** Paragraphs run on, as a caption is one. */
function inline(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] =>
    child.type === 'element' && child.tagName === 'p' ? [...child.children, { type: 'text', value: ' ' }] : [child],
  );
}
