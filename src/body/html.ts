import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { BodyText } from './body.ts';
import { placeOf, placesIn } from './tree.ts';

/** Nodes as HTML, in the one form that the paper writes. */
export function htmlOf(nodes: readonly ElementContent[]): string {
  return toHtml({ type: 'root', children: [...nodes] });
}

/** A text as HTML, broken off where a part stands: a component shows that. An element may begin in one piece and end in another. */
export function piecesOf<Part extends object>({ text, parts }: BodyText<Part>): (string | Part)[] {
  const pieces: (string | Part)[] = [];
  let html = '';
  const write = (nodes: readonly ElementContent[]) => {
    let run: ElementContent[] = [];
    const writeRun = () => {
      html += htmlOf(run);
      run = [];
    };
    for (const node of nodes) {
      if (node.type !== 'element' || placesIn([node]).length === 0) {
        run.push(node);
        continue;
      }
      writeRun();
      const place = placeOf(node);
      if (place === undefined) {
        const end = `</${node.tagName}>`;
        html += htmlOf([{ ...node, children: [] }]).slice(0, -end.length);
        write(node.children);
        html += end;
        continue;
      }
      const part = parts[place];
      if (!part) continue;
      if (html) pieces.push(html);
      pieces.push(part);
      html = '';
    }
    writeRun();
  };
  write(text);
  return html ? [...pieces, html] : pieces;
}
