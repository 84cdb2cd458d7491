import { describe, expect, it } from 'vitest';
import { minutesToRead } from '../../../src/newsroom/reading.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';
import { readingView } from '../../../src/views/pages/reading.ts';

const words = (count: number) => Array.from({ length: count }, () => 'harbour').join(' ');
const bodyOf = (text: string, language = 'en-GB') =>
  renderBody({ file: 'content/articles/2019/03/01/a/index.md', text, language, origin: 'https://paper.example' });

describe('the time that a text takes', () => {
  it('goes by words, at 230 a minute', () => expect(minutesToRead(words(920), 'en-GB')).toBe(4));
  it('is longer where words are longer', () => expect(minutesToRead(words(340), 'ar')).toBe(2));
  it.each([
    ['ja', '港'.repeat(1000), 2],
    ['zh-Hans', '港'.repeat(1000), 2.5],
    ['ko', '항구 '.repeat(500), 2],
  ])('goes by letters where no space stands between words: %s', (language, text, minutes) =>
    expect(minutesToRead(text, language)).toBe(minutes),
  );
  it('does not count dashes and stops', () => expect(minutesToRead('one – two … (three)', 'en')).toBe(3 / 230));
  it('is nothing for no text', () => expect(minutesToRead('', 'en')).toBe(0));

  it('counts the words of a body, but not its pictures', () => {
    const { reading } = bodyOf(`${words(115)}\n\n![${words(50)}](./quay.jpg "${words(50)}")\n\n${words(115)}\n`);
    expect(reading.minutes).toBe(1);
  });
});

describe('the subheadings of a body', () => {
  it('are those of the first rank, as plain text with their ids', () => {
    const { reading } = bodyOf('## "One" *two*\n\nText.\n\n### Below\n\nText.\n\n## Three & four\n\nText.\n');
    expect(reading.contents).toEqual([
      { id: 'text-one-two', title: '“One” two' },
      { id: 'text-three--four', title: 'Three & four' },
    ]);
  });
  it('do not include those in a box, nor that of the notes', () => {
    const { reading } = bodyOf(':::fact-box[Box]\n\n## Inside\n\nText.\n\n:::\n\nText.[^1]\n\n[^1]: A note.\n');
    expect(reading.contents).toEqual([]);
  });
});

describe('the opening of a body', () => {
  it.each([
    [
      'is in plain words',
      'Ships *came*[^1] [in](/about/)<br>at `5 p.m.`\nThey left.\n\n[^1]: A note.',
      'Ships came in at 5 p.m.',
    ],
    ['is that of its first paragraph', '## Quay\n\n![A ship](./a.jpg "A caption.")\n\nShips.\n\nMore.', 'Ships.'],
    ['is not that of a box', ':::fact-box[Box]\n\nInside.\n\n:::\n\nOutside.', 'Outside.'],
    ['is that of a list where it begins so', '- One item. Two.\n- More.', 'One item.'],
    ['is that of a quotation where it begins so', '> 1. Quoted.\n\nText.', 'Quoted.'],
    ['has characters without their reading', '<ruby>港<rp>(</rp><rt>みなと</rt></ruby>に着いた。', '港に着いた。'],
    ['is empty where there is no text', '## Quay\n\n![A ship](./a.jpg)', ''],
  ])('%s', (_, text, opening) => expect(bodyOf(text).opening).toBe(opening));
});

describe('what helps to judge a text', () => {
  const contents = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id }));
  it('tells whole minutes', () => expect(readingView({ minutes: 2.6, contents }, 'en').time).toBe('3 minutes to read'));
  it('says nothing of less than a minute', () =>
    expect(readingView({ minutes: 0.9, contents }, 'en').time).toBeUndefined());
  it('lists the subheadings of a long text', () =>
    expect(readingView({ minutes: 4, contents }, 'en').contents).toMatchObject({
      label: 'In this article',
      items: [{ title: 'a', href: '#a' }, {}, {}, {}],
    }));
  it('lists none of a short text, nor fewer than four', () => {
    expect(readingView({ minutes: 3.9, contents }, 'en').contents).toBeUndefined();
    expect(readingView({ minutes: 9, contents: contents.slice(1) }, 'en').contents).toBeUndefined();
  });
});
