import { expect, it } from 'vitest';
import { elementOf, textNode } from '../../src/body/tree.ts';
import { htmlOf } from '../../src/body/html.ts';
import { partedNodes } from '../../src/components/article/parted.ts';

const word = 'Bundesstraßenbau';

it('A text has places in its long words where they may be parted, but for code, and passages by their own language.', async () => {
  const nodes = [
    elementOf('p', {}, [textNode(`Der ${word}, `), elementOf('em', {}, [textNode(word)])]),
    elementOf('p', {}, [elementOf('code', {}, [textNode(word)]), elementOf('span', { lang: 'en' }, [textNode(word)])]),
  ];
  const soft = '<span class="soft"></span>';
  const parted = `Bundes${soft}stra${soft}ßenbau`;
  expect(htmlOf(await partedNodes(nodes, 'de'))).toBe(
    `<p>Der ${parted}, <em>${parted}</em></p><p><code>${word}</code><span lang="en">${word}</span></p>`,
  );
  expect(await partedNodes(nodes, 'en-GB')).toEqual(nodes);
  const passage = elementOf('p', {}, [textNode(`${word}: `), elementOf('q', { lang: 'de-CH' }, [textNode(word)])]);
  expect(htmlOf(await partedNodes([passage], 'en-GB'))).toBe(`<p>${word}: <q lang="de-CH">${parted}</q></p>`);
});
