import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { directionOf, isLanguageTag } from '../newsroom/language.ts';
import { report } from './report.ts';

/**
 * `:lang[words]{tag=fr}` as a span in its language, so that it is read aloud, hyphenated and set right.
 * @param options.language of the text around it, BCP 47
 */
export function remarkPassages({ language }: { language: string }) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'textDirective', (node) => {
      if (node.name !== 'lang') return;
      const tag = node.attributes?.tag;
      if (!tag || !isLanguageTag(tag)) {
        report(
          file,
          node,
          'B-202',
          tag ? `"${tag}" is not a language tag.` : 'A passage does not say its language.',
          'Write :lang[words]{tag=fr}, with a tag such as fr, zh-Hans or ar.',
        );
        return;
      }
      if (node.children.length === 0)
        report(file, node, 'B-218', 'A passage has no words.', 'Write :lang[words]{tag=fr}.');
      node.data = {
        hName: 'span',
        hProperties: { lang: tag, dir: directionOf(tag) === directionOf(language) ? undefined : directionOf(tag) },
      };
    });
  };
}
