import type { Link, Root, Text } from 'mdast';
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Event, Extension, Token } from 'micromark-util-types';
import type { Processor } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { bareAddress } from './bare-address.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    bareAddress: 'bareAddress';
  }
}

/**
 * Addresses of pages that stand in the text without any mark as links, in place of those of GFM, which last until the next space.
 * It has to stand before `remark-gfm`, whose own search of the tree then finds none.
 */
export function remarkAddresses(this: Processor) {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(syntax);
  (data.fromMarkdownExtensions ??= []).push(tree);
}

const construct: Construct = {
  name: 'bareAddress',
  tokenize(effects, ok, nok) {
    const { previous, events } = this;
    let length = 0;
    const measured: Construct = {
      partial: true,
      tokenize(effects, ok, nok) {
        let run = '';
        const next = (code: Code) => {
          if (code !== null && code > 0 && !/\s/.test(String.fromCharCode(code))) {
            run += String.fromCharCode(code);
            if (run.length === 8 && !beginning.test(run)) return nok(code);
            effects.consume(code);
            return next;
          }
          effects.exit('bareAddress');
          length = isInBrackets(events) ? 0 : addressAfter(previous, run).length;
          return length > 0 ? ok(code) : nok(code);
        };
        return (code) => {
          effects.enter('bareAddress');
          return next(code);
        };
      },
    };
    const inside = (code: Code) => {
      if (length > 0) {
        length -= 1;
        effects.consume(code);
        return inside;
      }
      effects.exit('chunkString');
      effects.exit('bareAddress');
      return ok(code);
    };
    const begin = (code: Code) => {
      effects.enter('bareAddress');
      effects.enter('chunkString', { contentType: 'string' });
      return inside(code);
    };
    return effects.check(measured, begin, nok);
  },
  previous: (code) => code === null || !/[a-z]/i.test(String.fromCharCode(code)),
};

const beginning = /^(?:https?:\/\/|www\.)/i;

const syntax: Extension = {
  text: Object.fromEntries(Array.from('HWhw', (letter) => [letter.charCodeAt(0), construct])),
  disable: { null: ['protocolAutolink', 'wwwAutolink'] },
};

const tree: FromMarkdown = {
  enter: {
    bareAddress(this: CompileContext, token: Token) {
      this.enter({ type: 'link', title: null, url: '', children: [] }, token);
    },
  },
  exit: {
    bareAddress(this: CompileContext, token: Token) {
      const link = this.stack.at(-1) as Link;
      const [text] = link.children;
      link.url = urlOf((text as Text).value);
      this.exit(token);
    },
  },
  transforms: [linkRest],
};

// What stands between brackets may be the words of a link; where they are not, it is found in the tree.
function isInBrackets(events: readonly Event[]): boolean {
  return events.some(([, { type, _balanced }]) => (type === 'labelLink' || type === 'labelImage') && !_balanced);
}

function addressAfter(previous: Code, run: string): string {
  const before = previous === null || previous < 0 ? ' ' : String.fromCharCode(previous);
  const isInWord = /^w/i.test(run) ? /[\w./@:-]/.test(before) : /[a-z]/i.test(before);
  return isInWord ? '' : bareAddress(run, /[\s\p{Ps}\p{Pi}"]/u.test(before));
}

function urlOf(address: string): string {
  return /^w/i.test(address) ? `http://${address}` : address;
}

/** Makes links of addresses that are left in the text. */
function linkRest(root: Root): void {
  visit(root, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'linkReference') return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const pieces = piecesOf(node);
    if (pieces.every(({ type }) => type === 'text')) return undefined;
    parent.children.splice(index, 1, ...pieces);
    return index + pieces.length;
  });
}

/** The first of the texts has the place of them all, so that what is told of it is told once. */
function piecesOf({ value, position }: Text): (Text | Link)[] {
  const pieces: (Text | Link)[] = [];
  let from = 0;
  const addText = (to?: number) => {
    const isFirst = !pieces.some(({ type }) => type === 'text');
    pieces.push({ type: 'text', value: value.slice(from, to), position: isFirst ? position : undefined });
  };
  for (const { index, 0: run } of value.matchAll(/(?:https?:\/\/|www\.)\S*/gi)) {
    const address = addressAfter(index > 0 ? value.charCodeAt(index - 1) : null, run);
    if (address === '') continue;
    if (index > from) addText(index);
    pieces.push({ type: 'link', url: urlOf(address), children: [{ type: 'text', value: address }], position });
    from = index + address.length;
  }
  if (from < value.length) addText();
  return pieces;
}
